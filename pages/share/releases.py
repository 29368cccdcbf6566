"""Releases: those there are with their check reports, the second person's decision, and what a new one would say."""

import streamlit as st

from monitoring.services import releases
from monitoring.ui import session
from monitoring.ui.releases import build, decide, listing
from monitoring.words import say

actor, house = session.current_actor(), session.house()

st.title(say("releases.title"), anchor=False)
st.markdown(say("releases.what_it_is"))
decide.done()

if found := releases.listed(actor, house):
    listing.table(found)
    chosen = listing.choose(found)
    left, right = st.columns([5, 3], gap="large")
    with left:
        listing.report(actor, house, chosen)
        decide.show(actor, house, chosen)
        listing.differences(actor, house, chosen)
    with right:
        listing.facts(chosen)
    listing.cells(actor, house, chosen)

build.show(actor, house)
