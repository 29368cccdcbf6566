"""Puts a drawing on the screen, with a sentence for those who do not see it."""

import streamlit as st

from monitoring.ui.charts.template import CONFIG, Drawing


def draw(drawing: Drawing, *, alt: str, key: str, height: int) -> None:
    """Ours entirely: Streamlit's own chart theme would overrule the states' marks."""
    st.plotly_chart(drawing, theme=None, config=CONFIG, alt=alt, key=key, height=height)
