"""Past hand-ins: the list, one of them in full, and what may still be done with it. Destroys nothing."""

from collections.abc import Callable, Sequence

import streamlit as st

from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Status, Submission
from monitoring.services import submissions
from monitoring.services.house import House
from monitoring.ui import labels, notices, numbers, session, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say

_DONE = "_decided"  # what was just decided, said once after the page has been drawn anew

Deciding = Callable[[Actor, House, Submission, str], Submission]

DECISIONS: dict[str, tuple[Deed, Deciding]] = {
    "accept": (Deed.ACCEPT, lambda actor, house, each, _: submissions.accept(actor, house, each.id)),
    "send_back": (Deed.SEND_BACK, lambda actor, house, each, why: submissions.send_back(actor, house, each.id, why)),
    "undo": (Deed.UNDO, lambda actor, house, each, why: submissions.undo(actor, house, each.id, why)),
}


def table(found: Sequence[Submission]) -> None:
    """Newest first: five columns, so that it can be read on a telephone. The rest stands with the one chosen."""
    heads = {name: say(f"screens.history.{name}") for name in ("id", "country", "on", "rows", "state")}
    columns = {
        heads["id"]: [str(each.id) for each in found],
        heads["country"]: [labels.country_name(each.country) for each in found],
        heads["on"]: [numbers.day(each.handed_in_at.date()) for each in found],
        heads["rows"]: [numbers.count(each.rows) for each in found],
        heads["state"]: [say(f"screens.history.status.{each.status}") for each in found],
    }
    tables.aligned(columns, right={heads["rows"]}, alt=say("screens.history.title"))


def choose(found: Sequence[Submission]) -> Submission:
    """One of them; the newest until another is chosen."""
    by_id = {each.id: each for each in found}
    chosen = st.selectbox(
        say("screens.history.choose"), list(by_id), format_func=lambda id_: _in_words(by_id[id_]), width=420
    )
    return by_id[chosen if chosen in by_id else found[0].id]


def facts(each: Submission) -> None:
    """All that is known of one. Names of people and files come from outside and are made harmless."""
    rows = {
        say("screens.desk.facts.file"): for_markdown(each.file),
        say("screens.desk.facts.country"): labels.country_name(each.country),
        say("screens.history.on"): numbers.moment(each.handed_in_at),
        say("screens.history.by"): for_markdown(each.handed_in_by),
        say("screens.desk.changes.new"): numbers.count(each.changes.new),
        say("screens.desk.changes.changed"): numbers.count(each.changes.changed),
        say("screens.desk.changes.unchanged"): numbers.count(each.changes.unchanged),
        say("screens.desk.changes.missing"): numbers.count(each.changes.missing),
        say("screens.history.state"): say(f"screens.history.status.{each.status}"),
    }
    if each.decided_by and each.decided_at:
        rows[say("screens.history.decided")] = say(
            "screens.history.decided_by", by=for_markdown(each.decided_by), on=numbers.day(each.decided_at.date())
        )
    if each.reason:
        rows[say("screens.history.reason")] = for_markdown(each.reason)
    tables.facts(rows, alt=_in_words(each))


def as_it_stands(actor: Actor, house: House, each: Submission) -> Submission:
    """The same hand-in as the history has it now: it may have been decided since."""
    return next((found for found in submissions.history(actor, house) if found.id == each.id), each)


def decisions(actor: Actor, house: House, each: Submission, *, only: Sequence[str] = tuple(DECISIONS)) -> None:
    """The decisions this person may still take. The service refuses what it must, in a sentence."""
    if done := session.recalled(_DONE):
        st.success(str(done), icon=":material/check:")
        session.remember(_DONE, None)
    open_to = [name for name in only if actor.may(DECISIONS[name][0])] if each.status is Status.COUNTS else []
    if not open_to:
        st.caption(say(f"screens.history.closed.{each.status}"))
        return
    with st.form(f"decide_{each.id}", border=False):
        why = st.text_input(say("screens.history.why"), max_chars=200, help=say("screens.history.why_help"))
        with st.container(horizontal=True):
            pressed = [name for name in open_to if _button(name)]
    for name in pressed:
        _decide(actor, house, each, name, why)


def _button(name: str) -> bool:
    return st.form_submit_button(say(f"screens.history.{name}"), type="primary" if name == "accept" else "secondary")


def _decide(actor: Actor, house: House, each: Submission, name: str, why: str) -> None:
    try:
        done = DECISIONS[name][1](actor, house, each, why)
    except Refusal as refusal:
        notices.refused(refusal)
        return
    session.remember(_DONE, say(f"screens.history.done.{done.status}", id=done.id))
    st.rerun()


def _in_words(each: Submission) -> str:
    day = numbers.day(each.handed_in_at.date())
    return say("screens.history.one", id=each.id, country=labels.country_name(each.country), day=day)
