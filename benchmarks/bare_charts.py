"""A page of plotly charts and nothing else: what a click costs where nothing is looked up, told or counted."""

import os

import streamlit as st

MONTHS = (0, 3, 6, 12, 18, 24, 36)

country = st.pills("Country", ["A", "B", "C"], default="A", required=True, key="country")
for at in range(int(os.environ["CHARTS"])):
    values = [20 + (7 * at + 11 * months + ord(country or "A")) % 60 for months in MONTHS]
    band = [*(value + 5 for value in values), *(value - 5 for value in reversed(values))]
    lines = [
        {"type": "scatter", "mode": "lines", "x": [*MONTHS, *reversed(MONTHS)], "y": band, "fill": "toself"},
        {"type": "scatter", "mode": "lines+markers", "x": MONTHS, "y": values},
    ]
    layout = {"showlegend": False, "height": 300, "yaxis": {"range": [0, 100]}}
    st.plotly_chart({"data": lines, "layout": layout}, theme=None, key=f"chart_{at}", config={"displayModeBar": False})
