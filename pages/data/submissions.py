"""Past hand-ins: history, undo, acceptance, sending back."""

import streamlit as st

from monitoring.services import submissions
from monitoring.ui import history, notices, session
from monitoring.words import say

actor, house = session.current_actor(), session.house()

st.title(say("screens.history.title"), anchor=False)
found = submissions.history(actor, house)

if not found:
    notices.nothing_yet(actor)
    st.stop()

left, right = st.columns([7, 3], gap="large")
with left:
    history.table(found)
with right:
    chosen = history.choose(found)
    history.facts(chosen)
    st.header(say("screens.history.decide"), anchor=False)
    history.decisions(actor, house, chosen)
