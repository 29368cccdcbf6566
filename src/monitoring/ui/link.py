"""Choices that live in the link, as codes: `?country=NG&gender=woman_or_girl`. Words never stand in a link.

Streamlit's own `bind="query-params"` writes a widget's words, so that a link would break with the language. A link
is read when a visit begins and when somebody goes back; otherwise the widgets lead and the link follows, also from
page to page. Going back writes nothing: it would add a page to the history, and Back would lead nowhere.
"""

from collections.abc import Collection, Sequence
from datetime import date

import streamlit as st

from monitoring.ui import seen, session


def one(key: str, offered: Collection[str], otherwise: str) -> None:
    """Before a widget of one choice is drawn: gives it the link's code, keeps what it has, or `otherwise`."""
    known = [code for code in _leading(key) if code in offered]
    session.remember(key, known[0] if known else otherwise)


def several(key: str, offered: Collection[str]) -> None:
    """The same for a widget of several choices. Codes that are not offered are dropped, wherever they came from."""
    session.remember(key, [code for code in _leading(key) if code in offered])


def day(key: str, first: date, last: date) -> None:
    """The same for a widget of one day, written in the link as 2026-03-01; the last day where the link names none."""
    session.remember(key, next((found for code in _leading(key) if (found := _day(code, first, last))), last))


def follows(key: str, codes: Sequence[str]) -> None:
    """After the widget: the link now carries these codes, or nothing of it; the log hears of them."""
    seen.chose(key, codes)
    if session.is_going_back() or list(codes) == st.query_params.get_all(key):
        return
    if codes:
        st.query_params[key] = list(codes)
    else:
        del st.query_params[key]


def _day(code: str, first: date, last: date) -> date | None:
    try:
        found = date.fromisoformat(code)
    except ValueError:
        return None
    return found if first <= found <= last else None


def _leading(key: str) -> list[str]:
    """The link's codes where the link leads, at the beginning of a visit and on going back; else the widget's own."""
    kept = session.recalled(key)
    if kept is None or session.is_going_back():
        return st.query_params.get_all(key)
    return [str(code) for code in kept] if isinstance(kept, list) else [str(kept)]
