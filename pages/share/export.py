"""Export: rows for analysts, asked for with a purpose and approved by somebody else."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.services import export_requests
from monitoring.ui import session
from monitoring.ui.share import ask, decide, requests
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.ASK_FOR_EXPORT)

st.title(say("exports.page.title"), anchor=False)
left, right = st.columns([5, 3], gap="large")

with left:
    st.markdown(say("exports.page.what"))
    ask.form(actor, house)
    ask.table_form(actor, house)
    found = export_requests.listed(actor, house)
    requests.show(actor, house, found)
    if actor.may(Deed.APPROVE_EXPORT):
        decide.show(actor, house, found)
with right:
    ask.what_is_in_it(actor, house)
    requests.practice(house)
