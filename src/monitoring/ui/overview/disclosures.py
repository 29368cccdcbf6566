"""Who told of harm and whether somebody acted: the head of the overview, for those who have to act."""

import streamlit as st

from monitoring.domain.people import Deed, Role
from monitoring.services.disclosures import disclosures
from monitoring.ui.findings.disclosures import sentences
from monitoring.ui.reading import Desk
from monitoring.words import say


def show(desk: Desk) -> None:
    """Sentences, and the way to the list. Nothing for whoever has no cases: they never learn that there is anything."""
    if not desk.actor.may(Deed.SEE_CASES):
        return
    found = disclosures(desk.actor, desk.house, desk.chosen.country)
    days = int(desk.catalogue.limits["days_to_answer"].value)
    st.header(say("disclosures.title"), anchor=False)
    st.markdown(" ".join(sentences(found, days, is_provider=desk.actor.role is Role.PROVIDER)))
    if any(each.open for each in found):
        st.page_link("pages/follow_up/due.py", label=say("disclosures.to_list"), icon=":material/arrow_forward:")
