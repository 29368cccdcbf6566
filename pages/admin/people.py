"""People: who may come in, with which role, and when they last did."""

import streamlit as st

from monitoring.ui import people_page, session
from monitoring.words import say

actor, house = session.current_actor(), session.house()

st.title(say("screens.people.title"), anchor=False)
st.markdown(say("screens.people.what"))

table = st.container()  # drawn last: whoever is added below is in it

left, right = st.columns(2, gap="large")
with left:
    people_page.add_form(actor, house)
with right:
    people_page.change_form(actor, house)
    people_page.scope_form(actor, house)

with table:
    people_page.table(actor, house)
