"""The demo's switch: look at the product through another person's eyes. Shown on the sample data only."""

import streamlit as st

from monitoring.ui import languages, link, session
from monitoring.words import say


def switch() -> None:
    """One quiet line above the page: that the data are invented, and whose eyes these are."""
    roles = list(session.demo_people())
    link.one(session.VIEW_AS, roles, roles[0])
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="right", gap="small"):
        languages.switch()
        language = session.language()
        st.badge(say("screens.demo.invented"), icon=":material/science:", color="orange")
        role = st.selectbox(
            say("screens.demo.view_as"),
            roles,
            format_func=lambda role: say(f"screens.demo.people.{role}", language),
            key=session.VIEW_AS,
            width=300,
            label_visibility="collapsed",
            persist_state="session",
        )
    link.follows(session.VIEW_AS, [role] if role != roles[0] else [])
