"""What people say of those who help them, as the provider it is about may see it: never one person's answer.

Which questions these are is declared: whose single answers the provider may not see (`seen_by`). Of such an indicator
a provider reads its own total by round and nothing finer, for the difference of two groups of few people is one person;
nothing of fewer than five answers; and no earlier day, for what changed since may be one person's word.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from monitoring.derive.expressions_used import answers_spoken_of, names_in
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor, Role

FEWEST = 5
SHOWN_BY = ("country", "provider", "round", "pooled_round")


@dataclass(frozen=True, slots=True)
class _Declared:
    """A catalogue that can be remembered by: two of the same fingerprint are the same."""

    fingerprint: str
    catalogue: Catalogue = field(compare=False)


def catalogue_for(actor: Actor, catalogue: Catalogue) -> Catalogue:
    """The catalogue with the breakdowns and filters that this person may ask for."""
    if actor.role is not Role.PROVIDER:
        return catalogue
    return _narrowed(_Declared(catalogue.fingerprint, catalogue))


def is_about(actor: Actor, catalogue: Catalogue, indicator: Indicator) -> bool:
    """Whether the indicator is of what people say of this very person's organisation."""
    return actor.role is Role.PROVIDER and _is_told_of_providers(catalogue, indicator)


def without_single_answers(actor: Actor, catalogue: Catalogue, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The same figures, those withheld that would let a provider know what one person said of it."""
    declared = catalogue.indicators
    return tuple(
        figure.without_numbers()
        if _is_few(figure) and is_about(actor, catalogue, declared[figure.indicator])
        else figure
        for figure in figures
    )


def _is_few(figure: Figure) -> bool:
    return 0 < (figure.denominator or 0) < FEWEST


@lru_cache(maxsize=2)
def _narrowed(declared: _Declared) -> Catalogue:
    catalogue = declared.catalogue
    indicators = {
        id_: replace(each, break_down_by=_both(each.break_down_by), filter_by=_both(each.filter_by))
        if _is_told_of_providers(catalogue, each)
        else each
        for id_, each in catalogue.indicators.items()
    }
    return replace(catalogue, indicators=indicators)


def _both(declared: tuple[str, ...] | None) -> tuple[str, ...]:
    return SHOWN_BY if declared is None else tuple(name for name in declared if name in SHOWN_BY)


def _is_told_of_providers(catalogue: Catalogue, indicator: Indicator) -> bool:
    spoken = names_in(indicator.expressions) | {name for name, _ in answers_spoken_of(indicator.expressions)}
    questions = (each for each in catalogue.forms[indicator.form].questions if each.name in spoken)
    return any(each.seen_by is not None and Role.PROVIDER not in each.seen_by for each in questions)
