"""This week: hand-ins awaited, rounds overdue, what the last hand-in changed. And what needs a look, by country."""

from collections.abc import Mapping, Sequence

import streamlit as st

from monitoring.services.this_week import ThisWeek
from monitoring.ui import labels, numbers, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.points import Point
from monitoring.ui.reading import REFERENCE
from monitoring.words import say

LOW = 60
"""Percent of those due at month 12: below it, a country's follow-up is worth a look."""


def strip(week: ThisWeek) -> None:
    """Three statements side by side, in words; nothing to count, nothing to click."""
    st.header(say("screens.week.title"), anchor=False)
    columns = st.columns(3, gap="medium")
    said = (("hand_ins", _waiting(week)), ("overdue", _overdue(week)), ("latest", _latest(week)))
    for column, (name, sentence) in zip(columns, said, strict=True):
        with column.container(gap=None):
            st.caption(say(f"screens.week.{name}"))
            st.markdown(sentence)


def needs_a_look(week: ThisWeek, series: Mapping[str, Sequence[Point]]) -> None:
    """A short list by country, alphabetical: visits overdue, rounds that others hold and it does not, low follow-up."""
    overdue = dict(week.overdue)
    held = {point.key for points in series.values() for point in points if point.interviewed}
    seen = {
        country: _look(overdue.get(country, 0), [point for point in series.get(country, ()) if point.key in held])
        for country in labels.by_name(list(series))
    }
    rows = [(labels.country_name(country), " · ".join(said)) for country, said in seen.items() if said]
    if not rows:
        st.markdown(say("screens.week.nothing_to_look_at"))
        return
    columns = {
        say("screens.table.country"): [country for country, _ in rows],
        say("screens.week.what"): [sentence for _, sentence in rows],
    }
    tables.plain(columns, alt=say("screens.week.needs_a_look"))


def _look(overdue: int, points: Sequence[Point]) -> list[str]:
    said = [say("screens.week.visits_overdue", n=numbers.count(overdue))] if overdue else []
    for point in points:
        if point.due and not point.interviewed:
            said.append(say("screens.week.not_held", round=round_name(point.key)))
        elif point.key == REFERENCE and point.due and 100 * (point.interviewed or 0) / point.due < LOW:
            share = numbers.percent(100 * (point.interviewed or 0) / point.due)
            said.append(say("screens.week.low", round=round_name(point.key), share=share))
    return [sentence if at else sentence[:1].upper() + sentence[1:] for at, sentence in enumerate(said)]


def _waiting(week: ThisWeek) -> str:
    if not week.waiting:
        return say("screens.week.all_handed_in")
    names = [labels.country_name(code) for code in labels.by_name(list(week.waiting))]
    return say("screens.week.waiting", names=labels.listed(names))


def _overdue(week: ThisWeek) -> str:
    total = sum(number for _, number in week.overdue)
    return say("screens.week.overdue_total", n=numbers.count(total)) if total else say("screens.week.none_overdue")


def _latest(week: ThisWeek) -> str:
    if week.latest is None:
        return say("screens.week.no_latest")
    changes = week.latest.changes
    return say(
        "screens.week.latest_was",
        country=labels.country_name(week.latest.country),
        day=numbers.day(week.latest.handed_in_at.date()),
        new=numbers.count(changes.new),
        changed=numbers.count(changes.changed),
    )
