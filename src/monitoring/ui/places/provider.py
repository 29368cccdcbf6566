"""One provider beside its country: two values a row, two lines a chart. Nobody else's provider is in the picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.domain.provider import Provider
from monitoring.services import places
from monitoring.ui import alts, block, explained, labels, palette, tables
from monitoring.ui.block import Block
from monitoring.ui.charts import rows
from monitoring.ui.charts.draw import draw
from monitoring.ui.charts.over_time import Beside
from monitoring.ui.choices import choose_one
from monitoring.ui.explained import Traced
from monitoring.ui.findings import beside
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point, point_of, scale_of
from monitoring.ui.reading import REFERENCE, Desk
from monitoring.words import say


@dataclass(frozen=True, slots=True)
class Pair:
    """One number of the provider, and of all providers of its country together."""

    indicator: Indicator
    mine: Point
    country: Point


def choose(desk: Desk) -> Provider | None:
    """One of the country's providers, by name; None where the country has not named any."""
    found = {each.id: each for each in places.providers(desk.actor, desk.house, desk.chosen.country)}
    if not found:
        return None
    words = {id_: each.name for id_, each in found.items()}
    return found[choose_one(say("screens.places.choose_provider"), words, key="one_provider")]


def headlines(desk: Desk, provider: Provider, domains: Sequence[str]) -> list[Pair]:
    """The share indicators of the domains a year after return, as far as they may be shown by provider."""
    wanted = [
        each
        for domain in domains
        for each in desk.catalogue.indicators_of(domain)
        if each.has_rounds and each.offered and each.is_share and desk.may_break_down(each, "provider")
    ]
    mine = _values(of_provider(desk, provider), wanted)
    country = _values(without_provider(desk), wanted)
    return [Pair(each, mine[each.id], country[each.id]) for each in wanted]


def of_provider(desk: Desk, provider: Provider) -> Desk:
    return replace(desk, chosen=replace(desk.chosen, where={**desk.chosen.where, "provider": (provider.id,)}))


def compare(desk: Desk, provider: Provider, pairs: Sequence[Pair], country: str) -> None:
    """One row a number: the provider's dot and likely range, the country's value as an upright line."""
    names = {pair.indicator.id: text_of(pair.indicator.label) for pair in pairs}
    said = [beside.Beside(names[pair.indicator.id], pair.mine, pair.country) for pair in pairs]
    st.markdown(beside.of_numbers(said, country))
    drawn = [
        rows.Row(names[pair.indicator.id], pair.mine, scale_of(pair.indicator), beside=pair.country.value)
        for pair in pairs
    ]
    points = [replace(pair.mine, key=pair.indicator.id) for pair in pairs]
    alt = alts.of_groups(say("screens.places.compare_alt"), points, names, scale_of(pairs[0].indicator))
    draw(rows.rows_chart(drawn, palette.current()), alt=alt, key="compare_chart", height=rows.height(drawn))
    st.caption(" · ".join([say("screens.places.compare_key", country=country), *block.key_words(points)]))
    wanted, is_asked = explained.toggles("compare")
    if wanted:
        _table(pairs, country)
    if is_asked:
        members = {pair.indicator.id: pair.indicator for pair in pairs}
        traced = Traced(of_provider(desk, provider), also={"round": (REFERENCE,)}, members=members)
        explained.show(traced, pairs[0].indicator, points, names, key="compare_behind")


def over_rounds(desk: Desk, provider: Provider, indicator: Indicator) -> None:
    """The provider's line, and its country's behind it, grey and dashed."""
    mine = of_provider(desk, provider).points(indicator, "round", desk.rounds)
    country = without_provider(desk).points(indicator, "round", desk.rounds)
    name = labels.country_name(desk.chosen.country or "")
    traced = Traced(of_provider(desk, provider), "round")
    about = Block(indicator, desk.catalogue, "provider_rounds", traced)
    said = beside.over_rounds(mine, country, name, scale_of(indicator))
    block.over_rounds(about, mine, beside=Beside(name, country), said=said)


def choose_number(pairs: Sequence[Pair]) -> Indicator:
    offered = {pair.indicator.id: pair.indicator for pair in pairs}
    words = {id_: text_of(each.label) for id_, each in offered.items()}
    return offered[choose_one(say("screens.domain.number"), words, key="provider_number")]


def without_provider(desk: Desk) -> Desk:
    where = {name: codes for name, codes in desk.chosen.where.items() if name != "provider"}
    return replace(desk, chosen=replace(desk.chosen, where=where))


def _values(desk: Desk, indicators: Sequence[Indicator]) -> Mapping[str, Point]:
    found = {each.indicator: each for each in desk.figures(indicators, (), round=(REFERENCE,))}
    return {each.id: point_of(found.get(each.id), each, REFERENCE) for each in indicators}


def _table(pairs: Sequence[Pair], country: str) -> None:
    values = {
        say("screens.places.this_provider"): [_words(pair.indicator, pair.mine) for pair in pairs],
        say("screens.table.answered"): [str(pair.mine.n or "–") for pair in pairs],
        country: [_words(pair.indicator, pair.country) for pair in pairs],
    }
    first = {say("screens.places.number"): [text_of(pair.indicator.label) for pair in pairs]}
    tables.aligned({**first, **values}, right=values, alt=say("screens.places.compare_alt"))


def _words(indicator: Indicator, point: Point) -> str:
    return scale_of(indicator).of(point) if point.is_known else "[x]"
