"""Step 3: what handing in would change, in numbers and answer by answer. The act itself stands at the bottom."""

from typing import TYPE_CHECKING

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.domain.preview import Preview
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Submission
from monitoring.services import compare_hand_ins, hand_in, submissions
from monitoring.services.house import House
from monitoring.services.typed_sentences import LONGEST
from monitoring.ui import changes, labels, notices, numbers
from monitoring.ui.desk import state, verdict
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

NUMBERS = ("new", "changed", "unchanged", "missing")


def show(actor: Actor, house: House, checked: "CheckedWorkbook") -> None:
    seen, is_anew = _preview(actor, house, checked)
    left, right = st.columns([7, 3], gap="large")
    with left:
        st.header(say("screens.desk.preview"), anchor=False)
        if is_anew:
            st.warning(_who_came_between(actor, house, checked), icon=":material/sync:")
        if seen.same_file is not None:
            st.info(_same_file(seen.same_file, is_again=seen.is_again), icon=":material/content_copy:")
        for column, name in zip(st.columns(4), NUMBERS, strict=True):
            with column:
                st.metric(say(f"screens.desk.changes.{name}"), numbers.count(getattr(seen.changes, name)))
                st.caption(say(f"screens.desk.changes.{name}_note"))
        why = _drop(house, seen)
        changes.by_sheet(house.catalogue, seen.by_form)
        changes.answers(actor, house, compare_hand_ins.of_workbook(actor, house, checked), seen.by_form)
    with right:
        verdict.workbook(checked)
    if seen.is_again:
        with left:
            st.button(
                say("screens.desk.another"), on_click=state.start_again, icon=":material/refresh:", type="primary"
            )
    else:
        _act(actor, house, checked, seen, why, may_act=not is_anew)


def _preview(actor: Actor, house: House, checked: "CheckedWorkbook") -> tuple[Preview, bool]:
    """The preview, made once; and whether it had to be made anew because the history moved on meanwhile."""
    known = state.known(checked)
    before = known.preview
    if before is None or hand_in.is_old(actor, house, checked, before):
        known.preview = hand_in.preview(actor, house, checked)
    assert known.preview is not None
    return known.preview, before is not None and known.preview is not before


def _drop(house: House, seen: Preview) -> str | None:
    """Many rows missing: said plainly, and asked for why. A few are a line."""
    rule = house.catalogue.hand_ins.large_drop
    if not seen.drops or rule is None:
        if seen.changes.missing and not seen.is_again:
            key = "screens.desk.missing_one" if seen.changes.missing == 1 else "screens.desk.missing"
            st.warning(say(key, n=numbers.count(seen.changes.missing)), icon=":material/person_search:")
        return None
    parts = [
        say(
            "hand_ins.desk.drop_part",
            n=numbers.count(seen.by_form[name].missing),
            sheet=labels.text_of(house.catalogue.forms[name].label, spoken()),
        )
        for name in seen.drops
    ]
    st.warning(say("hand_ins.desk.drop", sheets=labels.listed(parts)), icon=":material/person_search:")
    why = st.text_input(say("hand_ins.desk.drop_why"), max_chars=LONGEST, help=say("hand_ins.confirm.help"))
    st.caption(
        say(
            "hand_ins.desk.drop_rule",
            percent=rule.percent,
            rows=rule.rows,
            why=for_markdown(labels.text_of(rule.why, spoken())),
        )
    )
    return why


def _act(
    actor: Actor,
    house: House,
    checked: "CheckedWorkbook",
    seen: Preview,
    why: str | None,
    *,
    may_act: bool,
) -> None:
    """`may_act` is false where the button was pressed on a preview that is no longer true: then only look again."""
    with st.bottom:
        refused = st.container()
        with st.container(horizontal=True, vertical_alignment="center"):
            counts = {name: numbers.count(getattr(seen.changes, name)) for name in NUMBERS}
            st.markdown(say("screens.desk.sum", **counts), width="content")
            st.space("stretch")
            st.button(say("screens.desk.back"), type="tertiary", on_click=state.back_to_check)
            pressed = st.button(say("screens.desk.hand_in"), type="primary")
    if not pressed or not may_act:
        return
    try:
        done = hand_in.hand_in(actor, house, checked, seen=seen, reasons=state.current().reasons, drop_reason=why)
    except hand_in.PreviewIsOld:
        st.rerun()  # and the preview is made anew, and says why
    except Refusal as refusal:
        with refused:
            notices.refused(refusal)
        return
    state.handed_in(done)
    st.rerun()


def _same_file(same: Submission, *, is_again: bool) -> str:
    key = "again" if is_again else "same_file"
    day, who = numbers.moment(same.handed_in_at, spoken()), for_markdown(same.handed_in_by)
    return say(f"hand_ins.desk.{key}", id=same.id, day=day, who=who)


def _who_came_between(actor: Actor, house: House, checked: "CheckedWorkbook") -> str:
    """Whoever handed in or decided last in this country."""
    moments = [
        (when, who)
        for each in submissions.history(actor, house)
        if each.country == checked.country
        for when, who in ((each.handed_in_at, each.handed_in_by), (each.decided_at, each.decided_by))
        if when is not None and who is not None
    ]
    who = max(moments)[1] if moments else say("hand_ins.desk.somebody")
    return say("hand_ins.desk.old", who=for_markdown(who))
