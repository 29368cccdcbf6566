"""Where one point of many panels comes from: first which panel, then which round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.ui import explained
from monitoring.ui.charts.axes import round_name
from monitoring.ui.explained import Traced
from monitoring.ui.points import Point
from monitoring.ui.reading import Desk
from monitoring.words import say


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: its name, its number, its points, and where these are counted, beside the filters of the page."""

    name: str
    indicator: Indicator
    points: tuple[Point, ...]
    also: Mapping[str, tuple[str, ...]]


def show(desk: Desk, panels: Sequence[Panel], dimension: str, *, key: str) -> None:
    """A question, and once it is asked the two choices and all that is behind the point."""
    if not st.toggle(say("explained.ask"), key=f"{key}_behind"):
        return
    told = {str(at): each for at, each in enumerate(panels) if any(point.is_known for point in each.points)}
    if not told:
        st.caption(say("explained.nothing"))
        return
    chosen = st.selectbox(
        say("explained.which_panel"),
        list(told),
        format_func=lambda at: told[at].name,
        key=f"{key}_behind_panel",
        width=420,
    )
    panel = told[chosen]
    names = {point.key: round_name(point.key) for point in panel.points}
    traced = Traced(desk, dimension, panel.also)
    explained.show(traced, panel.indicator, panel.points, names, key=f"{key}_behind_{chosen}")
