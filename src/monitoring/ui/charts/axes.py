"""Time axes: months since return in true spacing, or calendar quarters, with the people who answered below."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from monitoring.ui import numbers
from monitoring.ui.points import Point, State
from monitoring.words import say

LONG, CLOSE = 100, 4
"""A number of people that is long, and months between ticks that are close."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Where each key stands, the tick below it, its name in a hover, and the words under the axis."""

    places: Mapping[str, float]
    ticks: Mapping[str, str]
    names: Mapping[str, str]
    title: str
    limits: tuple[float, float]
    column: float  # the width of the hatched column of a withheld point
    no_round: str = ""  # said at a missing point; empty: only a dotted line


def place_of_round(key: str) -> float:
    """`12` stands at 12; pooled rounds such as `3-6` stand in their middle."""
    months = [int(part) for part in key.split("-")]
    return sum(months) / len(months)


def round_name(key: str) -> str:
    """`0` in words: return; `12`: month 12; `3-6`: months 3 to 6."""
    if key == "0":
        return say("screens.rounds.at_return")
    first, _, last = key.partition("-")
    return say("screens.rounds.months", first=first, last=last) if last else say("screens.rounds.month", month=first)


def rounds_axis(points: Sequence[Point]) -> TimeAxis:
    """Rounds with the number of people who answered under each."""
    places = {point.key: place_of_round(point.key) for point in points}
    return TimeAxis(
        places=places,
        ticks=_round_ticks(points, places),
        names={point.key: round_name(point.key) for point in points},
        title=say("screens.chart.months_since_return"),
        limits=(-1.8, max(places.values(), default=0) + 2.2),
        column=2.6,
        no_round=say("screens.chart.no_round"),
    )


def panel_axis(keys: Iterable[str]) -> TimeAxis:
    """Rounds in a small chart: a tick only where there is room."""
    places = {key: place_of_round(key) for key in keys}
    ticks = {key: key if places[key] in (0, 6, 12, 24, 36) or "-" in key else "" for key in places}
    last = max(places.values(), default=0)
    return TimeAxis(places, ticks, {key: round_name(key) for key in places}, "", (-1.8, last + 2.2), column=2.6)


def quarters_axis(points: Sequence[Point]) -> TimeAxis:
    """Quarters side by side; the year stands under its first quarter."""
    places = {point.key: float(at) for at, point in enumerate(points)}
    ticks, seen = {}, ""
    is_long = any((point.n or 0) >= 10 * LONG for point in points)
    for at, point in enumerate(points):
        year, number = point.key.split("-Q")
        quarter = say("screens.chart.quarter", n=number)
        lower = "<br>" if is_long and at % 2 else ""
        ticks[point.key] = _people_under(quarter + lower, point) + ("" if year == seen else f"<br>{year}")
        seen = year
    names = {point.key: numbers.quarter(point.key) for point in points}
    return TimeAxis(places, ticks, names, "", (-0.5, max(len(places) - 0.5, 0.5)), column=0.6)


def _round_ticks(points: Sequence[Point], places: Mapping[str, float]) -> dict[str, str]:
    """A long number so close to its neighbour that the two would run together on a phone goes a line lower."""
    ticks: dict[str, str] = {}
    before: Point | None = None
    is_lower = False
    for point in points:
        is_close = before is not None and places[point.key] - places[before.key] < CLOSE
        is_lower = is_close and not is_lower and max(point.n or 0, (before.n or 0) if before else 0) >= LONG
        ticks[point.key] = _people_under(point.key + "<br>" if is_lower else point.key, point)
        before = point
    return ticks


def _people_under(tick: str, point: Point) -> str:
    """A count has no people beneath it: it is the people. `[r]` where the last release said otherwise."""
    mark = " [r]" if point.revised else ""
    if point.state is State.WITHHELD and point.n is None:
        return f"{tick}<br>[c]{mark}"
    if point.n is None:
        return f"{tick}{mark}" if point.is_known else f"{tick}<br>–"
    return f"{tick}<br>{numbers.count(point.n)}{mark}"
