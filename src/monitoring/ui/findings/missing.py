"""Those not interviewed, in words: why, and whether they stood differently at return. Blames nobody."""

from collections.abc import Mapping

from monitoring.services.who_we_hear_from import RoundStatus
from monitoring.ui import labels, numbers
from monitoring.ui.charts.axes import round_name
from monitoring.ui.findings.compare import has_few, may_be_chance
from monitoring.ui.findings.same import TOO_FEW
from monitoring.ui.points import FEW, Point
from monitoring.words import say

REASONS = ("not_reached", "not_attempted", "not_recorded", "declined", "unsafe", "withdrew", "deceased")
"""What became of those not interviewed; together they are all of them."""


def of_reasons(status: RoundStatus) -> str:
    """`Of 49 people due at month 12 and not interviewed: not reached 31, nothing recorded 12 and unsafe 6.`"""
    counts = {name: getattr(status, name) for name in REASONS}
    there = {name: number for name, number in counts.items() if number}
    parts = [f"{labels.lowered(say(f'missed.reasons.{name}'))} {numbers.count(n)}" for name, n in there.items()]
    people = numbers.people(status.not_interviewed)
    sentence = say("missed.said", people=people, round=round_name(str(status.months)), parts=labels.listed(parts))
    return f"{sentence} {say('missed.few')}" if status.not_interviewed < FEW else sentence


def of_baselines(found: Mapping[str, tuple[Point, Point]]) -> str:
    """In which numbers those not interviewed stood clearly elsewhere at return, of those that can be compared."""
    both = {name: pair for name, pair in found.items() if min(each.n or 0 for each in pair) >= TOO_FEW}
    if not both:
        return say("missed.baseline_too_few")
    apart = [labels.lowered(name) for name, pair in both.items() if may_be_chance(*pair) is False]
    facts = {"n": numbers.count(len(apart)), "all": numbers.count(len(both))}
    key = "missed.baseline_apart" if apart else "missed.baseline_alike"
    sentence = say(key, names=labels.listed(apart), **facts)
    return f"{sentence} {say('missed.few')}" if any(has_few(*pair) for pair in both.values()) else sentence
