"""Whom to visit next: an office's and a provider's own list, inside one country."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.ui import due, filters, notices, session
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.SEE_CASES)
st.title(say("screens.menu.due"), anchor=False)
chosen = filters.bar(actor, house, one_country=True, any_day=False)

if chosen.is_empty or chosen.country is None:
    notices.nothing_yet(actor)
    st.stop()

due.show(actor, house, chosen.country)
notices.foot()
