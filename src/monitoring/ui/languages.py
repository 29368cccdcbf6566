"""The choice of language, in the frame of every page. What is not translated yet stays in English."""

import streamlit as st

from monitoring.ui import labels, link, session
from monitoring.words import LANGUAGES, say


def switch() -> None:
    """A small choice, each language by its own name. It stands in the link, unless it is the browser's own."""
    usual = session.language_of_browser()
    link.one(session.LANGUAGE, LANGUAGES, usual)
    chosen = st.selectbox(
        say("screens.language"),
        LANGUAGES,
        format_func=labels.language_name,
        key=session.LANGUAGE,
        width=140,
        label_visibility="collapsed",
        persist_state="session",
    )
    link.follows(session.LANGUAGE, [chosen] if chosen != usual else [])
    session.settle_language(chosen)
