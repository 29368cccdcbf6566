"""Disclosures of harm and whether action followed in time, for those who have to act. Counts alone: names nobody.

By country and in total, as all disclosed harm. A provider is told how many wait among the people whom it leads now,
which its own list names too, by the same rule; a share of harm of one provider is shown to nobody here, for so few
people would stand behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from monitoring.derive import people_queries
from monitoring.domain.people import Actor, Deed, Role
from monitoring.services.house import House
from monitoring.services.scope import within_scope

LOOKED_BACK = timedelta(days=365)
"""The share answered in time is of the last twelve months; what is open is open however old it is."""


@dataclass(frozen=True, slots=True)
class Disclosures:
    """Of a country. `told` are those of the last twelve months whose time to answer is over or that were acted on.

    `open`: no action is on record, of any time; `still_in_time` of them were told so lately that their time is running.
    `told` and `answered` are None for whoever may know of open ones alone.
    """

    country: str
    told: int | None
    answered: int | None
    open: int
    still_in_time: int
    oldest_open_days: int | None


def disclosures(actor: Actor, house: House, country: str | None = None) -> tuple[Disclosures, ...]:
    """Countries in the actor's scope in which anybody told of harm, in alphabetical order; a provider's own cases.

    Raises NotAllowed for roles without cases, and outside the actor's countries.
    """
    actor.must(Deed.SEE_CASES, country=country)
    where = within_scope(actor, house, {"country": (country,)} if country else {})
    of_provider = where.pop("provider", None)  # a case belongs to who leads it now, whoever was there when it was told
    since, lead = house.today - LOOKED_BACK, actor.provider if of_provider else None
    sql, parameters = people_queries.disclosures(house.catalogue, where, house.today, since, lead=lead)
    found = (_of_country(row, house.today, actor.role) for row in house.store.rows(sql, parameters))
    return tuple(each for each in found if each.told or each.open)


def _of_country(row: Mapping[str, Any], today: date, role: Role) -> Disclosures:
    oldest = row["oldest_open_on"]
    knows_shares = role is not Role.PROVIDER
    return Disclosures(
        country=row["country"],
        told=row["told"] if knows_shares else None,
        answered=row["answered"] if knows_shares else None,
        open=row["open"],
        still_in_time=row["still_in_time"],
        oldest_open_days=(today - oldest).days if oldest is not None else None,
    )
