"""The promises in order, each a heading and a few plain sentences. What is not kept yet is not here."""

import streamlit as st

from monitoring.words import say

PROMISES = ("names", "kept", "mistakes", "small", "harm", "missing", "history", "nowhere_else", "not_yet")


def show() -> None:
    for name in PROMISES:
        st.header(say(f"screens.promises.{name}_title"), anchor=False)
        st.markdown(say(f"screens.promises.{name}"))
