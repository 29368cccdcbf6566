"""A figure as a chart or a table may know it: one point, in one of four states. A withheld point has no numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Indicator, Kind
from monitoring.ui import numbers

FEW = 20
"""Fewer people than this carry a caution, in every chart, table and sentence."""

TOO_WIDE = 40
"""Points between the limits above which nothing is said."""


WHOLE = ("people", "days")
"""Units that are counted in whole numbers; a mean number of kinds of help is not."""


class State(StrEnum):
    KNOWN = "known"
    FEW = "few"
    MISSING = "missing"  # no round held, not asked, or nobody answered
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Scale:
    """How values are drawn and written. Shares and mean scores always run from 0 to 100; a count has no top."""

    unit: str  # "percent", "points", "people", ...
    people: str = "answered"  # what those behind a value have done: "answered" a question, or been "counted"

    @property
    def is_fixed(self) -> bool:
        return self.unit in ("percent", "points")

    def words(self, value: float) -> str:
        """`68 %`, `54`, `1 240`, `1.3`; and the low end of a range without its unit by `bare`."""
        return numbers.percent(value) if self.unit == "percent" else self.bare(value)

    def bare(self, value: float) -> str:
        """The number alone: `62` of "62 to 74 %"."""
        is_whole = self.is_fixed or self.unit in WHOLE
        return numbers.count(value) if is_whole else numbers.one_decimal(value)


@dataclass(frozen=True, slots=True)
class Point:
    """One figure, on the scale of its chart: `value`, `low` and `high` between 0 and 100 for shares and scores.

    `key` is the code of its group (months, a quarter, a country, ...) and `n` the number of people behind it.
    """

    key: str
    state: State
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    due: int | None = None
    interviewed: int | None = None

    @property
    def is_known(self) -> bool:
        return self.state in (State.KNOWN, State.FEW)

    @property
    def is_too_wide(self) -> bool:
        """Whether the likely range is so wide that the value says next to nothing."""
        return self.low is not None and self.high is not None and self.high - self.low > TOO_WIDE


def scale_of(indicator: Indicator) -> Scale:
    """Nobody answers whether they came home, or whether they were interviewed: of these they are counted."""
    is_asked = indicator.form == "follow_ups" and indicator.domain != "follow_up"
    return Scale(indicator.unit, "answered" if is_asked else "counted")


def point_of(figure: Figure | None, indicator: Indicator, key: str) -> Point:
    """The point of a figure; of None, the point of a group that nothing is known of."""
    if figure is None:
        return Point(key, State.MISSING)
    if figure.withheld:
        return Point(key, State.WITHHELD)
    if figure.is_empty or figure.value is None:
        return Point(key, State.MISSING, due=figure.due, interviewed=figure.interviewed)
    times = 100.0 if indicator.unit == "percent" else 1.0
    top = 100.0 if scale_of(indicator).is_fixed else None
    low, high = (_inside(limit, times, top) for limit in (figure.low, figure.high))
    few = indicator.kind is not Kind.COUNT and (figure.denominator or 0) < FEW
    return Point(
        key=key,
        state=State.FEW if few else State.KNOWN,
        value=figure.value * times,
        low=low,
        high=high,
        n=figure.denominator if indicator.kind is not Kind.COUNT else None,
        due=figure.due,
        interviewed=figure.interviewed,
    )


def _inside(limit: float | None, times: float, top: float | None) -> float | None:
    """The limit on the chart's scale: of few people a mean's interval runs past what an answer can be."""
    if limit is None:
        return None
    inside = max(limit * times, 0.0)
    return inside if top is None else min(inside, top)


def points_by(
    figures: Iterable[Figure], indicator: Indicator, dimension: str, keys: Iterable[str]
) -> tuple[Point, ...]:
    """One point for each of the keys, in their order, also where no figure was found."""
    mine = {each.at(dimension): each for each in figures if each.indicator == indicator.id}
    return tuple(point_of(mine.get(key), indicator, key) for key in keys)
