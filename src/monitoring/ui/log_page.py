"""The parts of the log page: what to look for, and the lines found. Shows nothing of any survivor."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.services import read_log
from monitoring.services.house import House
from monitoring.ui import notices, numbers, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.words import has, say

NOBODY = "-"
_MOST_FAULTS = 20


def show(actor: Actor, house: House) -> None:
    """What stood out, four choices, and below them the newest lines that fit."""
    _unusual(read_log.alerts(actor, house))
    who, what, day, holds = _choices(read_log.known(actor, house))
    found = read_log.newest(actor, house, who=who, what=what, day=day, holds=holds)
    if not found:
        is_narrowed = any((who, what, day, holds))
        notices.empty(_say("none_title"), _say("none_narrowed" if is_narrowed else "none"))
        return
    is_cut = len(found) == read_log.MOST
    st.caption(_say("newest" if is_cut else "found", n=numbers.count(len(found))))
    _table(found)


def check(actor: Actor, house: House) -> None:
    """A button: reading every line takes a while in an old house."""
    if not st.button(_say("check"), icon=":material/verified_user:"):
        return
    done = read_log.checked(actor, house)
    if not done.findings:
        st.success(_say("whole", n=numbers.count(done.lines)))
        return
    faults = [_say(f"faults.{each.fault}", first=each.first, last=each.last) for each in done.findings[:_MOST_FAULTS]]
    st.error("\n\n".join([_say("not_whole"), *(f"- {each}" for each in faults)]))


def _unusual(alerts: Sequence[read_log.Alert]) -> None:
    if not alerts:
        return
    said = [
        _say(
            f"unusual.{each.pattern}",
            who=for_markdown(_person(each.who)),
            n=numbers.count(each.count),
            since=f"{each.since:%Y-%m-%d %H:%M}",
            usual=numbers.count(read_log.USUAL[each.pattern]),
        )
        for each in alerts
    ]
    lines = "\n".join(f"- {each}" for each in said)
    st.warning(
        f"**{_say('unusual_title')}.** {_say('unusual_note')}\n\n{lines}", icon=":material/notification_important:"
    )


def _choices(known: read_log.Known) -> tuple[str | None, str | None, date | None, str | None]:
    one, two, three, four = st.columns(4)
    who = one.selectbox(_say("who"), ["", *known.people], format_func=lambda name: _person(name) or _say("anybody"))
    what = two.selectbox(_say("what"), ["", *known.events], format_func=lambda name: _event(name) or _say("all"))
    day = three.date_input(_say("day"), value=None, format="YYYY-MM-DD", help=_say("utc"))
    holds = four.text_input(_say("reference"), max_chars=60, help=_say("reference_help"))
    return who or None, what or None, day if isinstance(day, date) else None, holds.strip() or None


def _table(found: Sequence[read_log.Entry]) -> None:
    """Names and details may hold what somebody elsewhere typed, such as a name given by another sign-in server."""
    columns = {
        _say("at"): [each.at[:19].replace("T", " ") for each in found],
        _say("who"): [for_markdown(_person(each.who)) for each in found],
        _say("what"): [for_markdown(_event(each.what)) for each in found],
        _say("detail"): [for_markdown(_detail(each)) for each in found],
    }
    tables.plain(columns, alt=_say("title"))


def _person(name: str) -> str:
    return _say("nobody") if name == NOBODY else name


def _event(what: str) -> str:
    return _said(f"events.{what}") or what


def _detail(entry: read_log.Entry) -> str:
    """In words where the detail is one of ours, such as the reason of a refusal."""
    if entry.what == "deed_refused":
        deed, _, reason = entry.detail.partition(" ")
        return f"{say(f'screens.promises.deeds.{deed}')}: {say(f'refusals.{reason}')}"
    reason, _, more = entry.detail.partition(" ")
    said = _said(f"reasons.{reason}")
    if said and more and entry.what == "sign_in_refused":
        return _say("from_place", why=said, place=more)
    return said or entry.detail


def _said(key: str) -> str | None:
    return _say(key) if has(f"log.{key}") else None


def _say(key: str, **facts: object) -> str:
    return say(f"log.{key}", **facts)
