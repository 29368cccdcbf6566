"""Small multiples: one panel a country, all on one scale, in alphabetical order, the other countries grey behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from monitoring.domain.figures import Figure, View
from monitoring.domain.indicator import Indicator
from monitoring.ui import alts, block, definition, labels, numbers, palette
from monitoring.ui.charts.axes import round_name
from monitoring.ui.charts.draw import draw
from monitoring.ui.charts.over_time import PANEL_HEIGHT, panel
from monitoring.ui.choices import choose_one
from monitoring.ui.findings import over_time as findings
from monitoring.ui.labels import text_of
from monitoring.ui.overview import panels_behind
from monitoring.ui.overview.ledger import DOMAINS, Row
from monitoring.ui.overview.panels_behind import Panel
from monitoring.ui.points import FEW, Point, State, point_of, scale_of
from monitoring.ui.reading import Desk
from monitoring.words import say

TOO_MANY_FEW = 1 / 3
"""Where more than this part of the panels' points has few people, neighbouring rounds are shown together."""

Series = Mapping[str, tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class Panels:
    """Country -> its points, over the same rounds for all, or over pools of rounds."""

    indicator: Indicator
    series: Series
    dimension: str = "round"


def choose(desk: Desk) -> Indicator:
    """Which headline the panels show. Kept in the link."""
    offered = {each.id: each for each in (desk.catalogue.headline(domain) for domain in DOMAINS)}
    words = {id_: text_of(each.label) for id_, each in offered.items()}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(say("screens.overview.country_by_country"), anchor=False, width="content")
        label = say("screens.overview.panel_number")
        return offered[choose_one(label, words, key="panel_number", width=280, label_visibility="collapsed")]


def read(desk: Desk, indicator: Indicator) -> Panels:
    """Rounds one by one, or pooled where people are few. The shared view is a fixed table and is never pooled."""
    countries = desk.chosen.countries
    series = _series(desk.figures([indicator], ("country", "round")), indicator, countries, "round", desk.rounds)
    if desk.chosen.view is not View.PROGRAMME or not _is_thin(series):
        return Panels(indicator, _without_empty_end(series))
    pools = tuple(dict.fromkeys(each.pooled_with for each in desk.catalogue.rounds))
    figures = desk.figures([indicator], ("country", "pooled_round"))
    series = _series(figures, indicator, countries, "pooled_round", pools)
    return Panels(indicator, _without_empty_end(series), "pooled_round")


def show(panels: Panels, desk: Desk, reference: str) -> None:
    indicator = panels.indicator
    st.markdown(findings.of_countries(list(panels.series.values())))
    st.caption(say("screens.overview.panels_say", description=text_of(indicator.description)))
    grid = st.grid(columns_for(len(panels.series)), min_column_width=250, gap=24)
    for country, points in panels.series.items():
        others = [each for name, each in panels.series.items() if name != country]
        with grid.container(gap="xxsmall"):
            one(labels.country_name(country), points, others, reference, indicator, key=f"panel_{country}")
    key_line([point for points in panels.series.values() for point in points], has_others=len(panels.series) > 1)
    definition.popover(indicator, desk.catalogue)
    told = [
        Panel(labels.country_name(country), indicator, points, {"country": (country,)})
        for country, points in panels.series.items()
    ]
    panels_behind.show(desk, told, panels.dimension, key="panels")


def of_one_country(desk: Desk, rows: Sequence[Row]) -> None:
    """The five headlines of a country, each a panel, where one country is looked at."""
    st.header(say("screens.overview.over_rounds"), anchor=False)
    st.markdown(findings.of_numbers({text_of(row.indicator.label): row.points for row in rows}))
    grid = st.grid(columns_for(len(rows)), min_column_width=250, gap=24)
    for row in rows:
        with grid.container(gap="xxsmall"):
            label = text_of(row.indicator.label)
            one(label, row.points, (), row.reference.key, row.indicator, key=f"panel_{row.domain}")
    key_line([point for row in rows for point in row.points], has_others=False)
    told = [Panel(text_of(row.indicator.label), row.indicator, row.points, {}) for row in rows]
    panels_behind.show(desk, told, "round", key="panels")


def columns_for(panels: int) -> int:
    """Three or four beside each other, whichever leaves fewer places empty in the last line."""
    return min((4, 3), key=lambda columns: -panels % columns)


def one(
    name: str,
    points: Sequence[Point],
    others: Sequence[Sequence[Point]],
    reference: str,
    indicator: Indicator,
    *,
    key: str,
) -> None:
    """One panel: its name and the people behind its reference round above, the chart below."""
    scale = scale_of(indicator)
    there = next((point for point in points if point.key == reference), None)
    n = f" :gray[· {_people(there, reference)}]" if there is not None else ""
    st.markdown(f"**{name}**{n}")
    names = {point.key: round_name(point.key) for point in points}
    alt = alts.of_series(f"{name}, {text_of(indicator.label)}", points, names, scale)
    draw(panel(points, others, scale, palette.current()), alt=alt, key=key, height=PANEL_HEIGHT)


def key_line(points: Sequence[Point], *, has_others: bool) -> None:
    said = [say("screens.key.known"), say("screens.key.range")]
    said += [say("screens.key.others")] if has_others else []
    st.caption(" · ".join([*said, *block.key_words(points)]))


def followed_up(desk: Desk) -> Series:
    """Each country's points of who was interviewed, by round: due and interviewed, whatever number is looked at."""
    indicator = desk.catalogue.indicators["interviewed"]
    figures = desk.figures([indicator], ("country", "round"))
    countries = [desk.chosen.country] if desk.chosen.country else desk.chosen.countries
    return _series(figures, indicator, countries, "round", desk.rounds)


def _people(point: Point, reference: str) -> str:
    if point.band is not None:
        people = numbers.people(point.n or 0)
        return say(
            "releases.banner.band", band=say(f"releases.bands.{point.band}"), people=people, round=round_name(reference)
        )
    if point.state is State.WITHHELD:
        return say("releases.banner.withheld", round=round_name(reference))
    if not point.is_known:
        return say("screens.overview.panel_nobody", round=round_name(reference))
    return say("screens.overview.panel_people", people=numbers.people(point.n or 0), round=round_name(reference))


def _series(
    figures: Sequence[Figure], indicator: Indicator, countries: Sequence[str], dimension: str, keys: Sequence[str]
) -> Series:
    found = {(each.at("country"), each.at(dimension)): each for each in figures}
    return {
        country: tuple(point_of(found.get((country, key)), indicator, key) for key in keys) for country in countries
    }


def _is_thin(series: Series) -> bool:
    held = [point for points in series.values() for point in points if point.n]
    return bool(held) and sum((point.n or 0) < FEW for point in held) > TOO_MANY_FEW * len(held)


def _without_empty_end(series: Series) -> Series:
    """Rounds that no country has held yet are left off at the end of all panels alike."""
    last = max((at for points in series.values() for at, p in enumerate(points) if p.is_known), default=0)
    return {country: points[: last + 1] for country, points in series.items()}
