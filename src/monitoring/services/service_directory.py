"""The service directory of a country: who helps with what, for whom, at what cost. Of a shelter never where it is.

The columns are named one by one, here and in the statement: an address that an office keeps beside a provider has no
place to travel in. What reads like one in a shelter's name gives way to the shelter's code, before it leaves here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from monitoring.derive.sql_files import statement
from monitoring.domain.people import Actor, Deed
from monitoring.protection.identifiers.texts import in_text
from monitoring.services.house import House

GROWS_OLD = timedelta(days=180)
"""After this long nobody can rely on a row any more (survey.md: amber after 180 days)."""

SHELTER = "shelter"


@dataclass(frozen=True, slots=True)
class Listed:
    """One provider. Answers are codes; `capacity` None and empty tuples: the office has not said."""

    id: str
    name: str
    kind: str | None
    services: tuple[str, ...]
    cost: str | None
    capacity: int | None
    serves: tuple[str, ...]
    languages: tuple[str, ...]
    reach: str | None
    last_verified_on: date | None
    is_old: bool  # never checked, or not within 180 days

    @property
    def is_shelter(self) -> bool:
        return SHELTER in self.services


def service_directory(actor: Actor, house: House, country: str, as_of: date | None = None) -> tuple[Listed, ...]:
    """All providers that a country's standing hand-ins list, by name; as things stand, or as reported on a day.

    Raises NotAllowed, ImpossibleRequest.
    """
    actor.must(Deed.COMPARE_PLACES, country=country)
    day = house.looked_at(as_of)

    def work() -> tuple[Listed, ...]:
        rows = house.store.rows(statement("service_directory"), {"country": country}, as_of)
        return tuple(_listed(row, day) for row in rows)

    return house.kept("service_directory", country, as_of, work=work)


def _listed(row: Mapping[str, Any], today: date) -> Listed:
    services, checked = _codes(row["services"]), row["last_verified_on"]
    return Listed(
        id=row["provider_id"],
        name=_name(row, is_shelter=SHELTER in services),
        kind=row["provider_type"],
        services=services,
        cost=row["costed"],
        capacity=row["capacity"],
        serves=_codes(row["serves"]),
        languages=_codes(row["languages"]),
        reach=row["reach"],
        last_verified_on=checked,
        is_old=checked is None or today - checked > GROWS_OLD,
    )


def _name(row: Mapping[str, Any], *, is_shelter: bool) -> str:
    """A shelter's name that holds a street, a telephone or the like is not told: whoever finds it finds the people."""
    name = row["provider_name"]
    if not name or (is_shelter and in_text(name) is not None):
        return str(row["provider_id"])
    return str(name)


def _codes(answer: str | None) -> tuple[str, ...]:
    return tuple((answer or "").split())
