"""From one row of counts to figures: the value and its likely range, by kind. Reads nothing and decides nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Indicator, Kind
from monitoring.statistics.intervals import mean_interval, wilson
from monitoring.statistics.medians import median, median_interval
from monitoring.statistics.survival import Followed, curve, risk_by

RISK_MONTHS = (6, 12, 24)
"""After how many months a risk is given: each is the target day of a round."""

_COLUMNS = ("numerator", "denominator", "answered", "spread", "values", "days", "events")
"""Asked for by name: looking through the columns of 150 indicators once for each of them would take seconds."""

Counts = Mapping[str, Any]
"""The columns of one indicator (see `derive.measures`), without its prefix."""


def figures_of(
    catalogue: Catalogue, indicator: Indicator, group: tuple[tuple[str, str | None], ...], row: Mapping[str, Any]
) -> Iterator[Figure]:
    """One figure of the row, or one for each of 6, 12 and 24 months. A value only where there are enough units."""
    columns = {name: f"{indicator.id}__{name}" for name in _COLUMNS}
    counts = {name: row[column] for name, column in columns.items() if column in row}
    whole = Figure(
        indicator=indicator.id,
        group=group,
        numerator=counts.get("numerator"),
        denominator=counts["denominator"],
        due=row["due"],
        interviewed=row["interviewed"],
        answered=counts["answered"],
    )
    if indicator.kind is Kind.TIME_TO_EVENT:
        yield from _risks(catalogue, whole, counts)
    elif indicator.kind is Kind.COUNT:
        yield replace(whole, value=float(counts["numerator"]))
    elif (whole.denominator or 0) >= indicator.at_least:
        yield _VALUED[indicator.kind](whole, counts)
    else:
        yield whole


def _share(figure: Figure, counts: Counts) -> Figure:
    low, high = wilson(counts["numerator"], counts["denominator"]) or (None, None)
    return replace(figure, value=float(counts["numerator"]) / counts["denominator"], low=low, high=high)


def _mean(figure: Figure, counts: Counts) -> Figure:
    value = float(counts["numerator"]) / counts["denominator"]
    low, high = mean_interval(value, counts.get("spread"), counts["denominator"]) or (None, None)
    return replace(figure, value=value, low=low, high=high)


def _median(figure: Figure, counts: Counts) -> Figure:
    ordered = [float(value) for value in counts["values"] or ()]
    low, high = median_interval(ordered) or (None, None)
    return replace(figure, value=median(ordered), low=low, high=high)


_VALUED: dict[Kind, Callable[[Figure, Counts], Figure]] = {
    Kind.SHARE: _share,
    Kind.MEAN: _mean,
    Kind.MEDIAN: _median,
}


def _risks(catalogue: Catalogue, figure: Figure, counts: Counts) -> Iterator[Figure]:
    """The numerator of a risk is the people with the event by then, whether or not a risk can be given."""
    rows = zip(counts["days"] or (), counts["events"] or (), strict=True)
    people = [Followed(float(days), had_event) for days, had_event in rows]
    steps = curve(people) if any(person.had_event for person in people) else ()
    for months in RISK_MONTHS:
        risk = risk_by(people, catalogue.round(months).target_day, steps)
        yield replace(
            figure,
            months=months,
            value=risk.value,
            low=risk.low,
            high=risk.high,
            numerator=risk.events,
            at_risk=risk.at_risk,
        )
