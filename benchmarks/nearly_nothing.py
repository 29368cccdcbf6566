"""A page that does nearly nothing, so that what the gate takes shows beside it."""

import streamlit as st

st.write("Nothing.")
