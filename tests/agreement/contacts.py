"""What became of each round of each person, in plain Python: who came due, who was tried, which contact speaks.

A round came due if on its target day consent to contact was given, the person alive and the case active, or if there
was an interview. Of several contacts the interview nearest the target day speaks for the round; of several rounds shown
together the latest interview does. Without an interview the nearest contact speaks, and of rounds the earliest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from standing import INTERVIEWED, Person, Row

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.period import Quarter
from monitoring.domain.rounds import Round

SPOKEN_WITH = (*INTERVIEWED, "declined_this_time", "withdrew_consent")
NOT_TRIED = (None, "not_attempted", "unsafe_to_contact")


@dataclass(slots=True)
class Met:
    """One contact of a person in a round, or the round without any."""

    person: Person
    round: Round
    contact: Row | None
    came_due: bool
    speaks_for_round: bool = False
    speaks_for_pool: bool = False

    @property
    def status(self) -> str | None:
        return self.contact["status"] if self.contact else None

    @property
    def was_interviewed(self) -> bool:
        return self.status in INTERVIEWED

    @property
    def reached(self) -> bool:
        return self.status in SPOKEN_WITH

    @property
    def attempted(self) -> bool:
        return self.status not in NOT_TRIED

    @property
    def quarter(self) -> str | None:
        """When the interview was held, or was to be held."""
        day = (
            self.contact["contact_date"]
            if self.contact and self.was_interviewed
            else target_day(self.person, self.round)
        )
        return quarter_of(day)

    @property
    def provider(self) -> str | None:
        """Who followed up; the lead provider of that day unless the contact names another."""
        if self.contact is None:
            return self.person.row["provider_id"]
        return self.contact["provider_id"] or self.person.lead_provider_of(self.contact)


def rounds_of(catalogue: Catalogue, person: Person, as_of: date) -> list[Met]:
    """Every contact of every round, and one entry for each round without a contact."""
    met = [each for which in catalogue.rounds for each in _of_round(person, which, as_of)]
    for months in {each.round.months for each in met}:
        min((each for each in met if each.round.months == months), key=_nearest).speaks_for_round = True
    for pool in {each.round.pooled_with for each in met}:
        min((each for each in met if each.round.pooled_with == pool), key=_latest).speaks_for_pool = True
    return met


def target_day(person: Person, which: Round) -> date | None:
    returned = person.row["return_date"]
    return None if returned is None else returned + timedelta(days=which.target_day)


def quarter_of(day: date | None) -> str | None:
    return None if day is None else str(Quarter.of(day))


def _of_round(person: Person, which: Round, as_of: date) -> Iterator[Met]:
    contacts = [each for each in person.of["follow_ups"] if each["round"] == str(which.months)]
    target = target_day(person, which)
    due = target is not None and target <= as_of and _could_be_asked(person, target)
    for contact in contacts or [None]:
        yield Met(person, which, contact, due or (contact is not None and contact["status"] in INTERVIEWED))


def _could_be_asked(person: Person, day: date) -> bool:
    """On that day: consent to contact, alive and willing, and an active case. What is not known is no."""
    row = person.row
    consent, decided_on = row["consent_contact"], row["consent_date"]
    agreed = consent == "given" or (consent == "withdrawn" and decided_on is not None and decided_on > day)
    there = person.ended_on is None or person.ended_on > day
    closed_on = row["case_closed_on"]
    # a status that nobody knows is not known to be closed later either, unless a closing day says so
    active = row["case_status"] == "active" or (closed_on is not None and closed_on >= day)
    return agreed and there and active


def _nearest(met: Met) -> tuple[object, ...]:
    """Interviews first, then the nearest to the target day, then the earlier; the place in the sheet decides ties."""
    contact, target = met.contact, target_day(met.person, met.round)
    if contact is None:
        return (True,)
    distance = abs((contact["contact_date"] - target).days) if target else 0
    return not met.was_interviewed, distance, contact["contact_date"], contact["sheet_row"], contact["submission_id"]


def _latest(met: Met) -> tuple[object, ...]:
    """The interview of the latest round; without any, the earliest round."""
    months = -met.round.months if met.was_interviewed else met.round.months
    return not met.was_interviewed, months, _nearest(met)


def happened_on(row: Row) -> date | None:
    """The day of an event; the middle of the interval where only that is known, else whatever day is known."""
    day, after, before = row["occurred_on"], row["occurred_after"], row["occurred_before"]
    if day is None and after is not None and before is not None:
        return after + (before - after) // 2
    return next((each for each in (day, before, after, row["reported_on"]) if each is not None), None)
