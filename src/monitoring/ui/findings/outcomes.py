"""A core outcome in one sentence: what its first numbers say, one after the other, as far as they bear it."""

from collections.abc import Sequence

from monitoring.domain.indicator import Indicator
from monitoring.ui.findings.compare import has_few, nothing_known
from monitoring.ui.findings.title import finding
from monitoring.ui.labels import lowered
from monitoring.ui.points import Point
from monitoring.words import say

TOLD = 2
"""How many of the numbers the sentence speaks of."""


def of_outcome(numbers_of: Sequence[tuple[Indicator, Point]]) -> str:
    """`Two in three had the same support worker for three months; one in three know that their support will go on.`"""
    known = [(indicator, point) for indicator, point in numbers_of if point.is_known]
    if not known:
        return say(f"screens.says.{nothing_known([point for _, point in numbers_of])}")
    readable = [(indicator, point) for indicator, point in known if not point.is_too_wide][:TOLD]
    if not readable:
        return say("own_words.outcomes.too_few")
    said = [finding(indicator, point, "").sentence for indicator, point in readable]
    sentence = "; ".join([said[0], *(lowered(each) for each in said[1:])])
    return f"{sentence}; {say('screens.says.few')}." if has_few(*(point for _, point in readable)) else f"{sentence}."
