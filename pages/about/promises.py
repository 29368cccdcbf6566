"""What we promise about people's data: only what is true now."""

import streamlit as st

from monitoring.ui import promises, session
from monitoring.words import say

session.current_actor()

st.title(say("screens.promises.title"), anchor=False)
left, _ = st.columns([7, 3], gap="large")

with left:
    st.markdown(say("screens.promises.what"))
    promises.show()
