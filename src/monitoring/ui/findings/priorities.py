"""What people put first in words, and whether a service for it began. Things whose ranges overlap are not ordered."""

from collections.abc import Mapping, Sequence

from monitoring.ui import labels, numbers
from monitoring.ui.findings.compare import has_few, nothing_known, ranges_meet
from monitoring.ui.points import Point, State
from monitoring.words import say

NAMED = 3
"""How many things the sentence names."""


def of_priorities(points: Sequence[Point], names: Mapping[str, str]) -> str:
    """`Of 61 people, 31 % put a home first, 22 % work and 14 % health; the ranges overlap ... Nobody: faith.`"""
    known = [point for point in points if point.is_known and point.value]
    if not known:
        return say(f"screens.says.{nothing_known(points)}")
    most = sorted(known, key=lambda point: -(point.value or 0))[:NAMED]
    parts = [f"{labels.lowered(names[each.key])} ({numbers.percent(each.value or 0)})" for each in most]
    sentence = say("own_words.priorities.says.most", people=numbers.people(most[0].n or 0), names=labels.listed(parts))
    if len(most) > 1 and ranges_meet(most[0], most[1]):
        sentence += f"; {say('own_words.priorities.says.not_ordered')}"
    sentence += f"; {say('screens.says.few')}." if has_few(*most) else "."
    return " ".join([sentence, *_nobody(points, names)])


def whether_met(point: Point) -> str:
    """`54 % of 61 (likely 42 to 66 %).`"""
    if point.state is State.WITHHELD:
        return say("screens.says.withheld")
    if not point.is_known:
        return say("own_words.priorities.says.met_nobody")
    facts = {"people": numbers.people(point.n or 0), "value": numbers.percent(point.value or 0)}
    if point.is_too_wide:
        return say("own_words.priorities.says.met_too_few", **facts)
    low, high = numbers.count(point.low or 0), numbers.percent(point.high or 0)
    return say("own_words.priorities.says.met", low=low, high=high, **facts)


def _nobody(points: Sequence[Point], names: Mapping[str, str]) -> list[str]:
    none = [labels.lowered(names[each.key]) for each in points if each.is_known and not each.value]
    return [say("own_words.priorities.says.nobody", names=labels.listed(none))] if none else []
