"""On every page: who is signed in, the way out, and a word before a session ends. Reads no data."""

from html import escape

import streamlit as st

from monitoring.ui import session
from monitoring.ui.theme import DARK, LIGHT
from monitoring.words import say

WARNED_SECONDS = 150
"""Long enough before the end to come back to the desk."""

_LOOKED_AT_EVERY = "30s"
_ROW = "display:flex;gap:1rem;justify-content:flex-end;align-items:center;font-size:.875rem"
LINK = "color:inherit;border:1px solid currentColor;border-radius:.375rem;padding:.125rem .625rem;text-decoration:none"
_WARNING = "session_ending"
_PAPER = f"background:light-dark({LIGHT['backgroundColor']},{DARK['backgroundColor']})"
_FIXED = f"""<style>
.monitoring-leave{{position:fixed;top:.875rem;right:1rem;z-index:999991;font-size:.875rem;{_PAPER}}}
[data-testid="stToolbarActions"],[data-testid="stStatusWidget"]{{margin-right:6.5rem}}
.st-key-{_WARNING}{{position:fixed;bottom:1rem;left:1rem;right:1rem;z-index:999991;width:auto;max-width:44rem;
margin:auto;padding:1rem;{_PAPER};box-shadow:0 .25rem 1rem rgba(0,0,0,.25)}}
</style>"""
"""The quick exit and the warning stay in sight wherever one has scrolled to; Streamlit's own signs make room."""


def show() -> None:
    """Links, not buttons: they work also where the page does not."""
    hint = _say("leave_hint")
    leave = f'<a href="/leave" class="monitoring-leave" title="{hint}" style="{LINK}">{_say("leave")}</a>'
    now = session.signed_in()
    if now is None:
        st.html(_FIXED + leave, width="content")
        return
    links = [("/account", "account"), ("/sign-out", "sign_out")]
    others = "".join(f'<a href="{path}" style="{LINK}">{_say(name)}</a>' for path, name in links)
    who = f"<span>{escape(now.actor.name)}</span>"
    st.html(f'{_FIXED}{leave}<nav style="{_ROW}">{who}{others}</nav>', width="content")


@st.fragment(run_every=_LOOKED_AT_EVERY)
def word_before_the_end() -> None:
    """Refreshes itself, which the gate does not take for a sign of the person; pressing the button is one."""
    now = session.signed_in()
    if now is None:
        st.rerun(scope="app")
    elif now.seconds_left < WARNED_SECONDS:
        left = say(f"screens.session.left.m{min(2, round(now.seconds_left / 60))}")
        with st.container(key=_WARNING, border=True, horizontal=True, vertical_alignment="center"):
            word = "idle_ending" if now.may_be_extended else "day_ending"
            st.html(f'<div role="alert">{escape(say(f"screens.session.{word}", left=left))}</div>')
            if now.may_be_extended:
                st.button(say("screens.session.stay"), type="primary")


def _say(name: str) -> str:
    return escape(say(f"screens.session.{name}"))
