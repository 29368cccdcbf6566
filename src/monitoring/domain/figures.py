"""Figures: what is asked for, and what comes back. A withheld figure carries no numbers at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class View(StrEnum):
    PROGRAMME = "programme"
    SHARED = "shared"


DIMENSIONS = (
    "country",
    "provider",
    "round",
    "pooled_round",
    "quarter",
    "return_quarter",
    "gender",
    "age_band",
    "return_route",
    "return_kind",
)
"""By what a figure may be broken down: one value a unit, so that the parts add up."""

FILTERS = (*DIMENSIONS, "exploitation", "quarter_from", "quarter_to")
"""What a figure may be narrowed to. A person may carry several kinds of exploitation, hence a filter only."""


@dataclass(frozen=True, slots=True)
class FigureRequest:
    """Which indicators, broken down by what, narrowed to what, as reported on which day (None: today)."""

    indicators: tuple[str, ...]
    by: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    as_of: date | None = None
    view: View = View.PROGRAMME


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `group` holds the grouping columns in the order asked for.

    A share, a risk and their limits lie between 0 and 1; a mean and a median are in the indicator's unit. `low` and
    `high` are the 95 % limits, or None. `due`, `interviewed` and `answered` count what the indicator is of. Where
    `withheld` is true, every number is None: the figure exists, and is not shown, to protect people.
    """

    indicator: str
    group: tuple[tuple[str, str | None], ...]
    value: float | None = None
    numerator: float | None = None
    denominator: int | None = None
    low: float | None = None
    high: float | None = None
    due: int | None = None
    interviewed: int | None = None
    answered: int | None = None
    withheld: bool = False
    months: int | None = None  # since return, of a risk
    at_risk: int | None = None  # people followed up to then, of a risk
    band: int | None = (
        None  # of a release, where a share is told by its quarter alone: 0 is under a quarter, 3 the last
    )
    revised: bool = False  # of a release: the last one said otherwise

    def at(self, dimension: str) -> str | None:
        """The figure's value of a grouping column. Raises KeyError where it was not grouped by it."""
        return dict(self.group)[dimension]

    def without_numbers(self) -> "Figure":
        """Its place alone: what is withheld to protect people."""
        return Figure(indicator=self.indicator, group=self.group, months=self.months, withheld=True)

    @property
    def is_empty(self) -> bool:
        return not self.withheld and not self.denominator and not self.numerator
