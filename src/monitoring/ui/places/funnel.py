"""All providers of a country in one picture, the chosen one named: how far chance alone would carry a small group."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.domain.provider import Provider
from monitoring.services import places
from monitoring.statistics.funnel import Limits, limits
from monitoring.ui import explained, numbers, palette, tables
from monitoring.ui.charts.draw import draw
from monitoring.ui.charts.funnel import HEIGHT, Dot, funnel_chart
from monitoring.ui.explained import Traced
from monitoring.ui.labels import text_of
from monitoring.ui.places.provider import without_provider
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.points import FEW, Point, point_of
from monitoring.ui.reading import REFERENCE, Desk
from monitoring.words import say

FEWEST = 5
"""Providers with fewer answers are left out: a dot of one person says nothing of a provider and much of the person."""


def show(desk: Desk, provider: Provider, indicator: Indicator, country: str) -> None:
    """One dot a provider with at least five answers. Says whether the chosen one lies where chance would keep it."""
    whole = without_provider(desk)
    names = {each.id: each.name for each in places.providers(desk.actor, desk.house, desk.chosen.country)}
    points = [each for each in whole.points(indicator, "provider", names, round=(REFERENCE,)) if _is_shown(each)]
    found = whole.figures([indicator], (), round=(REFERENCE,))
    everybody = point_of(found[0] if found else None, indicator, REFERENCE)
    if not everybody.is_known or not points:
        st.markdown(say("screens.funnel.too_few", n=FEWEST))
        return
    st.markdown(_said(points, everybody, provider, country))
    _draw(points, everybody, provider, text_of(indicator.label))
    wanted, is_asked = explained.toggles("funnel")
    if wanted:
        _table(points, names, text_of(indicator.label))
    if is_asked:
        traced = Traced(whole, "provider", {"round": (REFERENCE,)})
        explained.show(traced, indicator, points, names, key="funnel_behind")
    left_out = len(names) - len(points)
    if left_out:
        st.caption(say("screens.funnel.left_out", n=numbers.count(left_out), least=FEWEST))
    st.caption(say("screens.funnel.caution"))


def _is_shown(point: Point) -> bool:
    return point.is_known and (point.n or 0) >= FEWEST


def _said(points: Sequence[Point], everybody: Point, provider: Provider, country: str) -> str:
    """Where the chosen provider lies: inside, between the lines, or beyond what is rare."""
    own = next((each for each in points if each.key == provider.id), None)
    if own is None:
        return say("screens.funnel.own_too_few", least=FEWEST)
    lines = limits((everybody.value or 0) / 100, own.n or 1)
    share = (own.value or 0) / 100
    inner, outer = lines.low <= share <= lines.high, lines.lowest <= share <= lines.highest
    facts = {"share": numbers.percent(own.value or 0), "people": numbers.people(own.n or 0), "country": country}
    facts["all"] = numbers.percent(everybody.value or 0)
    sentence = say(f"screens.funnel.{'inside' if inner else 'between' if outer else 'beyond'}", **facts)
    return f"{sentence} {say('screens.funnel.few')}" if (own.n or 0) < FEW else sentence


def _draw(points: Sequence[Point], everybody: Point, provider: Provider, title: str) -> None:
    most = max(point.n or 0 for point in points)
    lines: list[Limits] = [limits((everybody.value or 0) / 100, people) for people in _steps(most)]
    dots = [
        Dot(
            people=point.n or 0,
            share=point.value or 0,
            hover=say(
                "screens.funnel.hover", share=numbers.percent(point.value or 0), people=numbers.people(point.n or 0)
            ),
            name=say("screens.places.this_provider") if point.key == provider.id else "",
        )
        for point in points
    ]
    alt = say(
        "screens.funnel.alt", title=title, n=numbers.count(len(points)), all=numbers.percent(everybody.value or 0)
    )
    draw(funnel_chart(dots, lines, everybody.value or 0, palette.current()), alt=alt, key="funnel", height=HEIGHT)
    st.caption(say("screens.funnel.key"))


def _steps(most: int) -> list[int]:
    """Numbers of people at which the lines are drawn: close together where they bend."""
    return sorted({*range(2, min(most, 30) + 1), *range(30, most + 1, max(1, most // 40)), most, 2})


def _table(points: Sequence[Point], names: dict[str, str], title: str) -> None:
    columns = {
        say("screens.table.provider"): [for_markdown(names[point.key]) for point in points],
        say("screens.table.percent"): [numbers.percent(point.value or 0) for point in points],
        say("screens.table.answered"): [numbers.count(point.n or 0) for point in points],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=title)
    st.caption(say("screens.key.order"))
