"""Service providers: one provider beside its country. No league table."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import filters, labels, notices, session
from monitoring.ui.overview.ledger import DOMAINS
from monitoring.ui.places import case_mix, funnel, provider
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.reading import Desk
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.COMPARE_PLACES)
head = st.container()
desk = Desk(actor, house, filters.bar(actor, house, one_country=True))

if desk.chosen.is_empty:
    head.title(say("screens.menu.providers"), anchor=False)
    notices.nothing_yet(actor)
    st.stop()

chosen = provider.choose(desk)

if chosen is None:
    head.title(say("screens.menu.providers"), anchor=False)
    st.markdown(say("screens.places.no_providers"))
    st.stop()

name = labels.country_name(desk.chosen.country or "")
head.title(say("screens.places.provider_title", name=for_markdown(chosen.name), country=name), anchor=False)
pairs = provider.headlines(desk, chosen, DOMAINS)

left, right = st.columns(2, gap="large")
with left:
    st.header(say("screens.places.compare"), anchor=False)
    provider.compare(desk, chosen, pairs, name)
with right:
    st.header(say("screens.domain.over_rounds"), anchor=False)
    number = provider.choose_number(pairs)
    provider.over_rounds(desk, chosen, number)
    st.header(say("screens.funnel.title"), anchor=False)
    funnel.show(desk, chosen, number, name)
    st.header(say("screens.case_mix.title"), anchor=False)
    case_mix.show(desk, chosen, name)

st.caption(say("screens.places.no_ranking"))
notices.foot()
