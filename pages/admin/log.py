"""The log: who came in, what was done and what was refused."""

import streamlit as st

from monitoring.ui import log_page, session
from monitoring.words import say

actor, house = session.current_actor(), session.house()

st.title(say("log.title"), anchor=False)
st.markdown(say("log.what_it_is"))

log_page.show(actor, house)
log_page.check(actor, house)
