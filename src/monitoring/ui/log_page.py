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


def show(actor: Actor, house: House) -> None:
    """Three choices, and below them the newest lines that fit."""
    who, what, day = _choices(read_log.known(actor, house))
    found = read_log.newest(actor, house, who=who, what=what, day=day)
    if not found:
        is_narrowed = any((who, what, day))
        notices.empty(_say("none_title"), _say("none_narrowed" if is_narrowed else "none"))
        return
    is_cut = len(found) == read_log.MOST
    st.caption(_say("newest" if is_cut else "found", n=numbers.count(len(found))))
    _table(found)


def _choices(known: read_log.Known) -> tuple[str | None, str | None, date | None]:
    left, middle, right = st.columns(3)
    who = left.selectbox(_say("who"), ["", *known.people], format_func=lambda name: _person(name) or _say("anybody"))
    what = middle.selectbox(_say("what"), ["", *known.events], format_func=lambda name: _event(name) or _say("all"))
    day = right.date_input(_say("day"), value=None, format="YYYY-MM-DD", help=_say("utc"))
    return who or None, what or None, day if isinstance(day, date) else None


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
    return _said(f"reasons.{entry.detail.split(' ')[0]}") or entry.detail


def _said(key: str) -> str | None:
    return _say(key) if has(f"screens.log.{key}") else None


def _say(key: str, **facts: object) -> str:
    return say(f"screens.log.{key}", **facts)
