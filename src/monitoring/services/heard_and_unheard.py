"""How those not interviewed in a round stood at return, beside those who were: whether who is missing matters."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.derive.people_queries import heard_and_unheard as derive
from monitoring.domain.people import Actor
from monitoring.services.about_provider import is_about
from monitoring.services.house import House
from monitoring.services.one_by_one import settled


@dataclass(frozen=True, slots=True)
class AtReturn:
    """People due in the round, how many of them answered at return, and their figure then, in the indicator's unit."""

    people: int
    answered: int
    value: float | None


@dataclass(frozen=True, slots=True)
class HeardAndUnheard:
    heard: AtReturn
    unheard: AtReturn


def heard_and_unheard(
    actor: Actor, house: House, indicator: str, round_: int, where: Mapping[str, tuple[str, ...]]
) -> HeardAndUnheard | None:
    """None where the indicator is no share or mean of interviews, or it is about who asks.

    Raises NotAllowed, ImpossibleRequest where harm would be narrowed too far, KeyError.
    """
    declared, narrowed = settled(actor, house, indicator, where)
    if not declared.has_own_values:
        return None
    if is_about(actor, house.catalogue, declared):
        return None
    sql, parameters = derive(house.catalogue, declared, str(round_), narrowed, house.today)
    found = {bool(row["heard"]): _at_return(row) for row in house.store.rows(sql, parameters)}
    nobody = AtReturn(0, 0, None)
    return HeardAndUnheard(found.get(True, nobody), found.get(False, nobody))


def _at_return(row: Mapping[str, float]) -> AtReturn:
    answered = int(row["answered"])
    return AtReturn(int(row["people"]), answered, float(row["total"]) / answered if answered else None)
