"""Context: the services there are in a country, and what people around survivors see beside what survivors say."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import filters, labels, notices, session
from monitoring.ui.context import directory, levels, ratings
from monitoring.ui.reading import Desk
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.COMPARE_PLACES)
head = st.container()
desk = Desk(actor, house, filters.bar(actor, house, one_country=True))

if desk.chosen.is_empty or desk.chosen.country is None:
    head.title(say("screens.menu.context"), anchor=False)
    notices.nothing_yet(actor)
    st.stop()

country = desk.chosen.country
head.title(say("context.title", name=labels.country_name(country)), anchor=False)

directory.show(desk, country)
st.space("xsmall")
ratings.show(desk)
st.space("xsmall")
levels.show(desk, country)
notices.foot()
