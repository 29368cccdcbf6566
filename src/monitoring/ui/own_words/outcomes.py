"""Core outcomes of the Modern Slavery Core Outcome Set that lie outside the five headline domains, one block each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.ui import alts, block, explained, palette, tables
from monitoring.ui.charts import rows
from monitoring.ui.charts.axes import round_name
from monitoring.ui.charts.draw import draw
from monitoring.ui.explained import Traced
from monitoring.ui.findings import face
from monitoring.ui.findings.outcomes import of_outcome
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point, State, point_of, scale_of
from monitoring.ui.reading import Desk
from monitoring.words import say

OF_SUPPORT = ("support", "trauma_informed", "medical", "education")
OF_VOICE = ("purpose",)


def show(desk: Desk, round_: str, outcomes: Sequence[str]) -> None:
    """Every share that serves the outcome, whichever page it stands on otherwise; what has no rounds is so far."""
    members = {each: _members(desk, each) for each in outcomes}
    points = _points(desk, [each for of in members.values() for each in of], round_)
    st.header(say("own_words.outcomes.title", round=round_name(round_)), anchor=False)
    st.caption(say("own_words.outcomes.what"))
    columns = st.columns(2, gap="large")
    for at, (outcome, of) in enumerate(members.items()):
        with columns[at % 2]:
            st.subheader(text_of(desk.catalogue.mscos[outcome]), anchor=False)
            _block(Traced(desk, also={"round": (round_,)}), outcome, of, points)


def _members(desk: Desk, outcome: str) -> list[Indicator]:
    """In the order of the domains; disclosed harm is on its own page and nowhere else."""
    order = {id_: each.order for id_, each in desk.catalogue.domains.items()}
    mine = [
        each
        for each in desk.catalogue.indicators.values()
        if each.mscos == outcome and each.is_share and each.offered and desk.may_see(each)
    ]
    return sorted(mine, key=lambda each: (order[each.domain], each.order, each.id))


def _points(desk: Desk, members: Iterable[Indicator], round_: str) -> Mapping[str, Point]:
    members = list(members)
    asked = [each for each in members if each.has_rounds]
    rest = [each for each in members if not each.has_rounds]
    found = {each.indicator: each for each in (*desk.figures(asked, (), round=(round_,)), *desk.figures(rest, ()))}
    return {each.id: point_of(found.get(each.id), each, each.id) for each in members}


def _block(of_round: Traced, outcome: str, members: Sequence[Indicator], points: Mapping[str, Point]) -> None:
    names = {each.id: text_of(each.label) for each in members}
    of = [points[each.id] for each in members]
    st.markdown(of_outcome([(each, points[each.id]) for each in members]))
    if all(point.state is State.MISSING for point in of):
        return
    drawn = [rows.Row(names[each.id], points[each.id], scale_of(each)) for each in members]
    alt = alts.of_groups(say("own_words.outcomes.alt"), of, names, drawn[0].scale)
    draw(rows.rows_chart(drawn, palette.current()), alt=alt, key=f"outcome_{outcome}_chart", height=rows.height(drawn))
    asked = [points[each.id] for each in members if each.has_rounds]
    if words := list(filter(None, [face.of_points(asked), *block.key_words(of)])):
        st.caption(" · ".join(words))
    key = f"outcome_{outcome}"
    wanted, is_asked = explained.toggles(key)
    if wanted:
        tables.of_points(of, names, drawn[0].scale, head=say("own_words.outcomes.number"), alt=alt)
    if is_asked:
        traced = replace(of_round, members={each.id: each for each in members})
        explained.show(traced, members[0], of, names, key=f"{key}_behind")
