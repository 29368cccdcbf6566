"""A figure as a chart or a table may know it: one point, in one of four states. A withheld point has no numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Indicator, Kind, Of
from monitoring.services.figure_bounds import bounds_of, if_badly_and_well
from monitoring.ui import numbers
from monitoring.words import say

FEW = 20
"""Fewer people than this carry a caution, in every chart, table and sentence."""

TOO_WIDE = 40
"""Points between the limits above which nothing is said."""


WHOLE = ("people", "days", "services")
"""Units that are counted in whole numbers; a mean number of kinds of help is not."""


class State(StrEnum):
    KNOWN = "known"
    FEW = "few"
    MISSING = "missing"  # no round held, not asked, or nobody answered
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Scale:
    """How values are drawn and written. Shares and scores are always drawn from 0 to 100; a count has no top.

    A score from 0 to 1 is drawn so too, and written as what it is.
    """

    unit: str  # "percent", "points", "score", "people", ...
    people: str = "answered"  # behind a value: who "answered" a question, were "counted", or "followed"; or "sessions"

    @property
    def is_fixed(self) -> bool:
        return self.unit in ("percent", "points", "score")

    @property
    def times(self) -> float:
        """What a figure in the indicator's own unit is multiplied by: shares and scores lie between 0 and 1."""
        return 100.0 if self.unit in ("percent", "score") else 1.0

    def words(self, value: float) -> str:
        """`68 %`, `54`, `0.68`, `1 240`, `12 days`, `1.3`; the low end of a range without its unit by `bare`."""
        if self.unit == "days":
            return numbers.days(value)
        return numbers.percent(value) if self.unit == "percent" else self.bare(value)

    def of(self, point: "Point") -> str:
        """A point in words. A risk without a case so far is never a bare 0: `0 to 21 %`; nor is a band one number."""
        if point.quarter is not None:
            low, high = point.quarter
            return say("screens.number.range", low=self.bare(low), high=self.words(high))
        if self.people == "followed" and point.value == 0 and point.high is not None:
            return say("screens.number.range", low="0", high=self.words(point.high))
        return self.words(point.value or 0)

    @property
    def ticks(self) -> list[str]:
        """The words under 0, 25, 50, 75 and 100 of a fixed scale; the last one with its unit."""
        if self.unit == "score":
            return ["0", "0.25", "0.50", "0.75", "1"]
        return ["0", "25", "50", "75", self.words(100)]

    def bare(self, value: float) -> str:
        """The number alone: `62` of "62 to 74 %"."""
        if self.unit == "score":
            return numbers.two_decimals(value / 100)
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
    if_badly: float | None = None  # had all those due and not interviewed done badly ...
    if_well: float | None = None  # ... or well
    band: int | None = None  # of a release: withheld but for the quarter in which it lies, 0 to 3
    revised: bool = False  # the last release said otherwise

    @property
    def is_known(self) -> bool:
        return self.state in (State.KNOWN, State.FEW)

    @property
    def quarter(self) -> tuple[float, float] | None:
        """The limits of its band, on the scale of its chart."""
        return None if self.band is None else (25.0 * self.band, 25.0 * (self.band + 1))

    @property
    def is_too_wide(self) -> bool:
        """Whether the likely range is so wide that the value says next to nothing."""
        return self.low is not None and self.high is not None and self.high - self.low > TOO_WIDE


def scale_of(indicator: Indicator) -> Scale:
    """Nobody answers whether they came home, or whether they were interviewed: of these they are counted."""
    if indicator.kind is Kind.TIME_TO_EVENT:
        return Scale(indicator.unit, "followed")
    if indicator.of is Of.SESSION:
        return Scale(indicator.unit, "sessions")
    is_asked = indicator.form == "follow_ups" and indicator.domain != "follow_up"
    return Scale(indicator.unit, "answered" if is_asked else "counted")


def point_of(figure: Figure | None, indicator: Indicator, key: str) -> Point:
    """The point of a figure; of None, the point of a group that nothing is known of."""
    if figure is None:
        return Point(key, State.MISSING)
    if figure.withheld:
        return Point(key, State.WITHHELD, revised=figure.revised)
    if figure.band is not None:
        return Point(key, State.WITHHELD, n=figure.denominator, band=figure.band, revised=figure.revised)
    if figure.is_empty or figure.value is None:
        return Point(key, State.MISSING, due=figure.due, interviewed=figure.interviewed)
    scale = scale_of(indicator)
    times, top = scale.times, 100.0 if scale.is_fixed else None
    no_event = figure.low is None and figure.high is not None  # of a risk: only its upper limit can be told
    low, high = (_inside(limit, times, top) for limit in (0.0 if no_event else figure.low, figure.high))
    behind = figure.denominator if figure.at_risk is None else figure.at_risk
    few = indicator.kind is not Kind.COUNT and (behind or 0) < FEW
    bounds = bounds_of(indicator, figure)
    badly, well = if_badly_and_well(indicator, bounds) if bounds else (None, None)
    return Point(
        key=key,
        state=State.FEW if few else State.KNOWN,
        value=figure.value * times,
        low=low,
        high=high,
        n=behind if indicator.kind is not Kind.COUNT else None,
        due=figure.due,
        interviewed=figure.interviewed,
        if_badly=None if badly is None else badly * times,
        if_well=None if well is None else well * times,
        revised=figure.revised,
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
