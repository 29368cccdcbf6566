"""Puts a drawing on the screen, with a sentence for those who do not see it."""

from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure

from monitoring.ui.charts.template import CONFIG, Drawing


class Drawn(BaseFigure):  # type: ignore[misc]  # plotly ships no types
    """A drawing that is handed over as it is.

    Streamlit has plotly build every dict anew, property by property, to see whether it is a figure: that takes longer
    than all the rest of a chart. Ours are built by rule, and a test holds every builder against plotly's own check.
    """

    def __init__(self, drawing: Drawing) -> None:
        """Without the parts of a figure that is still to be changed: this one is finished."""
        self._drawing = drawing

    def to_dict(self) -> dict[str, Any]:
        return self._drawing


def draw(drawing: Drawing, *, alt: str, key: str, height: int) -> None:
    """Ours entirely: Streamlit's own chart theme would overrule the states' marks."""
    st.plotly_chart(Drawn(drawing), theme=None, config=CONFIG, alt=alt, key=key, height=height)
