"""Numerators inside each other: who was interviewed was reached, so those reached and not interviewed are known too.

Of the same people in the same cell two rounded numbers give their difference within the rounding of both. Where that
could be a small count, and is not left the whole of 0 to 10 but for the slack, the inner number is told by its quarter,
or not at all. Decided from what is published alone, so that the decision tells nothing more.
"""

from math import ceil, floor

from monitoring.domain.release import Published, Shown
from monitoring.domain.release_plan import Group, ReleaseRules
from monitoring.protection.cells import FOR_OTHERS, Block, Saying, Series
from monitoring.protection.known import Limits
from monitoring.protection.saying import QUARTERS


def tell_less_of_nested(block: Block, saying: Saying, rules: ReleaseRules) -> None:
    """Of each pair that is nested, inner first, and of each cell where both say something."""
    for inner, outer in block.nested:
        for group in block.groups:
            if saying[outer, group].shown is Shown.NUMBER and saying[inner, group].shown is not Shown.WITHHELD:
                saying[inner, group] = _told(block, inner, group, saying[inner, group], saying[outer, group], rules)


def difference(inner: Published, outer: Published, rules: ReleaseRules) -> Limits:
    """What the outer counts and the inner does not, by what both publish.

    Where both are kept from the last release, they are what was decided then: one person more changes nothing.
    """
    is_kept = inner.carried and outer.carried
    whole, part = (
        _limits(each, rules.slack if is_kept or not each.carried else rules.kept_within) for each in (outer, inner)
    )
    return Limits(max(whole.low - part.high, 0), max(whole.high - part.low, 0))


def is_well_hidden(found: Limits, rules: ReleaseRules) -> bool:
    """Whether it is no small count, or any of them."""
    return found.low >= rules.smallest or (found.low <= rules.slack and found.high >= rules.smallest - 1 - rules.slack)


def _told(
    block: Block, inner: Series, group: Group, said: Published, outer: Published, rules: ReleaseRules
) -> Published:
    if is_well_hidden(difference(said, outer, rules), rules):
        return said
    if said.shown is Shown.NUMBER:
        share = block.series[inner].affected[group] / block.people[group]
        quarter = min(int(QUARTERS * share), QUARTERS - 1)
        less = Published(Shown.BAND, None, None, said.denominator, quarter)
        if is_well_hidden(difference(less, outer, rules), rules):
            return less
    return FOR_OTHERS


def _limits(said: Published, wide: int) -> Limits:
    if said.shown is Shown.NUMBER:
        return Limits((said.numerator or 0) - wide, (said.numerator or 0) + wide)
    people, band = said.denominator or 0, said.band or 0
    return Limits(ceil(band * (people - wide) / QUARTERS), floor((band + 1) * (people + wide) / QUARTERS))
