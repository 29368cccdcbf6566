"""Targets: set by managers, each with its baseline; read beside what is shared."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.access.log import Log
from monitoring.domain.brief import Mark
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.target import Light, Target, light
from monitoring.services.brief_figures import REFERENCE, Asked, at_round, mark, shared
from monitoring.services.house import House


class NoTarget(Refusal):
    """The target cannot be set as it was said."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A target, what is shared of it now, and its light where it may have one."""

    target: Target
    actual: Mark
    light: Light | None


def set_target(actor: Actor, house: House, target: Target, *, has_baseline: bool = True) -> None:
    """Counts from now on. Raises NotAllowed, and NoTarget without a baseline or for what is no share."""
    actor.must(Deed.SET_TARGETS, country=target.country)
    indicator = house.catalogue.indicators.get(target.indicator)
    if indicator is None or not indicator.is_share:
        raise NoTarget("target_of_no_share")
    if not has_baseline:
        raise NoTarget("target_needs_baseline")
    numbers = (target.baseline, target.target, target.milestone or 0.0)
    if not all(0 <= each <= 1 for each in numbers) or target.baseline == target.target:
        raise NoTarget("target_out_of_range")
    house.store.targets.add(target, by=actor.name, at=house.now)
    Log(house.people.file).add(actor.name, "target_set", target.indicator)


def standings(actor: Actor, house: House, country: str | None, language: str) -> Sequence[Standing]:
    """Of the programme, or of one country. Raises NotAllowed."""
    actor.must(Deed.SEE_SHARED_FIGURES, country=country)
    asked = Asked(country, language)
    return [_standing(actor, house, asked, each) for each in house.store.targets.listed() if each.country == country]


def _standing(actor: Actor, house: House, asked: Asked, target: Target) -> Standing:
    indicator = house.catalogue.indicators[target.indicator]
    by = ("round",) if indicator.has_rounds else ()
    found = shared(actor, house, asked, (target.indicator,), *by)
    figure = at_round(found, target.indicator, REFERENCE) if by else next(iter(found), None)
    value = None if figure is None or figure.withheld else figure.value
    return Standing(target, mark(figure, asked.language), light(indicator, target, value))
