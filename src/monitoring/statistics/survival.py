"""Time to an event, where some were followed for longer than others. Pure: times in, a curve and its risks out.

Kaplan, E. L. and Meier, P. (1958), Journal of the American Statistical Association 53: 457-481; the interval is the
log-log one (Kalbfleisch and Prentice 1980), which stays between 0 and 1. Computed by `scipy.stats.ecdf`.
Whoever leaves observation is taken to fare like those who stay: where people are lost because they fare worse, the
true risk is higher. Bounds for that are not computed here.
"""

import math
import warnings
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST_AT_RISK = 5
"""With fewer people still followed than this, a risk is not worth its name and is not given."""

OUTSIDE = 0.025
"""What a 95 % interval leaves out at either end."""


@dataclass(frozen=True, slots=True)
class Followed:
    """One person: days from the origin to the event, or to the last day on which it was known not to have come."""

    days: float
    had_event: bool


@dataclass(frozen=True, slots=True)
class Step:
    """The curve from this day to the next step: the share without the event so far, and its limits, where defined."""

    day: float
    at_risk: int  # people followed up to this day, those with an event on it included
    events: int  # on this day
    without_event: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Risk:
    """The share with the event by a day, between 0 and 1. `value` is None with fewer than five people at risk.

    With no event so far `value` is 0 and `low` is None: only the upper limit can be said.
    """

    day: float
    at_risk: int  # people followed up to the day
    events: int  # up to the day
    value: float | None = None
    low: float | None = None
    high: float | None = None


def curve(people: Sequence[Followed]) -> tuple[Step, ...]:
    """One step a day on which anybody had the event or was followed for the last time, in order."""
    if not people:
        return ()
    from scipy.stats import CensoredData, ecdf  # slow to import; only pages about re-trafficking need it

    events = [person.days for person in people if person.had_event]
    others = [person.days for person in people if not person.had_event]
    with warnings.catch_warnings():  # before the first event, and once everybody had one, there is no interval
        warnings.simplefilter("ignore", RuntimeWarning)
        found = ecdf(CensoredData(uncensored=events, right=others)).sf
        limits = found.confidence_interval(method="log-log")
    rows = zip(found.quantiles, found.probabilities, limits.low.probabilities, limits.high.probabilities, strict=True)
    ordered, on_day = sorted(person.days for person in people), Counter(events)
    return tuple(
        Step(
            day=float(day),
            at_risk=len(ordered) - bisect_left(ordered, day),
            events=on_day[day],
            without_event=float(share),
            low=_known(low),
            high=_known(high),
        )
        for day, share, low, high in rows
    )


def risk_by(people: Sequence[Followed], day: float, steps: Sequence[Step] | None = None) -> Risk:
    """How many had the event by the day, allowing for those who were followed for less long.

    `steps` is the curve of the same people, where it is at hand: several days need it only once.
    """
    at_risk = sum(person.days >= day for person in people)
    events = sum(person.had_event and person.days <= day for person in people)
    if at_risk < FEWEST_AT_RISK:
        return Risk(day, at_risk, events)
    if not events:
        return Risk(day, at_risk, 0, 0.0, None, upper_limit_of_none(at_risk))
    step = [each for each in steps or curve(people) if each.day <= day][-1]
    low, high = (None if limit is None else 1 - limit for limit in (step.high, step.low))
    return Risk(day, at_risk, events, 1 - step.without_event, low, high)


def upper_limit_of_none(people: int) -> float:
    """The highest risk that still fits with no event among so many: the exact limit of Clopper and Pearson (1934)."""
    return 1 - float(OUTSIDE ** (1 / people))


def _known(limit: float) -> float | None:
    """SciPy writes what is undefined as NaN, which no reader could tell from a slip."""
    return None if math.isnan(limit) else float(limit)
