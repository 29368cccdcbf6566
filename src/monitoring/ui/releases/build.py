"""Building: what a release of this moment would say, before anything is written, and then the freezing of it."""

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.services import release_report, releases
from monitoring.services.house import House
from monitoring.services.release_draft import Draft
from monitoring.ui import notices, session
from monitoring.ui.releases import decide, words
from monitoring.words import say

_DRAFT = "_release_draft"


def show(actor: Actor, house: House) -> None:
    """First a look, which takes its time; what was looked at is what is frozen, if the hand-ins are still the same."""
    st.header(say("releases.build.title"), anchor=False)
    if st.button(say("releases.build.look"), icon=":material/search:"):
        _look(actor, house)
    made = session.recalled(_DRAFT)
    if not isinstance(made, Draft):
        return
    st.markdown(say("releases.build.says"))
    st.markdown("\n".join(f"* {each}" for each in release_report.of_draft(actor, house, made)))
    if st.button(say("releases.build.freeze"), type="primary", icon=":material/ac_unit:"):
        _freeze(actor, house, made)
    st.subheader(say("releases.build.cells"), anchor=False)
    words.of_one_number(made.cells, house.catalogue, key="draft")


def _look(actor: Actor, house: House) -> None:
    session.remember(_DRAFT, None)
    try:
        with st.spinner(say("releases.build.counting")):
            session.remember(_DRAFT, releases.preview(actor, house))
    except Refusal as refusal:
        notices.refused(refusal)


def _freeze(actor: Actor, house: House, made: Draft) -> None:
    try:
        done = releases.build(actor, house, made)
    except Refusal as refusal:
        notices.refused(refusal)
        return
    session.remember(_DRAFT, None)
    decide.say_after_rerun(say("releases.build.done", id=done.id))
