"""The same people at two rounds: change that is no change of who answered. Shares only; paired intervals come later."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.derive.query import same_people as derive
from monitoring.domain.figures import FigureRequest
from monitoring.domain.people import Actor, Deed
from monitoring.services.figure_requests import check_breakdowns
from monitoring.services.house import House
from monitoring.services.scope import within_scope


@dataclass(frozen=True, slots=True)
class SamePeople:
    """People who answered in both rounds, by both answers; `only_second` answered in the second round alone."""

    gained: int
    kept: int
    without: int
    lost: int
    only_second: int

    @property
    def both(self) -> int:
        return self.gained + self.kept + self.without + self.lost


def same_people(
    actor: Actor,
    house: House,
    indicator: str,
    *,
    first: int = 0,
    second: int = 12,
    where: Mapping[str, tuple[str, ...]],
) -> SamePeople | None:
    """None where the indicator is no share of interviews, or nobody answered twice.

    Raises NotAllowed, ImpossibleRequest where harm would be narrowed too far, KeyError.
    """
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    declared = house.catalogue.indicators[indicator]
    check_breakdowns(actor, declared, FigureRequest((indicator,), (), where))
    if not declared.is_share or not declared.has_rounds:
        return None
    narrowed = {name: values for name, values in within_scope(actor, house, where).items() if name != "round"}
    sql, parameters = derive(house.catalogue, declared, (str(first), str(second)), narrowed, house.today)
    (row,) = house.store.rows(sql, parameters)
    found = SamePeople(**row)
    return found if found.both else None
