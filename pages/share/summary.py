"""Summary for funders: the programme on one screen, from what is released; and the same as a file to pass on."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import session
from monitoring.ui.share import files, summary, targets
from monitoring.words import say, spoken

actor, house = session.current_actor(), session.house()
actor.must(Deed.SEE_SHARED_FIGURES)

country = summary.choose_country(actor, house, key="summary_country")
brief = summary.read(actor, house, country)
left, right = st.columns([7, 4], gap="large")

with left:
    summary.head(brief)
    summary.outcomes(brief)
    targets.show(actor, house, country)
    summary.people(actor, house, country)
    summary.table(brief.places)
with right:
    files.summary(house, country, spoken())
    st.page_link("pages/share/briefs.py", label=say("briefs.page.more"), icon=":material/arrow_forward:")
    summary.sections(brief)
    summary.about(actor, house, brief, country)

st.caption(say("briefs.withheld_note"))
