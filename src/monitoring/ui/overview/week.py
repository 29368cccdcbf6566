"""This week: hand-ins awaited, rounds overdue, what the last hand-in changed. And what needs a look, by country."""

from collections.abc import Mapping, Sequence

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.services.this_week import ThisWeek, this_week
from monitoring.ui import labels, numbers, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.points import Point
from monitoring.ui.reading import REFERENCE, Desk
from monitoring.words import say

LOW = 60
"""Percent of those due at month 12: below it, a country's follow-up is worth a look."""


def read(desk: Desk) -> ThisWeek | None:
    """As the filters stand; None for whoever sees no hand-ins."""
    if not desk.actor.may(Deed.SEE_SUBMISSIONS):
        return None
    return this_week(desk.actor, desk.house, desk.chosen.where, desk.chosen.as_of)


def strip(week: ThisWeek, desk: Desk) -> None:
    """Three statements side by side, in words; nothing to count, nothing to click. Of one country, its own."""
    chosen = desk.chosen
    st.header(
        say("screens.week.title") if chosen.as_of is None else say("screens.week.then", day=numbers.day(chosen.as_of)),
        anchor=False,
    )
    columns = st.columns(3, gap="medium")
    said = (("hand_ins", _waiting(week, chosen.country)), ("overdue", _overdue(week)), ("latest", _latest(week)))
    for column, (name, sentence) in zip(columns, said, strict=True):
        with column.container(gap=None):
            st.caption(say(f"screens.week.{name}"))
            st.markdown(sentence)


def needs_a_look(week: ThisWeek, series: Mapping[str, Sequence[Point]]) -> None:
    """A short list by country, alphabetical: rounds overdue, rounds that others hold and it does not, low follow-up."""
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
    tables.light(columns)


def _look(overdue: int, points: Sequence[Point]) -> list[str]:
    late = "screens.week.rounds_overdue_one" if overdue == 1 else "screens.week.rounds_overdue"
    said = [say(late, n=numbers.count(overdue))] if overdue else []
    for point in points:
        if point.due and not point.interviewed:
            said.append(say("screens.week.not_held", round=round_name(point.key)))
        elif point.key == REFERENCE and point.due and 100 * (point.interviewed or 0) / point.due < LOW:
            share = numbers.percent(100 * (point.interviewed or 0) / point.due)
            said.append(say("screens.week.low", round=round_name(point.key), share=share))
    return [sentence if at else sentence[:1].upper() + sentence[1:] for at, sentence in enumerate(said)]


def _waiting(week: ThisWeek, own: str | None) -> str:
    if week.quarter is None:
        return say("hand_ins.expected.not_declared")
    quarter = numbers.quarter(str(week.quarter))
    if own is not None:
        key = "own_waiting" if own in week.waiting else "own_handed_in"
        return say(f"screens.week.{key}", country=labels.country_name(own), quarter=quarter)
    if not week.waiting:
        return say("screens.week.all_handed_in", quarter=quarter)
    names = [labels.country_name(code) for code in labels.by_name(list(week.waiting))]
    return say("screens.week.waiting", names=labels.listed(names), quarter=quarter)


def _overdue(week: ThisWeek) -> str:
    total = sum(number for _, number in week.overdue)
    if not total:
        return say("screens.week.none_overdue")
    late = [country for country, number in week.overdue if number]
    key = "screens.week.overdue_in_one" if len(late) == 1 else "screens.week.overdue_in"
    place = labels.country_name(late[0])
    return say(key, n=numbers.count(total), country=place, countries=numbers.count(len(late)))


def _latest(week: ThisWeek) -> str:
    if week.latest is None:
        return say("screens.week.no_latest")
    changes = week.latest.changes
    return say(
        "screens.week.latest_was",
        country=labels.country_name(week.latest.country),
        day=numbers.day(week.latest.handed_in_at.date()),
        who=for_markdown(week.latest.handed_in_by),
        new=_some(changes.new),
        changed=_some(changes.changed),
    )


def _some(number: int) -> str:
    return numbers.count(number) if number else say("screens.says.none")
