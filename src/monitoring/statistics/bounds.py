"""What a figure would be if everybody who is missing had done badly, or well. No model, no assumption in between.

Manski, C. F. (1990), American Economic Review 80: 319-323: whatever the missing would have answered, the figure of
everybody lies between these two.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from monitoring.statistics.survival import Followed, Risk, risk_by


@dataclass(frozen=True, slots=True)
class Bounds:
    """The figure's smallest and largest possible value, in its own unit."""

    least: float
    most: float


def share_bounds(numerator: int, answered: int, missing: int) -> Bounds | None:
    """Of `numerator` in `answered`, with `missing` people nobody could ask. None where there is nobody at all."""
    everybody = answered + missing
    return Bounds(numerator / everybody, (numerator + missing) / everybody) if everybody else None


def mean_bounds(total: float, answered: int, missing: int, *, lowest: float, highest: float) -> Bounds | None:
    """Of values that add up to `total`, on a scale from `lowest` to `highest`. None where there is nobody at all."""
    everybody = answered + missing
    if not everybody:
        return None
    return Bounds((total + missing * lowest) / everybody, (total + missing * highest) / everybody)


@dataclass(frozen=True, slots=True)
class Lost:
    """Somebody of whom nothing is known from `days` on, though `could_be` days have gone by since the return."""

    days: float
    could_be: float


def risk_bounds(followed: Iterable[Followed], lost: Iterable[Lost], day: float) -> tuple[Risk, Risk]:
    """The risk by the day if no lost person had the event, and if each had it on the day after the last news.

    `followed` are those of whom as much is known as can be; the lost are not among them.
    Either may be None in its value, where fewer than five would be left to say it of.
    """
    known, gone = list(followed), list(lost)
    none = [Followed(each.could_be, had_event=False) for each in gone]
    all_ = [Followed(min(each.days + 1, each.could_be), had_event=True) for each in gone]
    return risk_by([*known, *none], day), risk_by([*known, *all_], day)
