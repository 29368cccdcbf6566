"""Events in the time that people were followed. Knows no calendar: the caller says how many days in which quarter."""

from dataclasses import dataclass

DAYS_A_YEAR = 365.25
PER_YEARS = 100


@dataclass(frozen=True, slots=True)
class Rate:
    """Events per 100 person-years, with the exact 95 % limits. Without an event there is an upper limit only."""

    events: int
    years: float
    value: float
    low: float | None
    high: float


def rate(events: int, days: float) -> Rate | None:
    """The rate of `events` in so many days of following people; None where nobody was followed.

    The limits are exact for a Poisson count: Garwood, F. (1936), Biometrika 28: 437-442, as R's `poisson.test`.
    """
    if days <= 0:
        return None
    from scipy.special import gammaincinv  # slow to import; only pages about re-trafficking need it

    years = days / DAYS_A_YEAR
    low = float(gammaincinv(events, 0.025)) * PER_YEARS / years if events else None
    high = float(gammaincinv(events + 1, 0.975)) * PER_YEARS / years
    return Rate(events, years, events * PER_YEARS / years, low, high)
