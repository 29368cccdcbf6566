"""Figures in plain Python: of each indicator its value and what it is made of, in any grouping.

Reads every indicator from the catalogue; which ones there are stands nowhere here. Unknown is never counted as no: who
counts is who fits the denominator and whose numerator is known.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from expressions import Value
from time_to_event import Followed, followed, looked_at_days, risks
from units import Place, Unit, Units, Where

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Indicator, Kind, Of, OtherRows

Group = tuple[str | int | None, ...]
Parts = tuple[float | Fraction | None, ...]


@dataclass(slots=True)
class Count:
    """One figure before it is divided."""

    due: int = 0
    interviewed: int = 0
    answered: int = 0
    denominator: int = 0
    values: list[Value] = field(default_factory=list)  # of each that counts, its part of the numerator
    people: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))  # different people, where they count
    followed: list[Followed] = field(default_factory=list)

    @property
    def last(self) -> tuple[int, int, int]:
        return self.answered, self.due, self.interviewed


class Figures:
    """All figures of some units as of a day, narrowed to those who fit `where`."""

    def __init__(self, catalogue: Catalogue, units: Units, as_of: date, where: Where) -> None:
        self._catalogue, self._units, self._as_of, self._where = catalogue, units, as_of, where
        self._fitting: dict[tuple[str, str | None], list[Unit]] = {}

    def parts(self, indicator: Indicator, by: tuple[str, ...]) -> dict[Group, Parts]:
        """Group to (value, numerator, denominator, answered, due, interviewed). Groups with nobody in them left out.

        Of a time to event a group ends in the months since return that its risk is of.
        """
        counts: dict[Group, Count] = defaultdict(Count)
        if indicator.kind is Kind.TIME_TO_EVENT:
            self._count_events(indicator, by, counts)
        elif indicator.kind is Kind.COUNT and indicator.of is Of.SURVIVOR and indicator.form != "survivors":
            self._count_people(indicator, by, counts)
        else:
            self._count_rows(indicator, by, counts)
        found = {
            (*group, *more): parts for group, count in counts.items() for more, parts in self._told(indicator, count)
        }
        return {group: parts for group, parts in found.items() if parts[4] or parts[2] or parts[1]}

    def _told(self, indicator: Indicator, count: Count) -> Iterator[tuple[tuple[int, ...], Parts]]:
        """What a count comes to. Of nobody there is no value, and never 0."""
        enough = count.denominator >= indicator.at_least
        match indicator.kind:
            case Kind.TIME_TO_EVENT:
                for months, risk, events in risks(self._catalogue, count.followed):
                    yield (months,), (risk, events, count.denominator, *count.last)
            case Kind.COUNT:
                yield (), (sum(count.values), sum(count.values), None, *count.last)
            case Kind.MEDIAN:
                yield (), (median(count.values) if enough else None, None, count.denominator, *count.last)
            case kind:
                total = sum(count.values) if count.values or kind is Kind.SHARE else None
                value = Fraction(total) / count.denominator if enough else None
                yield (), (value, total, count.denominator, *count.last)

    def _count_rows(self, indicator: Indicator, by: tuple[str, ...], counts: dict[Group, Count]) -> None:
        for unit in self._looked_at(indicator.form, indicator.dated_by):
            if unit.speaks(by):
                count = _seen(counts, unit, by, unit.place)
                part = unit.said.value(indicator.numerator)
                counted = part is not None and unit.said.holds(indicator.denominator)
                count.answered += unit.said.holds(indicator.answered) if indicator.answered else counted
                if counted:
                    count.denominator += 1
                    count.values.append(int(part) if isinstance(part, bool) else part)

    def _count_people(self, indicator: Indicator, by: tuple[str, ...], counts: dict[Group, Count]) -> None:
        """Different people of whom it holds in any row of any of the forms, each once in a group."""
        own = OtherRows(indicator.form, indicator.numerator, indicator.dated_by or "")
        for each in (own, *indicator.or_in):
            for unit in self._looked_at(each.form, each.dated_by or None):
                people = counts[_group(by, unit.place)].people
                holds = unit.said.value(each.numerator)
                true = {"due": unit.due, "interviewed": unit.interviewed, "found": holds is True}
                for name, is_so in {**true, "answered": holds is not None}.items():
                    if is_so:
                        people[name].add(id(unit.person))
        for count in counts.values():
            count.due, count.interviewed = len(count.people["due"]), len(count.people["interviewed"])
            count.answered, count.values = len(count.people["answered"]), [len(count.people["found"])]

    def _count_events(self, indicator: Indicator, by: tuple[str, ...], counts: dict[Group, Count]) -> None:
        """Of the people returned by the day looked at, how long each is known to have been without the event.

        A span of quarters says which days are looked at, not whose return.
        """
        where = {name: values for name, values in self._where.items() if not name.startswith("quarter_")}
        people = [unit for unit in self._units.of("survivors") if unit.fits(where)]
        for quarter, day in looked_at_days(by, self._as_of, self._where):
            for unit in people:
                returned = unit.person.row["return_date"] if unit.person else None
                if returned is not None and returned <= day:
                    count = _seen(counts, unit, by, {**unit.place, "quarter": quarter})
                    if unit.said.holds(indicator.denominator):
                        how_long, known = followed(indicator, self._units, unit.person, day)
                        count.denominator += 1
                        count.answered += known
                        count.followed.append(how_long)

    def _looked_at(self, form: str, dated_by: str | None) -> list[Unit]:
        if (form, dated_by) not in self._fitting:
            of_form = self._units.of(form, dated_by)
            self._fitting[form, dated_by] = [unit for unit in of_form if unit.fits(self._where)]
        return self._fitting[form, dated_by]


def median(values: list[Value]) -> Value:
    """The middle one; of an even number the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else Fraction(ordered[half - 1] + ordered[half]) / 2


def _group(by: tuple[str, ...], place: Place) -> Group:
    return tuple(place[name] for name in by)


def _seen(counts: dict[Group, Count], unit: Unit, by: tuple[str, ...], place: Mapping[str, str | None]) -> Count:
    count = counts[_group(by, place)]
    count.due += unit.due
    count.interviewed += unit.interviewed
    return count
