"""Codebook: what the numbers and the questions mean."""

import streamlit as st

from monitoring.ui import codebook, session
from monitoring.words import say

actor, house = session.current_actor(), session.house()

st.title(say("screens.codebook.title"), anchor=False)
st.markdown(say("screens.codebook.what"))

with st.container(horizontal=True, vertical_alignment="center"):
    kind = codebook.choose_kind()
    wanted = codebook.search()

if kind == "indicators":
    codebook.indicators(actor, house, wanted)
else:
    codebook.questions(actor, house, wanted)
