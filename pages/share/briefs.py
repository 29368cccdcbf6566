"""Briefs: one page for funders, one back to survivors, and the results framework, per programme or country."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import session
from monitoring.ui.share import files, summary
from monitoring.words import say, spoken

actor, house = session.current_actor(), session.house()
actor.must(Deed.SEE_SHARED_FIGURES)

st.title(say("briefs.page.title"), anchor=False)
st.markdown(say("briefs.page.what"))
country = summary.choose_country(actor, house, key="briefs_country")
left, right = st.columns([5, 4], gap="large")

with left:
    files.back(actor, house, country, spoken())
    files.tell(actor, house, country)
with right:
    st.header(say("briefs.page.summary"), anchor=False)
    st.markdown(say("briefs.page.summary_what"))
    files.summary(house, country, spoken())
    files.framework(actor, house, country, spoken())
