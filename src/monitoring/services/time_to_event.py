"""How long until it happens: the curve, the risks with their bounds, how else follow-up ended, and the calendar.

Reads one row a person and gives back none: only counts, shares and days leave this module.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from monitoring.derive.query import people_followed
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Kind
from monitoring.domain.people import Actor, Deed
from monitoring.domain.period import Quarter
from monitoring.domain.rounds import Round
from monitoring.services.figure_requests import check_breakdowns
from monitoring.services.house import House
from monitoring.services.scope import within_scope
from monitoring.statistics.bounds import Lost, risk_bounds
from monitoring.statistics.rates import Rate, rate
from monitoring.statistics.survival import FEWEST_AT_RISK, Followed, Risk, Step, curve, risk_by

RISK_MONTHS = (6, 12, 24)
ENDS = ("died", "withdrew", "closed")
"""How follow-up may end without the event; the first that holds is counted."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RiskBy:
    """The risk by one round, and what it could be: for lost people, and for events known only between two days.

    `lost` people were home long enough and nothing is known of them from the round's window on; `best` takes none of
    them to have had the event, `worst` each of them. `earliest` and `latest` put each event on its first or last
    possible day; None where all days are known.
    """

    months: int
    risk: Risk
    lost: int
    best: Risk
    worst: Risk
    earliest: Risk | None
    latest: Risk | None


@dataclass(frozen=True, slots=True)
class TimeToEvent:
    """A group followed from return. `steps` stop where fewer than five are at risk; `at_risk` is by months.

    `ends` counts the people without the event whose follow-up is over, by how it ended. `by_quarter` has the events
    and the time that people were followed in each quarter, per 100 person-years.
    """

    people: int
    events: int
    known_between: int  # events of which only two days are known, between which they lie
    steps: tuple[Step, ...]
    at_risk: tuple[tuple[int, int], ...]
    risks: tuple[RiskBy, ...]
    ends: Mapping[str, int]
    by_quarter: tuple[tuple[Quarter, Rate], ...]


def time_to_event(
    actor: Actor, house: House, indicator: str, where: Mapping[str, tuple[str, ...]], as_of: date | None = None
) -> TimeToEvent | None:
    """As things stand, or as reported on a day.

    None where nobody of the group has returned by then, or the indicator is no time to an event.

    Raises NotAllowed, ImpossibleRequest where harm would be narrowed too far, KeyError.
    """
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    declared = house.catalogue.indicators[indicator]
    check_breakdowns(actor, declared, FigureRequest((indicator,), (), where))
    if declared.kind is not Kind.TIME_TO_EVENT:
        return None
    narrowed = within_scope(actor, house, where)
    sql, parameters = people_followed(house.catalogue, declared, narrowed, house.looked_at(as_of))

    def work() -> TimeToEvent | None:
        rows = house.store.rows(sql, parameters, as_of)
        return _told(rows, house.catalogue.rounds) if rows else None

    return house.kept("time_to_event", indicator, narrowed, as_of, work=work)


def _told(rows: Sequence[Row], rounds: Sequence[Round]) -> TimeToEvent:
    people = [Followed(float(row["days_followed"]), row["had_event"]) for row in rows]
    steps = curve(people) if any(person.had_event for person in people) else ()
    by_months = {each.months: each for each in rounds}
    return TimeToEvent(
        people=len(people),
        events=sum(person.had_event for person in people),
        known_between=sum(_is_known_between(row) for row in rows),
        steps=tuple(step for step in steps if step.at_risk >= FEWEST_AT_RISK),
        at_risk=tuple((each.months, sum(person.days >= each.target_day for person in people)) for each in rounds),
        risks=tuple(_risk(rows, people, steps, by_months[months]) for months in RISK_MONTHS),
        ends=Counter(end for row in rows if (end := _end(row))),
        by_quarter=_by_quarter(rows),
    )


def _risk(rows: Sequence[Row], people: Sequence[Followed], steps: Sequence[Step], by: Round) -> RiskBy:
    lost = [row for row in rows if _is_lost(row, by)]
    known = [person for row, person in zip(rows, people, strict=True) if not _is_lost(row, by)]
    gone = [Lost(float(row["days_followed"]), float(row["days_since_return"])) for row in lost]
    best, worst = risk_bounds(known, gone, by.target_day)
    dated = any(_is_known_between(row) for row in rows)
    return RiskBy(
        months=by.months,
        risk=risk_by(people, by.target_day, steps),
        lost=len(lost),
        best=best,
        worst=worst,
        earliest=risk_by(_moved(rows, "earliest_days"), by.target_day) if dated else None,
        latest=risk_by(_moved(rows, "latest_days"), by.target_day) if dated else None,
    )


def _moved(rows: Sequence[Row], day: str) -> list[Followed]:
    """Everybody, each event put on its first or last possible day."""
    return [Followed(float(row[day] if row["had_event"] else row["days_followed"]), row["had_event"]) for row in rows]


def _is_lost(row: Row, by: Round) -> bool:
    """Home for longer than the round's day, without the event, and not heard of since before its window."""
    return not row["had_event"] and row["days_since_return"] >= by.target_day and row["days_followed"] < by.first_day


def _is_known_between(row: Row) -> bool:
    return bool(row["had_event"]) and row["earliest_days"] != row["latest_days"]


def _end(row: Row) -> str | None:
    return None if row["had_event"] else next((end for end in ENDS if row[end]), None)


def _by_quarter(rows: Sequence[Row]) -> tuple[tuple[Quarter, Rate], ...]:
    """Each person is followed from the return to the event, or to the last day known; then no longer."""
    days: Counter[Quarter] = Counter()
    events: Counter[Quarter] = Counter()
    for row in rows:
        start = row["return_date"]
        end = start + timedelta(days=row["days_followed"])
        if row["had_event"]:
            events[Quarter.of(end)] += 1
        while start < end:
            quarter = Quarter.of(start)
            after = min(end, quarter.last_day + timedelta(days=1))
            days[quarter] += (after - start).days
            start = after
    found = ((quarter, rate(events[quarter], days[quarter])) for quarter in sorted(days, key=str))
    return tuple((quarter, each) for quarter, each in found if each)
