"""Targets: set by managers, each with its baseline; read beside what is shared."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.access.log import Log
from monitoring.domain.brief import Mark, Table
from monitoring.domain.indicator import Direction, Indicator
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.target import Light, Target, light
from monitoring.services.brief_basis import day
from monitoring.services.brief_figures import REFERENCE, Asked, at_round, mark, percent, shared
from monitoring.services.house import House
from monitoring.services.place_names import text
from monitoring.words import say


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
    actor.must(Deed.SET_TARGETS, country=target.country or ("" if actor.countries else None))
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
    return [_standing(actor, house, asked, each) for each in _listed(house) if each.country == country]


def table(actor: Actor, house: House, country: str | None, language: str) -> Table | None:
    """The same in words, one row a target; None where none is set. Raises NotAllowed."""
    found = standings(actor, house, country, language)
    heads = ("indicator", "baseline", "milestone", "target", "due", "actual", "light")
    rows = tuple(_row(house.catalogue.indicators[each.target.indicator], each, language) for each in found)
    head = tuple(say(f"targets.{name}", language) for name in heads)
    return Table(say("targets.title", language), head, rows, say("targets.rule", language)) if rows else None


def state(indicator: Indicator, standing: Standing, language: str) -> str:
    """The light in words; of how people fare, on which side of the baseline its range lies; of harm nothing."""
    if standing.light is not None:
        return say(f"targets.{standing.light}", language)
    actual = standing.actual
    if indicator.direction is Direction.WATCH or actual.value is None or actual.low is None or actual.high is None:
        return ""
    before = round(100 * standing.target.baseline, 1)
    if actual.low > before:
        return say("targets.above", language)
    return say("targets.below" if actual.high < before else "targets.near", language)


def _row(indicator: Indicator, standing: Standing, language: str) -> tuple[str, ...]:
    target, actual = standing.target, standing.actual
    now = actual.text
    if standing.light is None and indicator.direction is not Direction.WATCH and actual.value is not None:
        now = say("targets.with_range", language, now=now, low=round(actual.low or 0), high=round(actual.high or 0))
    return (
        text(indicator.label, language),
        percent(target.baseline),
        "–" if target.milestone is None else percent(target.milestone),
        percent(target.target),
        day(target.due_on, language),
        now,
        state(indicator, standing, language),
    )


def _listed(house: House) -> list[Target]:
    """None where the case database is on another machine: what is shown there is the release alone."""
    try:
        return house.store.targets.listed()
    except Refusal as refusal:
        if refusal.reason == "releases_only":
            return []
        raise


def _standing(actor: Actor, house: House, asked: Asked, target: Target) -> Standing:
    indicator = house.catalogue.indicators[target.indicator]
    by = ("round",) if indicator.has_rounds else ()
    found = shared(actor, house, asked, (target.indicator,), *by)
    figure = at_round(found, target.indicator, REFERENCE) if by else next(iter(found), None)
    value = None if figure is None or figure.withheld else figure.value
    return Standing(target, mark(figure, asked.language), light(indicator, target, value))
