"""Asks the service for figures as the filters stand, and knows which questions are worth asking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure, FigureRequest, View
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor
from monitoring.services import read_definitions, read_figures, released_figures
from monitoring.services.figure_requests import may_see
from monitoring.services.house import House
from monitoring.ui.chosen import SHARED, Chosen
from monitoring.ui.points import Point, points_by

REFERENCE = "12"
"""The round that titles and breakdowns are about: a year after return. Of risks too the one within a year is shown."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who is looking, at which house, through which filters."""

    actor: Actor
    house: House
    chosen: Chosen

    @property
    def catalogue(self) -> Catalogue:
        return read_definitions.catalogue(self.actor, self.house)

    @property
    def rounds(self) -> tuple[str, ...]:
        if self.chosen.view is View.SHARED:
            return released_figures.rounds(self.actor, self.house)
        return tuple(str(each.months) for each in self.catalogue.rounds)

    def figures(
        self, indicators: Iterable[Indicator], by: tuple[str, ...], **also: tuple[str, ...]
    ) -> tuple[Figure, ...]:
        """Figures of several indicators, in as few requests as their filters allow; of risks those within a year.

        Raises NotAllowed, ImpossibleRequest.
        """
        return tuple(each for each in self._all(indicators, by, also) if each.months in (None, int(REFERENCE)))

    def _all(
        self, indicators: Iterable[Indicator], by: tuple[str, ...], also: Mapping[str, tuple[str, ...]]
    ) -> tuple[Figure, ...]:
        requests: dict[tuple[tuple[str, tuple[str, ...]], ...], list[str]] = {}
        for each in indicators:
            where = {**self.chosen.for_indicator(each), **also}
            requests.setdefault(tuple(sorted(where.items())), []).append(each.id)
        found: list[Figure] = []
        for narrowed, ids in requests.items():
            request = FigureRequest(tuple(ids), by, dict(narrowed), self.chosen.as_of, self.chosen.view)
            found += read_figures.read_figures(self.actor, self.house, request)
        return tuple(found)

    def points(
        self, indicator: Indicator, dimension: str, keys: Iterable[str], **also: tuple[str, ...]
    ) -> tuple[Point, ...]:
        """One point for each key of the dimension."""
        return points_by(self.figures([indicator], (dimension,), **also), indicator, dimension, keys)

    def may_see(self, indicator: Indicator) -> bool:
        """Whether it is worth offering. The service still decides."""
        if self.chosen.view is View.SHARED:
            return indicator.id in released_figures.indicators(self.actor, self.house)
        return may_see(self.actor, indicator)

    def may_break_down(self, indicator: Indicator, dimension: str) -> bool:
        """Whether it is worth asking. The service still decides."""
        if self.chosen.view is View.SHARED and dimension not in SHARED:
            return False
        if dimension in ("round", "pooled_round") and not indicator.has_rounds:
            return False
        hidden = dimension == "provider" and indicator.roles_by_provider is not None
        if hidden and self.actor.role not in (indicator.roles_by_provider or ()):
            return False
        return indicator.break_down_by is None or dimension in indicator.break_down_by


def reference_round(points: Iterable[Point]) -> str:
    """Month 12 where anything is there, else the last round that has something to show."""
    there = [point.key for point in points if point.is_known]
    if REFERENCE in there or not there:
        return REFERENCE
    return there[-1]


def one_round(indicator: Indicator, key: str) -> Mapping[str, tuple[str, ...]]:
    """The filter for one round, or none where the indicator has no rounds."""
    return {"round": (key,)} if indicator.has_rounds else {}
