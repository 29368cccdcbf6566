"""How those not interviewed in a round stood at return, beside those who were: whether who is missing matters."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.derive.people_queries import heard_and_unheard as derive
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Kind
from monitoring.domain.people import Actor, Deed
from monitoring.services.about_provider import is_about
from monitoring.services.figure_requests import check_breakdowns
from monitoring.services.house import House
from monitoring.services.scope import within_scope


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
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    declared = house.catalogue.indicators[indicator]
    check_breakdowns(actor, declared, FigureRequest((indicator,), (), where))
    if declared.kind not in (Kind.SHARE, Kind.MEAN) or not declared.has_rounds:
        return None
    if is_about(actor, house.catalogue, declared):
        return None
    narrowed = {name: values for name, values in within_scope(actor, house, where).items() if name != "round"}
    sql, parameters = derive(house.catalogue, declared, str(round_), narrowed, house.today)
    found = {bool(row["heard"]): _at_return(row) for row in house.store.rows(sql, parameters)}
    nobody = AtReturn(0, 0, None)
    return HeardAndUnheard(found.get(True, nobody), found.get(False, nobody))


def _at_return(row: Mapping[str, float]) -> AtReturn:
    answered = int(row["answered"])
    return AtReturn(int(row["people"]), answered, float(row["total"]) / answered if answered else None)
