"""What people put first, and whether a service for it began within 90 days of saying so."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.ui import block, explained
from monitoring.ui.block import Block
from monitoring.ui.charts.axes import round_name
from monitoring.ui.explained import Traced
from monitoring.ui.findings import face
from monitoring.ui.findings.priorities import of_priorities, whether_met
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point, State, point_of
from monitoring.ui.reading import Desk
from monitoring.words import say

FAMILY = "voice/first_priority.toml"
MET = "priority_met"


def show(desk: Desk, round_: str) -> None:
    """One row for each thing that anybody put first; what nobody put first is named below and not drawn."""
    members = [each for each in desk.catalogue.indicators.values() if each.declared_in == FAMILY]  # in the list's order
    met = desk.catalogue.indicators[MET]
    found = {each.indicator: each for each in desk.figures([*members, met], (), round=(round_,))}
    points = [point_of(found.get(each.id), each, each.id) for each in members]
    st.header(say("own_words.priorities.title", round=round_name(round_)), anchor=False)
    left, right = st.columns([5, 3], gap="large")
    with left:
        _first(desk, round_, members, points)
    with right:
        st.subheader(say("own_words.priorities.met"), anchor=False)
        st.markdown(whether_met(point_of(found.get(MET), met, MET)))
        st.caption(text_of(met.description))
        st.caption(text_of(met.caution))
        if st.toggle(say("explained.ask"), key="priority_met_behind"):
            point = point_of(found.get(MET), met, MET)
            explained.show(Traced(desk, also={"round": (round_,)}), met, [point], {}, key="priority_met_behind")


def _first(desk: Desk, round_: str, members: Sequence[Indicator], points: Sequence[Point]) -> None:
    names = {each.id: text_of(each.each) for each in members}
    said = of_priorities(points, names)
    named = [point for point in points if point.value or point.state is State.WITHHELD]
    if not named:
        st.markdown(said)
        return
    traced = Traced(desk, also={"round": (round_,)}, members={each.id: each for each in members})
    about = Block(members[0], desk.catalogue, "first_priority", traced)
    block.by_group(about, named, names, head=say("own_words.priorities.thing"), said=said)
    st.caption(face.of_points(points))
