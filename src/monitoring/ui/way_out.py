"""On every page: who is signed in, the way out, and a word before an idle session ends. Reads no data."""

from html import escape

import streamlit as st

from monitoring.ui import session
from monitoring.words import say

WARNED_SECONDS = 150
"""Long enough before the end to come back to the desk."""

_LOOKED_AT_EVERY = "30s"
_ROW = "display:flex;gap:1rem;justify-content:flex-end;align-items:center;font-size:.875rem"
_LINK = "color:inherit;border:1px solid currentColor;border-radius:.375rem;padding:.125rem .625rem;text-decoration:none"


def show() -> None:
    """Links, not buttons: they work also where the page does not."""
    links = [("/leave", "leave")]
    if (now := session.signed_in()) is not None:
        links += [("/account", "account"), ("/sign-out", "sign_out")]
    words = [f'<a href="{path}" title="{escape(_hint(name))}" style="{_LINK}">{_say(name)}</a>' for path, name in links]
    who = f"<span>{escape(now.actor.name)}</span>" if now else ""
    st.html(f'<nav style="{_ROW}">{who}{"".join(words)}</nav>')
    if now is not None:
        _word_before_the_end()


@st.fragment(run_every=_LOOKED_AT_EVERY)
def _word_before_the_end() -> None:
    """Refreshes itself, which the gate does not take for a sign of the person; pressing the button is one."""
    now = session.signed_in()
    if now is None:
        st.rerun(scope="app")
    elif now.seconds_left < WARNED_SECONDS:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(say("screens.session.ending", seconds=int(now.seconds_left)))
            st.button(say("screens.session.stay"), type="primary")


def _say(name: str) -> str:
    return escape(say(f"screens.session.{name}"))


def _hint(name: str) -> str:
    return say("screens.session.leave_hint") if name == "leave" else say(f"screens.session.{name}")
