"""The promises in order, each a heading and a few plain sentences. What is not kept yet is not here."""

import streamlit as st

from monitoring.domain.people import ROLES, Deed, Role
from monitoring.ui import tables
from monitoring.words import say

PROMISES = (
    *("never", "names", "closed", "kept", "mistakes", "small", "harm", "missing", "history", "nowhere_else"),
    *("looked", "erased", "lost"),
)


def show() -> None:
    for name in PROMISES:
        _promise(name)
    _promise("who")
    _who_may_do_what()
    _promise("cannot")


def _promise(name: str) -> None:
    st.header(say(f"screens.promises.{name}_title"), anchor=False)
    st.markdown(say(f"screens.promises.{name}"))


def _who_may_do_what() -> None:
    """The table that services go by, drawn from itself: a role a row, so that it fits a telephone."""
    columns = {
        say("screens.people.role"): [f"**{say(f'screens.people.roles.{role}')}**" for role in ROLES],
        say("screens.promises.may"): [_deeds_of(role) for role in ROLES],
    }
    tables.plain(columns, alt=say("screens.promises.who_title"))


def _deeds_of(role: Role) -> str:
    return " · ".join(say(f"screens.promises.deeds.{deed}") for deed in Deed if deed in ROLES[role])
