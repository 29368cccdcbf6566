"""Numbers declared once for each of a list, shown together: kinds of help, reasons, what people around say."""

from collections.abc import Collection, Iterable, Sequence

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.ui import block
from monitoring.ui.block import Block
from monitoring.ui.explained import Traced
from monitoring.ui.findings import groups
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point, point_of, scale_of
from monitoring.ui.reading import REFERENCE, Desk, one_round
from monitoring.words import say


def show(desk: Desk, domains: Iterable[str], *, but: Collection[str] = ()) -> None:
    """One block for each family of the domains that is not among the page's numbers. Nothing where nobody answered.

    `but`: the files of families that the page shows in a way of its own.
    """
    wanted = (members for members in _families(desk, domains) if members[0].declared_in not in but)
    families = ((members, _points(desk, members)) for members in wanted)
    known = [(members, points) for members, points in families if any(point.is_known for point in points)]
    columns = st.columns(2, gap="large") if known else ()
    for at, (members, points) in enumerate(known):
        with columns[at % 2]:
            _block(desk, members, points)


def _families(desk: Desk, domains: Iterable[str]) -> list[list[Indicator]]:
    """The members of each family in the order of their list, the families in that of the domain."""
    families: dict[str, list[Indicator]] = {}
    for each in desk.catalogue.indicators.values():
        if each.domain in domains and each.family and not each.offered and desk.may_see(each):
            families.setdefault(each.declared_in, []).append(each)
    return sorted(families.values(), key=lambda members: members[0].order)


def _points(desk: Desk, members: Sequence[Indicator]) -> list[Point]:
    figures = {each.indicator: each for each in desk.figures(members, (), **one_round(members[0], REFERENCE))}
    return [point_of(figures.get(each.id), each, each.id) for each in members]


def _block(desk: Desk, members: Sequence[Indicator], points: Sequence[Point]) -> None:
    first, names = members[0], {each.id: text_of(each.each) for each in members}
    moment = say("screens.alike.a_year_on") if first.has_rounds else ""
    st.header(text_of(first.family) + moment, anchor=False)
    traced = Traced(desk, also=one_round(first, REFERENCE), members={each.id: each for each in members})
    about = Block(first, desk.catalogue, f"alike_{first.id}", traced)
    said = groups.of_answers(points, names, scale_of(first))
    block.by_group(about, points, names, head=say("screens.alike.which"), said=said)
