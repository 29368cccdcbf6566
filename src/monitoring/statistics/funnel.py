"""How far a small group's share may lie from everybody's by chance alone. Ranks nobody and calls nobody an outlier."""

from dataclasses import dataclass

USUAL, RARE = 0.95, 0.998
"""Of groups that differ by chance alone, these shares lie inside the inner and the outer limits."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Shares between 0 and 1, for a group of `people`. `low` and `high` hold 95 %, the outer ones 99.8 %."""

    people: int
    lowest: float
    low: float
    high: float
    highest: float


def limits(share: float, people: int) -> Limits:
    """The limits around everybody's `share` (0 to 1) for a group of so many people, at least one. Raises ValueError.

    Exact for a count, with the interpolation of Spiegelhalter, D. J. (2005), Statistics in Medicine 24: 1185-1202,
    appendix A.1.1, so that the lines are smooth where the group is small.
    """
    if people < 1 or not 0 <= share <= 1:
        raise ValueError("a group has at least one person, and a share lies between 0 and 1")
    low, high = _limit(share, people, (1 - USUAL) / 2), _limit(share, people, (1 + USUAL) / 2)
    lowest, highest = _limit(share, people, (1 - RARE) / 2), _limit(share, people, (1 + RARE) / 2)
    return Limits(people, lowest, low, high, highest)


def _limit(share: float, people: int, level: float) -> float:
    """The count below which a share of `level` of such groups lies, between two whole counts, as a share."""
    if share in (0, 1):
        return float(share)
    from scipy.stats import binom  # slow to import; only the comparison of providers needs it

    count = int(binom.ppf(level, people, share))
    at_most, below = (float(binom.cdf(each, people, share)) for each in (count, count - 1))
    between = (at_most - level) / (at_most - below)
    return min(1.0, max(0.0, (count - between) / people))
