"""What was set out to be reached, and how far it is. Lights are for what the programme does, never for people."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from monitoring.domain.indicator import Direction, Indicator


class Light(StrEnum):
    REACHED = "reached"
    ON_THE_WAY = "on_the_way"  # at least half of the way from the baseline
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Target:
    """Shares are from 0 to 1, other values in the indicator's unit. `country` None: the whole programme."""

    indicator: str
    country: str | None
    baseline: float
    target: float
    due_on: date
    milestone: float | None = None
    set_on: date | None = field(default=None, compare=False)  # the day of the baseline


OUTPUTS = ("follow_up", "people", "return")
"""Domains of what the programme itself does: only there does a light say something fair."""

_HALFWAY = 0.5


def light(indicator: Indicator, target: Target, actual: float | None) -> Light | None:
    """Reached; at least half of the way; or behind. None for outcomes of people, disclosed harm and unknown values."""
    if actual is None or indicator.domain not in OUTPUTS or indicator.direction is Direction.WATCH:
        return None
    way = target.target - target.baseline
    gone = round((actual - target.baseline) / way, 6) if way else float(actual >= target.target)
    if gone >= 1:
        return Light.REACHED
    return Light.ON_THE_WAY if gone >= _HALFWAY else Light.BEHIND
