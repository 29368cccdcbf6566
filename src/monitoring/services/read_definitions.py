"""Reads definitions: the catalogue for screens, and the SQL behind an indicator. Everybody may."""

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Deed
from monitoring.services.codebook import counting_sql
from monitoring.services.house import House


def catalogue(actor: Actor, house: House) -> Catalogue:
    """All that is declared. Raises NotAllowed."""
    actor.must(Deed.SEE_DEFINITIONS)
    return house.catalogue


def sql_of(actor: Actor, house: House, indicator: str) -> str:
    """The statement that counts the indicator by country. Raises NotAllowed, KeyError."""
    actor.must(Deed.SEE_DEFINITIONS)
    return counting_sql(house.catalogue, indicator, house.settings)
