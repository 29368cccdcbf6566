"""Choices that live in the link, as codes: `?country=NG&gender=woman_or_girl`. Words never stand in a link.

Streamlit's own `bind="query-params"` writes a widget's words, so that a link would break with the language. A link
is read once, when a visit begins; from then on the widgets lead and the link follows, also from page to page.
"""

from collections.abc import Collection, Sequence

import streamlit as st

from monitoring.ui import session


def one(key: str, offered: Collection[str], otherwise: str) -> None:
    """Before a widget of one choice is drawn: gives it the link's code, keeps what it has, or `otherwise`."""
    from_link = next((code for code in _from_link(key) if code in offered), otherwise)
    kept = session.recalled(key)
    session.remember(key, kept if isinstance(kept, str) and kept in offered else from_link)


def several(key: str, offered: Collection[str]) -> None:
    """The same for a widget of several choices. Codes that are not offered are dropped, wherever they came from."""
    kept = session.recalled(key)
    codes = kept if isinstance(kept, list) else _from_link(key)
    session.remember(key, [code for code in codes if code in offered])


def follows(key: str, codes: Sequence[str]) -> None:
    """After the widget: the link now carries these codes, or nothing of it."""
    if list(codes) == st.query_params.get_all(key):
        return
    if codes:
        st.query_params[key] = list(codes)
    else:
        del st.query_params[key]


def _from_link(key: str) -> list[str]:
    return [] if session.recalled(key) is not None else st.query_params.get_all(key)
