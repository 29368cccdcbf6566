"""Which countries have handed in, and the providers that their hand-ins list. Read once until something is handed in.

What offices say of organisations, never of people; nobody's scope is asked for here.
"""

from dataclasses import dataclass

from monitoring.derive.sql_files import statement
from monitoring.services.house import House


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of the directory; its name is given by the office and is public."""

    id: str
    name: str
    country: str


def countries_handed_in(house: House) -> tuple[str, ...]:
    """Codes of the countries with a hand-in that stands, in alphabetical order."""
    return house.kept("countries", work=lambda: _countries(house))


def providers_listed(house: House) -> tuple[Provider, ...]:
    """The providers of every country, by country and name; one without a name goes by its code."""
    return house.kept("directory", work=lambda: _providers(house))


def _countries(house: House) -> tuple[str, ...]:
    return tuple(row["country"] for row in house.store.rows(statement("countries"), {}))


def _providers(house: House) -> tuple[Provider, ...]:
    rows = house.store.rows(statement("directory"), {})
    return tuple(
        Provider(row["provider_id"], row["provider_name"] or row["provider_id"], row["country"]) for row in rows
    )
