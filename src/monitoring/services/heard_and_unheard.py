"""How those not interviewed in a round stood at return, beside those who were: whether who is missing matters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitoring.derive.people_queries import heard_and_unheard as derive
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor
from monitoring.services.about_provider import is_about
from monitoring.services.house import House
from monitoring.services.one_by_one import settled
from monitoring.statistics.intervals import mean_interval, wilson


@dataclass(frozen=True, slots=True)
class AtReturn:
    """People due in the round, how many of them answered at return, and their figure then, in the indicator's unit.

    `low` and `high` are its 95 % limits: of a share Wilson's, of a mean by t; None where there are none.
    """

    people: int
    answered: int
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class HeardAndUnheard:
    heard: AtReturn
    unheard: AtReturn


def heard_and_unheard(
    actor: Actor,
    house: House,
    indicator: str,
    round_: int,
    where: Mapping[str, tuple[str, ...]],
    as_of: date | None = None,
) -> HeardAndUnheard | None:
    """As things stand, or as reported on a day. None where the indicator is no share or mean of interviews,
    or it is about who asks.

    Raises NotAllowed, ImpossibleRequest where harm would be narrowed too far, KeyError.
    """
    declared, narrowed = settled(actor, house, indicator, where)
    if not declared.has_own_values:
        return None
    if is_about(actor, house.catalogue, declared):
        return None
    sql, parameters = derive(house.catalogue, declared, str(round_), narrowed, house.looked_at(as_of))

    def work() -> HeardAndUnheard:
        found = {bool(row["heard"]): _at_return(declared, row) for row in house.store.rows(sql, parameters, as_of)}
        nobody = AtReturn(0, 0, None)
        return HeardAndUnheard(found.get(True, nobody), found.get(False, nobody))

    return house.kept("heard_and_unheard", indicator, round_, narrowed, as_of, work=work)


def _at_return(declared: Indicator, row: Mapping[str, Any]) -> AtReturn:
    people, answered = int(row["people"]), int(row["answered"])
    if not answered:
        return AtReturn(people, 0, None)
    value = float(row["total"]) / answered
    limits = wilson(row["total"], answered) if declared.is_share else mean_interval(value, row["spread"], answered)
    low, high = limits or (None, None)
    return AtReturn(people, answered, value, low, high)
