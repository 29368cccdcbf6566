"""Templates: the workbook to fill in, and the forms for a telephone, in each language."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import session, template_downloads
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.HAND_IN)

st.title(say("screens.templates.title"), anchor=False)
left, right = st.columns([5, 3], gap="large")

with left:
    st.markdown(say("screens.templates.what"))
    country = template_downloads.choose_country(actor, house)
    template_downloads.buttons(house, country)
    st.header(say("screens.templates.on_a_telephone"), anchor=False)
    st.markdown(say("screens.templates.on_a_telephone_what"))
    template_downloads.telephone(actor, house)
with right:
    st.header(say("screens.templates.inside"), anchor=False)
    template_downloads.sheets(actor, house)
