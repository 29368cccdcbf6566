"""What people say of those who help them, by who asked: one's own worker may hear kinder answers than a stranger."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.ui import block
from monitoring.ui.block import Block
from monitoring.ui.charts.axes import round_name
from monitoring.ui.explained import Traced
from monitoring.ui.findings import face
from monitoring.ui.findings.askers import of_askers
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point, State, point_of
from monitoring.ui.reading import Desk
from monitoring.words import say

FAMILIES = ("support/respect_by_asker.toml", "support/say_in_plan_by_asker.toml", "support/can_complain_by_asker.toml")


def show(desk: Desk, round_: str) -> None:
    """Three small charts on one scale, each with what it says. Not for the provider that the answers are about."""
    members = {file: _members(desk, file) for file in FAMILIES}
    wanted = [each for of in members.values() for each in of]
    if not all(desk.may_see(each) for each in wanted):
        return
    found = {each.indicator: each for each in desk.figures(wanted, (), round=(round_,))}
    points = {each.id: point_of(found.get(each.id), each, each.id) for each in wanted}
    st.header(say("own_words.askers.title", round=round_name(round_)), anchor=False)
    st.caption(say("own_words.askers.why"))
    for column, of in zip(st.columns(len(FAMILIES), gap="large"), members.values(), strict=True):
        with column:
            _one(desk, round_, of, [points[each.id] for each in of])


def _members(desk: Desk, file: str) -> list[Indicator]:
    """In the order of the list of those who ask: the own worker first, somebody from outside last."""
    mine = {each.id: each for each in desk.catalogue.indicators_of("support") if each.declared_in == file}
    codes = desk.catalogue.choices["askers"].codes
    return [each for code in codes for id_, each in mine.items() if id_.endswith(f"_asked_by_{code}")]


def _one(desk: Desk, round_: str, members: Sequence[Indicator], points: Sequence[Point]) -> None:
    names = {each.id: text_of(each.each) for each in members}
    st.subheader(text_of(members[0].family).split(",")[0], anchor=False)
    if all(point.state is State.MISSING for point in points):
        st.markdown(of_askers(points))
        return
    traced = Traced(desk, also={"round": (round_,)}, members={each.id: each for each in members})
    about = Block(members[0], desk.catalogue, f"askers_{members[0].id}", traced)
    block.by_group(about, points, names, head=say("own_words.askers.who"), said=of_askers(points))
    st.caption(face.of_points(points))
