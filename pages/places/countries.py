"""Countries: one country's profile."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import filters, hear, labels, notices, session
from monitoring.ui.overview import ledger, panels
from monitoring.ui.places import country
from monitoring.ui.reading import Desk
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.COMPARE_PLACES)
head = st.container()
desk = Desk(actor, house, filters.bar(actor, house, one_country=True))

if desk.chosen.is_empty:
    head.title(say("screens.menu.countries"), anchor=False)
    notices.nothing_yet(actor)
    st.stop()

rows = ledger.read(desk)
head.title(ledger.title_of_country(rows, labels.country_name(desk.chosen.country or "")), anchor=False)

ledger.show(desk, rows)
st.space("xsmall")
panels.of_one_country(desk, rows)
st.space("xsmall")

left, right = st.columns([5, 3], gap="large")
with left:
    st.header(say("screens.hear.title"), anchor=False)
    hear.show(desk, key="hear")
with right:
    st.header(say("screens.menu.providers"), anchor=False)
    st.markdown(country.providers_in_words(desk))
    st.page_link("pages/places/providers.py", label=say("screens.places.to_providers"), icon=":material/arrow_forward:")
    st.page_link("pages/places/context.py", label=say("context.to_context"), icon=":material/arrow_forward:")

notices.foot()
