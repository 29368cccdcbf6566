"""Disclosures of harm in words: how many were answered in time, how many wait, and for how long. Names no person."""

from collections.abc import Sequence

from monitoring.services.disclosures import Disclosures
from monitoring.statistics.intervals import wilson
from monitoring.ui import labels, numbers
from monitoring.words import say

FEWEST = 5
"""Of fewer disclosures no share is told: one of them would make a fifth of it."""


def sentences(found: Sequence[Disclosures], days: int, *, is_provider: bool = False) -> list[str]:
    """What was answered, what is open, and where: two to four sentences. `days`: the rule in which to answer."""
    said = [] if is_provider else _answered(found, days)
    waiting = [each for each in found if each.open]
    if not waiting:
        none = say("disclosures.none_open_own" if is_provider else "disclosures.none_open")
        return [*said, none] if found or is_provider else said
    return [*said, _open(waiting, is_provider=is_provider), *_still_in_time(waiting, days), *_where(waiting)]


def _answered(found: Sequence[Disclosures], days: int) -> list[str]:
    told, answered = (sum(getattr(each, name) or 0 for each in found) for name in ("told", "answered"))
    if not told:
        return [say("disclosures.nobody")]
    first = say("disclosures.told_one") if told == 1 else say("disclosures.told", n=numbers.count(told))
    facts = {"days": days, "answered": numbers.count(answered)}
    limits = wilson(answered, told)
    if told < FEWEST or limits is None:
        return [first, say("disclosures.answered_few", **facts)]
    low, high = (100 * limit for limit in limits)
    facts |= {"share": numbers.percent(100 * answered / told)}
    return [first, say("disclosures.answered", low=numbers.count(low), high=numbers.percent(high), **facts)]


def _open(waiting: Sequence[Disclosures], *, is_provider: bool) -> str:
    number = sum(each.open for each in waiting)
    key = ("open_own" if is_provider else "open") + ("_one" if number == 1 else "")
    facts = {"age": _age(max(each.oldest_open_days or 0 for each in waiting))}
    return say(f"disclosures.{key}", **facts) if number == 1 else say(f"disclosures.{key}", n=number, **facts)


def _still_in_time(waiting: Sequence[Disclosures], days: int) -> list[str]:
    number = sum(each.still_in_time for each in waiting)
    if not number:
        return []
    return [say("disclosures.still_in_time_one" if number == 1 else "disclosures.still_in_time", n=number, days=days)]


def _where(waiting: Sequence[Disclosures]) -> list[str]:
    """By country, in the order of their names; of one country alone there is nothing to say."""
    if len(waiting) < 2:
        return []
    by_code = {each.country: each for each in waiting}
    parts = [
        say("disclosures.place", country=labels.country_name(code), n=each.open, age=_age(each.oldest_open_days or 0))
        for code, each in ((code, by_code[code]) for code in labels.by_name(list(by_code)))
    ]
    return [say("disclosures.where", places=labels.listed(parts))]


def _age(days: int) -> str:
    return numbers.days(days) if days else say("disclosures.today")
