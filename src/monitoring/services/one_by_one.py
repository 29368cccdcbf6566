"""What each service that looks at people one by one settles first: permission, indicator, filters. Reads no answer."""

from collections.abc import Mapping

from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor, Deed
from monitoring.services.figure_requests import check_breakdowns
from monitoring.services.house import House
from monitoring.services.scope import within_scope

Where = Mapping[str, tuple[str, ...]]


def settled(
    actor: Actor, house: House, indicator: str, where: Where, *, every_round: bool = True
) -> tuple[Indicator, dict[str, tuple[str, ...]]]:
    """The indicator, and the filters narrowed to the person's scope; with `every_round` no round is among them.

    Raises NotAllowed, ImpossibleRequest where harm would be narrowed too far, KeyError.
    """
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    declared = house.catalogue.indicators[indicator]
    check_breakdowns(actor, declared, FigureRequest((indicator,), (), where))
    narrowed = within_scope(actor, house, where)
    if every_round:
        narrowed.pop("round", None)
    return declared, narrowed
