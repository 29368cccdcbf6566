"""Who we hear from: attempted, reached, interviewed, and whom to look for."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import (
    completeness,
    declined,
    domain_page,
    domain_sections,
    filters,
    hear,
    not_interviewed,
    notices,
    reported,
    session,
)
from monitoring.ui.overview import panels, week
from monitoring.ui.overview.ledger import DOMAINS
from monitoring.ui.reading import Desk
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.SEE_PROGRAMME_FIGURES)
head = st.container()
desk = Desk(actor, house, filters.bar(actor, house))

if desk.chosen.is_empty:
    head.title(say("screens.menu.completeness"), anchor=False)
    notices.nothing_yet(actor)
    st.stop()

indicator = domain_page.choose_indicator(desk, ("follow_up",), first="interviewed")
shown = domain_page.read(desk, indicator)
head.title(domain_page.title_of(indicator, shown.reference).sentence, anchor=False)

left, right = st.columns([5, 3], gap="large")
with left:
    st.header(say("screens.hear.by_round"), anchor=False)
    hear.show(desk, key="hear")
with right:
    st.header(say("screens.week.needs_a_look"), anchor=False)
    if to_do := week.read(desk):
        week.needs_a_look(to_do, panels.followed_up(desk))
    st.markdown(say("screens.hear.why"))

domain_sections.over_quarters(shown)
domain_sections.breakdowns(shown)
completeness.by_place(desk)
not_interviewed.reasons(desk)
not_interviewed.as_they_were(desk, DOMAINS)
declined.show(desk)
reported.what_changed(desk, indicator, shown.reference)
notices.foot()
