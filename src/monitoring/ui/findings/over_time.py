"""One sentence for a number over rounds or quarters: its first value and its last, and whether they differ."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from monitoring.ui import labels, numbers
from monitoring.ui.charts.axes import round_name
from monitoring.ui.findings.compare import Change, change_between, first_and_last, has_few, may_be_chance, nothing_known
from monitoring.ui.points import Point, Scale, State
from monitoring.words import say


def over_rounds(points: Sequence[Point], scale: Scale) -> str:
    """`Higher at month 24 than at return: 71 % and 38 %.`"""
    return _ends(points, scale, lambda key: say("screens.says.at_round", round=round_name(key)))


def over_quarters(points: Sequence[Point], scale: Scale, running: str) -> str:
    """The same of the first and the last quarter that are over: of the running one, much is still to come."""
    over = [point for point in points if point.key != running] or points
    return _ends(over, scale, lambda key: say("screens.says.in_quarter", quarter=numbers.quarter(key)))


def over_cohorts(points: Sequence[Point], scale: Scale) -> str:
    """The same of people who came home in different quarters, all seen in one round."""
    return _ends(points, scale, lambda key: say("cohorts.came_home", quarter=numbers.quarter(key)), "cohorts")


def of_countries(series: Sequence[Sequence[Point]]) -> str:
    """How many countries changed since their first round, of those where both ends can be read.

    `Since the first round: higher in 6 countries, lower in none, no clear change in 3.`
    """
    ends = [first_and_last(points) for points in series]
    changes = [change_between(*each) for each in ends if each is not None and not has_few(*each)]
    if not changes:
        return say(f"screens.says.{nothing_known([point for points in series for point in points])}")
    of = {change: changes.count(change) for change in Change}
    parts = [say(f"screens.says.countries_{change}", countries=_countries(number)) for change, number in of.items()]
    rest = len(series) - len(changes)
    sentence = say("screens.says.since_first", parts=labels.listed(parts))
    return _closed(sentence, say("screens.says.countries_untold", countries=_countries(rest)) if rest else "")


def of_numbers(series: Mapping[str, Sequence[Point]]) -> str:
    """The same for several numbers of one country, each by its label: higher is good of one and bad of another."""
    found: dict[str, list[str]] = {change: [] for change in Change}
    untold: list[str] = []
    for name, points in series.items():
        ends = first_and_last(points)
        fits = ends is not None and not has_few(*ends)
        (found[change_between(*ends)] if ends is not None and fits else untold).append(labels.lowered(name))
    parts = [say(f"screens.says.numbers_{each}", names=labels.listed(names)) for each, names in found.items() if names]
    if not parts:
        return say(f"screens.says.{nothing_known([point for points in series.values() for point in points])}")
    sentence = say("screens.says.since_first", parts="; ".join(parts))
    return _closed(sentence, say("screens.says.numbers_untold", names=labels.listed(untold)) if untold else "")


def _ends(
    points: Sequence[Point], scale: Scale, when: Callable[[str], str], of: Literal["times", "cohorts"] = "times"
) -> str:
    """Times of one group change; cohorts, who are different people, differ."""
    known = [point for point in points if point.is_known]
    if not known:
        return say(f"screens.says.{nothing_known(points)}")
    ends = first_and_last(points)
    if ends is None:
        facts = {"when": when(known[0].key), "value": scale.of(known[0])}
        return _closed(say("screens.says.only_once", **facts), _tail(points, known))
    first, last = ends
    facts = {"first": when(first.key), "last": when(last.key)}
    facts |= {"before": scale.of(first), "after": scale.of(last)}
    kind = "count" if may_be_chance(first, last) is None else change_between(first, last)
    key = "cohorts.unclear" if of == "cohorts" and kind == Change.UNCLEAR else f"screens.says.over_{kind}"
    return _closed(say(key, **facts), _tail(points, ends))


def _tail(points: Sequence[Point], said_of: Sequence[Point]) -> str:
    """The one caution that matters most: those spoken of are few, or some are withheld."""
    if has_few(*said_of):
        return say("screens.says.few")
    if any(point.state is State.WITHHELD for point in points):
        return say("screens.says.some_withheld")
    return say("screens.says.few_times_left_out") if has_few(*points) else ""


def _closed(sentence: str, tail: str) -> str:
    return f"{sentence}; {tail}." if tail else f"{sentence}."


def _countries(number: int) -> str:
    if number == 0:
        return say("screens.says.none")
    return say("screens.says.country" if number == 1 else "screens.says.countries", n=numbers.count(number))
