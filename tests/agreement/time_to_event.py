"""How long people are known to have been without an event, and the risk of it, in plain Python.

From the day of return to the first event, or to the last day on which it is known not to have come: "interviewed" alone
says nothing of it. The risk is that of Kaplan and Meier, and is not given where fewer than five are still followed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from contacts import happened_on
from expressions import reading_of
from standing import Person
from units import Units, Where

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Indicator
from monitoring.domain.period import Quarter

FIRST_QUARTER = Quarter(2015, 1)
MONTHS = (6, 12, 24)
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Followed:
    """One person: days from the return to the event, or to the last day of which it is known that there was none."""

    days: int
    had_event: bool


def followed(indicator: Indicator, units: Units, person: Person, day: date) -> tuple[Followed, bool]:
    """How long, as known on that day, and whether anything is known at all. Later days tell nothing about it."""
    returned = person.row["return_date"]
    is_event = reading_of(indicator.numerator)
    events = [happened_on(each.row) for each in units.rows(person, indicator.form) if is_event(each) is True]
    before = [each for each in events if each is not None and each <= day]
    contacts = units.rows(person, "follow_ups")
    told = [reading_of(text)(each) for text in indicator.known_until for each in contacts]
    without = [each for each in told if each is not None and each <= day]
    if before:
        return Followed(max(0, (min(before) - returned).days), had_event=True), True
    last = max(without, default=returned)
    return Followed(max(0, (last - returned).days), had_event=False), bool(without)


def risks(catalogue: Catalogue, people: Sequence[Followed]) -> Iterator[tuple[int, Fraction | None, int]]:
    """(months, the share with the event by then, people with the event by then)."""
    for months in MONTHS:
        day = next(each.target_day for each in catalogue.rounds if each.months == months)
        events = sum(each.had_event and each.days <= day for each in people)
        still = sum(each.days >= day for each in people)
        yield months, 1 - _without(people, day) if still >= FEWEST else None, events


def _without(people: Sequence[Followed], day: int) -> Fraction:
    """The share without the event by the day: at each event, of those still followed, those who had none."""
    share = Fraction(1)
    for at in sorted({each.days for each in people if each.had_event and each.days <= day}):
        at_risk = sum(each.days >= at for each in people)
        share *= 1 - Fraction(sum(each.had_event and each.days == at for each in people), at_risk)
    return share


def looked_at_days(by: tuple[str, ...], as_of: date, where: Where) -> Iterator[tuple[str | None, date]]:
    """Each quarter with its last day, the running one ending today; without quarters, today alone."""
    if "quarter" not in by:
        yield None, as_of
        return
    first = max((Quarter.parse(text) for text in where.get("quarter_from", ())), default=FIRST_QUARTER)
    last = min((Quarter.parse(text) for text in where.get("quarter_to", ())), default=Quarter.of(as_of))
    while first <= min(last, Quarter.of(as_of)):
        yield str(first), min(first.last_day, as_of)
        first = first.next
