"""Whom to visit next, inside one country: a word for each case, and the reason only when somebody asks for it.

The word gives nothing away to whoever looks over a shoulder. Asking for the reason is written into the log, which
names the country and nobody else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from monitoring.access.log import Log
from monitoring.derive.people_queries import due_list as derive
from monitoring.domain.people import Actor, Deed, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House
from monitoring.services.scope import own_country


class Attention(StrEnum):
    """What is asked of the office; the most urgent first."""

    TODAY = "today"  # speak to the case worker today
    REVIEW = "review"
    OVERDUE = "overdue"


class Reason(StrEnum):
    """Why, for those who may know."""

    TOLD_AND_UNANSWERED = "told_and_unanswered"  # told of harm, and no action is on record
    WAS_UNSAFE = "was_unsafe"  # it was unsafe to contact the person the last time
    TWICE_NOT_REACHED = "twice_not_reached"
    OVERDUE = "overdue"


ATTENTION = {
    Reason.TOLD_AND_UNANSWERED: Attention.TODAY,
    Reason.WAS_UNSAFE: Attention.REVIEW,
    Reason.TWICE_NOT_REACHED: Attention.REVIEW,
    Reason.OVERDUE: Attention.OVERDUE,
}


class NotOnTheList(Refusal):
    """No such case on the list, or none of this person's: both look the same."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One case that asks for something. `months` is the round that is overdue, or None."""

    survivor_id: str
    provider: str | None
    attention: Attention
    months: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Why a case is on the list, in the order of urgency."""

    reasons: tuple[Reason, ...]


def due_list(actor: Actor, house: House, country: str) -> tuple[Visit, ...]:
    """The cases of the country that ask for something, the most urgent first; a provider's own alone.

    Whoever told of harm is on it until an action is on record, by the rule of `disclosures`, also in a closed case.
    Raises NotAllowed outside the country.
    """
    visits = (_visit(row) for row in _rows(actor, house, country))
    order = list(Attention)
    return tuple(sorted(filter(None, visits), key=lambda each: (order.index(each.attention), each.survivor_id)))


def why(actor: Actor, house: House, country: str, survivor_id: str) -> Asked:
    """The reasons for one case, noted in the log. Raises NotAllowed, and NotOnTheList for any other code."""
    for row in _rows(actor, house, country):
        if row["survivor_id"] == survivor_id and (reasons := tuple(_reasons(row))):
            Log(house.people.file).add(actor.name, "reason_seen", country)
            return Asked(reasons)
    raise NotOnTheList("not_on_the_list")


def _rows(actor: Actor, house: House, country: str) -> Iterator[Mapping[str, Any]]:
    actor.must(Deed.SEE_CASES, country=country)
    if actor.role is Role.PROVIDER and country != own_country(actor, house):
        raise NotAllowed(Deed.SEE_CASES, "not_your_country")
    sql, parameters = derive(house.catalogue, country, house.today)
    for row in house.store.rows(sql, parameters):
        if actor.role is not Role.PROVIDER or row["provider"] == actor.provider:
            yield row


def _visit(row: Mapping[str, Any]) -> Visit | None:
    reasons = tuple(_reasons(row))
    return Visit(row["survivor_id"], row["provider"], ATTENTION[reasons[0]], row["months"]) if reasons else None


def _reasons(row: Mapping[str, Any]) -> Iterator[Reason]:
    for reason in Reason:
        if row["months"] is not None if reason is Reason.OVERDUE else row[reason]:
            yield reason
