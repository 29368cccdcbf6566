"""One sentence for a provider beside its country. Says where they differ, never who does better."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.ui import labels, numbers
from monitoring.ui.charts.axes import round_name
from monitoring.ui.findings.compare import has_few, may_be_chance
from monitoring.ui.points import Point, Scale, State
from monitoring.words import say

OUTSIDE_BY_CHANCE = 0.05
"""Of so many 95 % ranges, the true value lies outside."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One number of a provider, and of all providers of its country together."""

    label: str
    mine: Point
    country: Point


def of_numbers(pairs: Sequence[Beside], country: str) -> str:
    """`In 2 of 8 numbers Moldova as a whole lies outside this provider's likely range: secure home and feels safe.`"""
    both = [each for each in pairs if each.mine.is_known and each.country.is_known]
    if not both:
        is_kept_back = any(each.mine.state is State.WITHHELD for each in pairs)
        return say("screens.says.withheld" if is_kept_back else "screens.says.nobody")
    outside = [labels.lowered(each.label) for each in both if not _is_within(each.country.value, each.mine)]
    facts = {"country": country, "n": numbers.count(len(outside)), "all": numbers.count(len(both))}
    if outside:
        sentence = say("screens.says.beside_outside", **facts, names=labels.listed(outside))
    else:
        sentence = say("screens.says.beside_within", **facts)
    by_chance = numbers.whole(OUTSIDE_BY_CHANCE * len(both))
    if outside and by_chance:
        sentence += f"; {say('screens.says.beside_by_chance', n=numbers.count(by_chance))}"
    return f"{sentence}; {say('screens.says.few')}." if has_few(*(each.mine for each in both)) else f"{sentence}."


def over_rounds(mine: Sequence[Point], country: Sequence[Point], name: str, scale: Scale) -> str:
    """`At month 24: this provider 67 %, Moldova as a whole 65 %; no clear difference.`"""
    theirs = {point.key: point for point in country if point.is_known}
    both = [(point, theirs[point.key]) for point in mine if point.is_known and point.key in theirs]
    many = [pair for pair in both if not has_few(*pair)]
    if not both:
        return say("screens.says.nobody")
    own, whole = (many or both)[-1]
    facts = {"when": say("screens.says.at_round", round=round_name(own.key)), "country": name}
    facts |= {"mine": scale.of(own), "theirs": scale.of(whole)}
    sentence = say("screens.says.beside_at", **facts)
    meet = may_be_chance(own, whole)
    verdict = "" if meet is None else f"; {say('screens.says.two_meet' if meet else 'screens.says.two_apart')}"
    few = f"; {say('screens.says.few')}" if has_few(own, whole) else ""
    return f"{sentence[:1].upper()}{sentence[1:]}{verdict}{few}."


def _is_within(value: float | None, point: Point) -> bool:
    """Without a likely range nothing can be told apart."""
    if value is None or point.low is None or point.high is None:
        return True
    return point.low <= value <= point.high
