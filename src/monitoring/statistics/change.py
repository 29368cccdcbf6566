"""Change in the same people between two rounds: how much on average, and how many each way. Compares no groups.

Everybody counted here answered in both rounds. Whoever answered once only cannot have changed for all we know.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from monitoring.statistics.intervals import mean_interval, wilson


@dataclass(frozen=True, slots=True)
class Change:
    """`value`, `low` and `high` in the measure's own unit (of a share between -1 and 1); `low` and `high` may be None.

    `improved`, `same` and `worsened` add up to `people`: what counts as a change is the caller's rule.
    """

    people: int
    value: float
    low: float | None
    high: float | None
    improved: int
    same: int
    worsened: int


def change_of_values(pairs: Sequence[tuple[float, float]], *, measurable: float, up_is_better: bool) -> Change | None:
    """The mean change from the first to the second value of each pair, with the t interval of the paired differences.

    A person improved or worsened by at least `measurable`, in the values' unit; less is "same". None of no pairs.
    """
    if not pairs:
        return None
    differences = [second - first for first, second in pairs]
    mean = fsum(differences) / len(differences)
    spread = _standard_deviation(differences, mean)
    low, high = mean_interval(mean, spread, len(differences)) or (None, None)
    rose = sum(_reaches(each, measurable) for each in differences)
    fell = sum(_reaches(-each, measurable) for each in differences)
    improved, worsened = (rose, fell) if up_is_better else (fell, rose)
    return Change(len(differences), mean, low, high, improved, len(differences) - rose - fell, worsened)


def change_of_shares(*, gained: int, kept: int, without: int, lost: int, up_is_better: bool) -> Change | None:
    """The difference of the two rounds' shares among the same people, second minus first. None of nobody.

    The interval is Newcombe's for paired data (method 10 of Newcombe, R. G. (1998), Statistics in Medicine 17:
    2635-2650): Wilson's limits of both shares, joined by their correlation. It keeps its level in groups of ten, where
    the usual one, made from the discordant pairs alone, has no width once nobody changed.
    """
    people = gained + kept + without + lost
    if not people:
        return None
    value = (gained - lost) / people
    low, high = _newcombe(kept=kept, lost=lost, gained=gained, without=without)
    improved, worsened = (gained, lost) if up_is_better else (lost, gained)
    return Change(people, value, low, high, improved, kept + without, worsened)


def _newcombe(*, kept: int, lost: int, gained: int, without: int) -> tuple[float, float]:
    people = kept + lost + gained + without
    before, after = (kept + lost) / people, (kept + gained) / people
    low_before, high_before = wilson(kept + lost, people) or (before, before)
    low_after, high_after = wilson(kept + gained, people) or (after, after)
    together = _correlation(kept, lost, gained, without)
    below = _joined(after - low_after, high_before - before, together)
    above = _joined(high_after - after, before - low_before, together)
    return max(-1.0, after - before - below), min(1.0, after - before + above)


def _correlation(kept: int, lost: int, gained: int, without: int) -> float:
    """Phi of the two answers, drawn towards 0 where it is positive, as Newcombe's method 10 does."""
    margins = (kept + lost) * (gained + without) * (kept + gained) * (lost + without)
    if not margins:
        return 0.0
    product = kept * without - lost * gained
    half = (kept + lost + gained + without) / 2
    drawn = product - half if product > half else min(product, 0)
    return float(drawn / sqrt(margins))


def _joined(one: float, other: float, correlation: float) -> float:
    return sqrt(one**2 - 2 * correlation * one * other + other**2)


def _standard_deviation(values: Sequence[float], mean: float) -> float | None:
    if len(values) < 2:
        return None
    return sqrt(fsum((each - mean) ** 2 for each in values) / (len(values) - 1))


def _reaches(difference: float, measurable: float) -> bool:
    """0.7 - 0.575 is a measurable 0.125, though not in binary fractions."""
    return difference >= measurable - 1e-9
