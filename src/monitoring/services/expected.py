"""Which hand-ins are expected of which office, and which have come. Counts hand-ins only, never people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitoring.domain.hand_in_rules import Rhythm
from monitoring.domain.people import Actor, Deed, Role
from monitoring.domain.period import Quarter
from monitoring.domain.submission import Status, Submission
from monitoring.services import write_log
from monitoring.services.house import House
from monitoring.services.submissions import NotPossible, history
from monitoring.store.store import NothingToReport


class State(StrEnum):
    DUE = "due"  # not here yet, and not late
    RECEIVED = "received"
    ACCEPTED = "accepted"
    LATE = "late"  # not here, and the days of grace are over
    NOTHING = "nothing"  # the office had nothing to report


@dataclass(frozen=True, slots=True)
class Expected:
    """One office and one quarter. `late_by`: days after the last day of grace, of what came or is still awaited.

    A workbook holds everything known so far: what came later covers the quarters before it, as late as it was.
    """

    country: str
    quarter: Quarter
    due: date
    state: State
    submission: int | None = None
    late_by: int = 0
    is_running: bool = False  # it is too early to hand in for it

    @property
    def is_awaited(self) -> bool:
        """Whether the office can be asked for it now."""
        return self.state in (State.DUE, State.LATE) and not self.is_running


def expected(actor: Actor, house: House, as_of: date | None = None) -> tuple[Expected, ...]:
    """Offices in the order of their codes, each with its quarters, the earliest first. Empty where nothing is declared.

    An office is a country that has handed in, or whose office is among the people. Raises NotAllowed.
    """
    found = history(actor, house, as_of)
    rhythm, today = house.catalogue.hand_ins.rhythm, as_of or house.today
    if rhythm is None:
        return ()
    told = house.kept("nothing_to_report", work=lambda: tuple(house.store.nothing_to_report()))
    nothing = {(each.country, each.quarter) for each in told if each.at.date() <= today}
    return tuple(
        _expected(country, quarter, rhythm, today, found, is_nothing=(country, str(quarter)) in nothing)
        for country in _offices(actor, house, found)
        for quarter in rhythm.expected(today)
    )


def nothing_to_report(actor: Actor, house: House, country: str, quarter: str) -> Expected:
    """Keeps that the office has nothing to report of a quarter that is awaited. Raises NotAllowed and NotPossible."""
    actor.must(Deed.HAND_IN, country=country)
    awaited = next((e for e in expected(actor, house) if (e.country, str(e.quarter)) == (country, quarter)), None)
    if awaited is None:
        raise NotPossible("quarter_not_expected")
    if not awaited.is_awaited:
        raise NotPossible("quarter_not_expected" if awaited.is_running else f"quarter_{awaited.state}")
    house.store.say_nothing_to_report(NothingToReport(country, quarter, actor.name, house.now))
    write_log.told(actor, house, "nothing_to_report", country, quarter)
    return next(e for e in expected(actor, house) if (e.country, str(e.quarter)) == (country, quarter))


def _offices(actor: Actor, house: House, found: Iterable[Submission]) -> tuple[str, ...]:
    offices = {
        country
        for person, disabled in house.people.all()
        if person.role is Role.COUNTRY_OFFICE and not disabled
        for country in person.countries
    }
    return actor.scope_of({*offices, *(each.country for each in found), *actor.countries})


def _expected(
    country: str, quarter: Quarter, rhythm: Rhythm, today: date, found: Iterable[Submission], *, is_nothing: bool
) -> Expected:
    due = rhythm.due(quarter)
    came = [
        each
        for each in found
        if each.country == country and each.stands and rhythm.quarter_of(each.handed_in_at.date()) >= quarter
    ]
    if came:
        first = came[-1].handed_in_at.date()
        latest = next(each for each in came if rhythm.quarter_of(each.handed_in_at.date()) == rhythm.quarter_of(first))
        state = State.ACCEPTED if latest.status is Status.ACCEPTED else State.RECEIVED
        return Expected(country, quarter, due, state, latest.id, max((first - due).days, 0))
    if is_nothing:
        return Expected(country, quarter, due, State.NOTHING)
    late_by = max((today - due).days, 0)
    state = State.LATE if late_by else State.DUE
    return Expected(country, quarter, due, state, late_by=late_by, is_running=quarter > rhythm.quarter_of(today))
