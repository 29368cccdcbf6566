"""What is expected, office by quarter: due, received, accepted, late or nothing to report. With a reminder to copy."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.services import expected
from monitoring.services.expected import Expected, State
from monitoring.services.house import House
from monitoring.ui import labels, notices, numbers, session, tables
from monitoring.words import say, spoken

_DONE = "_nothing_to_report"  # what was just said, told once after the page has been drawn anew


def show(actor: Actor, house: House, as_of: date | None) -> None:
    st.header(say("hand_ins.expected.title"), anchor=False)
    found, rhythm = expected.expected(actor, house, as_of), house.catalogue.hand_ins.rhythm
    if rhythm is None or not found:
        st.caption(say("hand_ins.expected.not_declared"))
        return
    _grid(found)
    st.caption(say("hand_ins.expected.legend", grace=numbers.count(rhythm.grace_days)))
    awaited = [each for each in found if each.is_awaited] if as_of is None else []
    if done := session.recalled(_DONE):
        st.success(str(done), icon=":material/check:")
        session.remember(_DONE, None)
    if awaited:
        left, right = st.columns(2, gap="large")
        with left, st.expander(say("hand_ins.expected.remind"), icon=":material/mail:"):
            _reminder(awaited)
        if actor.may(Deed.HAND_IN):
            with right, st.expander(say("hand_ins.expected.nothing_title"), icon=":material/event_busy:"):
                _nothing(actor, house, awaited)


def _grid(found: Sequence[Expected]) -> None:
    """Offices by name, quarters by time; every state is a word."""
    quarters = list(dict.fromkeys(each.quarter for each in found))
    offices = labels.by_name(list(dict.fromkeys(each.country for each in found)))
    by_place = {(each.country, each.quarter): each for each in found}
    columns = {say("hand_ins.expected.office"): [labels.country_name(country, spoken()) for country in offices]}
    for quarter in quarters:
        heading = numbers.quarter(str(quarter), spoken())
        columns[heading] = [_in_words(by_place[country, quarter]) for country in offices]
    tables.plain(columns, alt=say("hand_ins.expected.title"))


def _in_words(each: Expected) -> str:
    late = numbers.days(each.late_by, spoken()) if each.late_by else ""
    state = say(f"hand_ins.expected.{each.state}", day=numbers.day(each.due, spoken()), days=late)
    return say("hand_ins.expected.late_by", state=state, days=late) if late and each.submission else state


def _one(awaited: Sequence[Expected], label: str, key: str) -> Expected:
    """One of those awaited: the latest of the first office until another is chosen."""
    by_words = {_place(each): each for each in sorted(awaited, key=lambda e: e.due, reverse=True)}
    chosen = st.selectbox(say(label), list(by_words), key=key)
    return by_words.get(chosen) or next(iter(by_words.values()))


def _place(each: Expected) -> str:
    country, quarter = labels.country_name(each.country, spoken()), numbers.quarter(str(each.quarter), spoken())
    return say("hand_ins.expected.nothing_one", country=country, quarter=quarter)


def _reminder(awaited: Sequence[Expected]) -> None:
    """A text to send from one's own mail: nothing leaves from here, and it names nobody."""
    each = _one(awaited, "hand_ins.expected.remind_whom", "remind_whom")
    facts = {
        "country": labels.country_name(each.country, spoken()),
        "quarter": numbers.quarter(str(each.quarter), spoken()),
        "day": numbers.day(each.due, spoken()),
    }
    key = "reminder_late" if each.state is State.LATE else "reminder_due"
    subject = say("hand_ins.expected.reminder_subject", **facts)
    st.code(f"{subject}\n\n{say(f'hand_ins.expected.{key}', **facts)}", language=None, wrap_lines=True)


def _nothing(actor: Actor, house: House, awaited: Sequence[Expected]) -> None:
    with st.form("nothing_to_report", border=False):
        each = _one(awaited, "hand_ins.expected.nothing_for", "nothing_for")
        pressed = st.form_submit_button(say("hand_ins.expected.nothing_do"))
    if not pressed:
        return
    try:
        expected.nothing_to_report(actor, house, each.country, str(each.quarter))
    except Refusal as refusal:
        notices.refused(refusal)
        return
    facts = {
        "country": labels.country_name(each.country, spoken()),
        "quarter": numbers.quarter(str(each.quarter), spoken()),
    }
    session.remember(_DONE, say("hand_ins.expected.nothing_done", **facts))
    st.rerun()
