"""Past hand-ins: the list, one of them in full, and what may still be done with it. Destroys nothing."""

from collections.abc import Callable, Sequence

import streamlit as st

from monitoring.domain.answers import Cause
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Status, Submission
from monitoring.services import receipts, submissions, warnings
from monitoring.services.house import House
from monitoring.services.typed_sentences import LONGEST
from monitoring.ui import downloads, labels, notices, numbers, session, tables
from monitoring.ui.desk.confirm import line, open_line
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken

_EXPLAINED = "_explained"  # the same, of a warning
_DONE = "_decided"  # what was just decided, said once after the page has been drawn anew

Deciding = Callable[[Actor, House, Submission, str], Submission]

DECISIONS: dict[str, tuple[Deed, Deciding]] = {
    "accept": (Deed.ACCEPT, lambda actor, house, each, _: submissions.accept(actor, house, each.id)),
    "send_back": (Deed.SEND_BACK, lambda actor, house, each, why: submissions.send_back(actor, house, each.id, why)),
    "undo": (Deed.UNDO, lambda actor, house, each, why: submissions.undo(actor, house, each.id, why)),
}


def table(found: Sequence[Submission]) -> None:
    """Newest first: four columns, so that it can be read on a telephone. The rest stands with the one chosen."""
    heads = {name: say(f"screens.history.{name}") for name in ("id", "on", "state")}
    opened = say("hand_ins.history.open")
    columns = {
        heads["id"]: [f"{each.id} · {labels.country_name(each.country)}" for each in found],
        heads["on"]: [
            f"{numbers.day(each.handed_in_at.date(), spoken())} · {for_markdown(each.handed_in_by)}" for each in found
        ],
        heads["state"]: [say(f"screens.history.status.{each.status}") for each in found],
        opened: [numbers.count(each.open_warnings) for each in found],
    }
    tables.aligned(columns, right={opened}, alt=say("screens.history.title"))


def choose(found: Sequence[Submission]) -> Submission:
    """One of them; the newest until another is chosen."""
    by_id, words = {each.id: each for each in found}, {each.id: in_words(each) for each in found}
    chosen = st.selectbox(say("screens.history.choose"), list(by_id), format_func=words.__getitem__, width=420)
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
        say("hand_ins.history.warnings"): _warnings(each),
        say("hand_ins.history.fingerprint"): f"`{receipts.short(each.fingerprint)}`",
        say("screens.history.state"): say(f"screens.history.status.{each.status}"),
    }
    if each.drop_reason:
        rows[say("hand_ins.history.drop_reason")] = for_markdown(each.drop_reason)
    if each.decided_by and each.decided_at:
        rows[say("screens.history.decided")] = say(
            "screens.history.decided_by", by=for_markdown(each.decided_by), on=numbers.day(each.decided_at.date())
        )
    if each.reason:
        rows[say("screens.history.reason")] = for_markdown(each.reason)
    tables.facts(rows, alt=in_words(each))


def _warnings(each: Submission) -> str:
    found, opened = numbers.count(each.warnings), numbers.count(each.open_warnings)
    return say("hand_ins.history.warnings_said", n=found, open=opened) if each.warnings else found


def answers(actor: Actor, house: House, each: Submission) -> None:
    """What the office said of warnings, for whoever decides."""
    if not each.answered:
        return
    st.subheader(say("hand_ins.history.answers"), anchor=False)
    for answer in warnings.answers(actor, house, each.id):
        st.markdown(line(answer, house.catalogue, "hand_ins.history.answer"))


def open_warnings(actor: Actor, house: House, each: Submission) -> None:
    """Warnings that nobody has explained: until a manager accepts, whoever may hand in can say why they are right."""
    if done := session.recalled(_EXPLAINED):
        st.success(str(done), icon=":material/check:")
        session.remember(_EXPLAINED, None)
    if each.status is not Status.COUNTS or not actor.may(Deed.HAND_IN):
        return
    found = warnings.open_ones(actor, house, each.id)
    if found:
        st.subheader(say("hand_ins.history.open_title"), anchor=False)
        st.caption(say("hand_ins.history.open_what"))
    for cause, rows in found.items():
        key = f"explain_{each.id}_{cause.code}_{cause.form}_{cause.question}"
        with st.form(key, border=False):
            st.markdown(open_line(cause, len(rows), house.catalogue))
            why = st.text_input(say("hand_ins.confirm.because"), max_chars=LONGEST, help=say("hand_ins.confirm.help"))
            pressed = st.form_submit_button(say("hand_ins.confirm.confirm"))
        if pressed:
            _explain(actor, house, each, cause, why)


def _explain(actor: Actor, house: House, each: Submission, cause: Cause, why: str) -> None:
    try:
        warnings.explain(actor, house, each.id, cause, why)
    except Refusal as refusal:
        notices.refused(refusal)
        return
    session.remember(_EXPLAINED, say("hand_ins.history.explained"))
    st.rerun()


def receipt(house: House, each: Submission) -> None:
    """The receipt as a file, made when it is fetched, in the language of whoever looks now."""
    language = spoken()
    downloads.button(
        say("hand_ins.receipt.download"),
        lambda actor: receipts.receipt(actor, house, each.id, language=language),
        file_name=say("hand_ins.receipt.file_name", id=each.id),
        media_type="text/plain; charset=utf-8",
        deed=Deed.SEE_SUBMISSIONS,
    )


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
    _what_undoing_does(actor, house, each)
    with st.form(f"decide_{each.id}", border=False):
        why = st.text_input(say("screens.history.why"), max_chars=200, help=say("screens.history.why_help"))
        with st.container(horizontal=True):
            pressed = [name for name in open_to if _button(name)]
    for name in pressed:
        _decide(actor, house, each, name, why)


def _what_undoing_does(actor: Actor, house: House, each: Submission) -> None:
    """Later hand-ins may have replaced it, wholly or in part: undoing it then does less than one thinks."""
    still = submissions.rows_still_counted(actor, house, each.id)
    if still < each.rows:
        key = "undo_later" if still else "undo_nothing"
        counts = {"replaced": each.rows - still, "all": each.rows, "still": still}
        st.caption(say(f"hand_ins.history.{key}", **{name: numbers.count(n) for name, n in counts.items()}))


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


def in_words(each: Submission) -> str:
    day = numbers.day(each.handed_in_at.date())
    return say("screens.history.one", id=each.id, country=labels.country_name(each.country), day=day)
