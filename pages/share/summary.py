"""Summary for funders: the programme on one screen, from what is released; and the same as files to pass on."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import session
from monitoring.ui.share import summary, targets
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.SEE_SHARED_FIGURES)

country = summary.choose_country(actor, house)
brief = summary.read(actor, house, country)
left, right = st.columns([7, 3], gap="large")

with left:
    summary.head(brief)
    summary.outcomes(brief)
    targets.show(actor, house, country)
    summary.places(brief)
    summary.sections(brief)
with right:
    summary.about(brief)
    summary.files(house, country)

st.caption(say("briefs.withheld_note"))
