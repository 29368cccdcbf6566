"""Five domains at a glance: finding, value with its n, change since return, trend on one scale, who was followed up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.ui import alts, explained, numbers, palette
from monitoring.ui.charts.axes import round_name
from monitoring.ui.charts.draw import draw
from monitoring.ui.charts.over_time import TREND_HEIGHT, trend
from monitoring.ui.explained import Traced
from monitoring.ui.findings.title import finding, when_words
from monitoring.ui.labels import lowered, text_of
from monitoring.ui.points import Point, State, points_by, scale_of
from monitoring.ui.reading import Desk, reference_round
from monitoring.words import say

DOMAINS = ("housing", "income", "stigma", "wellbeing", "safety")
LONGEST_TITLE = 70


@dataclass(frozen=True, slots=True)
class Row:
    """One domain's headline, over the rounds that any of the five has something for."""

    domain: str
    indicator: Indicator
    points: tuple[Point, ...]
    reference: Point

    @property
    def first(self) -> Point | None:
        return next((point for point in self.points if point.is_known), None)


def read(desk: Desk) -> tuple[Row, ...]:
    """All five in as few requests as possible. Raises NotAllowed."""
    headlines = {domain: desk.catalogue.headline(domain) for domain in DOMAINS}
    figures = desk.figures(headlines.values(), ("round",))
    series = {domain: points_by(figures, each, "round", desk.rounds) for domain, each in headlines.items()}
    key = reference_round([point for points in series.values() for point in points])
    last = max((at for points in series.values() for at, point in enumerate(points) if point.is_known), default=0)
    return tuple(
        Row(domain, headlines[domain], points[: last + 1], next(each for each in points if each.key == key))
        for domain, points in series.items()
    )


def title_of(rows: Sequence[Row]) -> str:
    """`Two in three have a secure home a year on; half have low wellbeing`, or the first alone where that is long."""
    first, second = (next(row for row in rows if row.domain == name) for name in ("housing", "wellbeing"))
    alone = finding(first.indicator, first.reference, when_words(first.reference.key)).sentence
    if not (_bears_a_title(first) and _bears_a_title(second)):
        return alone
    both = say(
        "screens.overview.title",
        first=finding(first.indicator, first.reference, "").sentence,
        when=say(f"screens.overview.when.m{first.reference.key}"),
        second=lowered(finding(second.indicator, second.reference, "").sentence),
    )
    return both if len(both) <= LONGEST_TITLE else alone


def title_of_country(rows: Sequence[Row], name: str) -> str:
    """`Nigeria: two in three have a secure home a year after return`; without figures, the question alone."""
    home = next(row for row in rows if row.domain == "housing")
    if not _bears_a_title(home):
        return say("screens.places.country_title", name=name)
    said = finding(home.indicator, home.reference, when_words(home.reference.key)).sentence
    return say("screens.places.country_finding", name=name, finding=lowered(said))


def show(desk: Desk, rows: Sequence[Row]) -> None:
    """One line a domain; below them where each of the five numbers comes from, for whoever asks."""
    st.header(say(f"screens.overview.ledger.m{rows[0].reference.key}"), anchor=False)
    with st.container(gap=20):
        for row in rows:
            _row(row)
    if st.toggle(say("explained.ask"), key="ledger_behind"):
        members = {row.indicator.id: row.indicator for row in rows}
        traced = Traced(desk, also={"round": (rows[0].reference.key,)}, members=members)
        points = [replace(row.reference, key=row.indicator.id) for row in rows]
        names = {id_: text_of(each.label) for id_, each in members.items()}
        explained.show(traced, rows[0].indicator, points, names, key="ledger_behind")


def _bears_a_title(row: Row) -> bool:
    return row.reference.is_known and not row.reference.is_too_wide


def _row(row: Row) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap=16):
        with st.container(width=360, gap=None):
            st.caption(say(f"screens.menu.{row.domain}"))
            st.markdown(f"### {finding(row.indicator, row.reference, '').sentence}", anchors=False)
        with st.container(width=130):
            _value(row)
        with st.container(width=130, gap=None):
            _change(row)
        with st.container(width=270):
            _trend(row)
        with st.container(width=140, gap=None):
            _followed_up(row.reference)


def _value(row: Row) -> None:
    point = row.reference
    if point.band is not None:
        of = say("screens.overview.of", people=numbers.people(point.n or 0))
        st.metric(of, scale_of(row.indicator).of(point))
    elif point.state is State.WITHHELD:
        st.metric(say("screens.overview.withheld"), "[c]")
    elif not point.is_known or point.value is None:
        st.metric(say("screens.overview.nobody"), "[x]")
    else:
        key = "screens.overview.few" if point.state is State.FEW else "screens.overview.of"
        st.metric(say(key, people=numbers.people(point.n or 0)), scale_of(row.indicator).words(point.value))


def _change(row: Row) -> None:
    """Nothing where there is nothing to compare; a caution where few people stand behind either end."""
    first, last = row.first, row.reference
    if first is None or not last.is_known or first.key == last.key:
        return
    if State.FEW in (first.state, last.state):
        st.markdown(f":gray[{say('screens.overview.few_to_compare')}]")
        return
    difference = numbers.change(numbers.whole(last.value or 0) - numbers.whole(first.value or 0))
    since = say("screens.overview.since", round=round_name(first.key))
    st.markdown(f"**{difference}**  \n:gray[{since}]")


def _trend(row: Row) -> None:
    scale = scale_of(row.indicator)
    names = {point.key: round_name(point.key) for point in row.points}
    alt = alts.of_series(text_of(row.indicator.label), row.points, names, scale)
    draw(trend(row.points, scale, palette.current()), alt=alt, key=f"trend_{row.domain}", height=TREND_HEIGHT)


def _followed_up(point: Point) -> None:
    if not point.due or point.interviewed is None:
        return
    share = numbers.percent(100 * point.interviewed / point.due)
    st.markdown(f"{say('screens.overview.interviewed', share=share)}  \n:gray[{say('screens.overview.of_due')}]")
