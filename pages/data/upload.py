"""Hand in a workbook: choose, check, preview, receipt."""

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.services import read_definitions
from monitoring.ui import session
from monitoring.ui.desk import choose, identifiers, match, news, preview, receipt, state, steps, verdict
from monitoring.words import say

actor, house = session.current_actor(), session.house()
actor.must(Deed.HAND_IN)
state.read_in(session.language())
progress = state.current()

st.title(say("screens.desk.title"), anchor=False)
steps.show(progress.step)
news.show(progress)

if progress.receipt is not None:
    receipt.show(actor, house, progress.receipt)
elif progress.checked is None or progress.offered is None:
    choose.show(actor, house)
elif progress.is_at_the_gate:
    identifiers.show(house, progress.offered, progress.checked)
elif progress.is_to_match:
    match.show(actor, house, read_definitions.catalogue(actor, house))
elif progress.is_previewed:
    preview.show(actor, house, progress.checked)
else:
    verdict.show(progress.checked, read_definitions.catalogue(actor, house))
