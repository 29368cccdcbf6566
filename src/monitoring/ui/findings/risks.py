"""Risks in words, by time since return and by the calendar. Of no case only the highest risk that fits is said."""

from collections.abc import Sequence

from monitoring.services.time_to_event import RiskBy, TimeToEvent
from monitoring.statistics.rates import Rate, rate
from monitoring.statistics.survival import Risk
from monitoring.ui import labels, numbers
from monitoring.words import say


def by_months(told: Sequence[RiskBy]) -> str:
    """`Known by then: within 6 months 2 %, within 12 months 4 % and within 24 months not told.`"""
    return say("screens.domain.months_say", parts=labels.listed([part(each.months, each.risk) for each in told]))


def value(risk: Risk) -> str:
    """`4 %`; of no case `0 to 9 %`; `–` where too few are followed."""
    if risk.value is None:
        return "–"
    if not risk.events and risk.high is not None:
        return say("screens.number.range", low="0", high=numbers.percent(100 * risk.high))
    return numbers.percent(100 * risk.value)


def limits(risk: Risk) -> str:
    if risk.value is None or risk.high is None:
        return "–"
    return say("screens.number.range", low=numbers.count(100 * (risk.low or 0)), high=numbers.percent(100 * risk.high))


def by_calendar(found: TimeToEvent) -> str:
    """`3 cases known in 812 years of following people: 0.4 a year for every 100 (likely 0.1 to 1.1).`"""
    days = sum(each.years for _, each in found.by_quarter) * 365.25
    whole = rate(found.events, days)
    if whole is None:
        return say("screens.curve.nobody_followed")
    key = "no_case" if not whole.events else "one_case" if whole.events == 1 else "cases_in"
    years = numbers.count(whole.years)
    return say(f"screens.curve.{key}", n=numbers.count(whole.events), years=years, rate=rate_in_words(whole))


def rate_in_words(each: Rate) -> str:
    """`0.4 (0.1 to 1.1)`; of no case `up to 4.5`."""
    high = numbers.one_decimal(each.high)
    if each.low is None:
        return say("screens.curve.up_to", high=high)
    low, middle = (numbers.one_decimal(number) for number in (each.low, each.value))
    return say("screens.curve.rate_range", value=middle, low=low, high=high)


def part(months: int, risk: Risk) -> str:
    """`within 12 months 4 %`."""
    if risk.value is None:
        return say("screens.domain.months_untold", months=months)
    if not risk.events:
        high = numbers.percent(100 * (risk.high or 0))
        return say("screens.domain.months_no_event", months=months, high=high)
    return say("screens.domain.months_part", months=months, value=numbers.percent(100 * risk.value))
