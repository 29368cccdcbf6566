"""Codebook: what the numbers and the questions mean, and which core outcomes they cover."""

import streamlit as st

from monitoring.services import read_definitions
from monitoring.ui import session
from monitoring.ui.codebook import entries, find, outcomes
from monitoring.words import say

actor, house = session.current_actor(), session.house()
catalogue = read_definitions.catalogue(actor, house)

st.title(say("screens.codebook.title"), anchor=False)
st.markdown(say("screens.codebook.what"))
st.caption(read_definitions.wording_summary(actor, house))

with st.container(horizontal=True, vertical_alignment="center"):
    kind = find.choose_kind()
    wanted = find.search(catalogue, kind) if kind != "outcomes" else find.Wanted()

if kind == "indicators":
    entries.indicators(actor, house, find.page(find.indicators(catalogue, wanted), kind), catalogue)
elif kind == "questions":
    entries.questions(actor, house, find.page(find.questions(catalogue, wanted), kind))
else:
    outcomes.show(actor, house)
