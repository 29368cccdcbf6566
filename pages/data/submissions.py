"""Past hand-ins: what is expected, the history as of any day with what may still be decided, and two side by side."""

import streamlit as st

from monitoring.services import submissions
from monitoring.ui import notices, session
from monitoring.ui.submissions import compare, grid, listing
from monitoring.words import say

actor, house = session.current_actor(), session.house()

st.title(say("screens.history.title"), anchor=False)
everything = submissions.history(actor, house)

if everything:
    as_of = listing.choose_day(house, everything[-1].handed_in_at.date())
    grid.show(actor, house, as_of)
    listing.show(actor, house, submissions.history(actor, house, as_of), as_of)
    compare.show(actor, house, everything)
else:
    grid.show(actor, house, None)
    notices.nothing_yet(actor)
