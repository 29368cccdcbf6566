"""What people around survivors see beside what survivors answer, in one sentence. The direction, never the distance."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.ui import labels, numbers
from monitoring.ui.points import Point
from monitoring.words import say


@dataclass(frozen=True, slots=True)
class Rated:
    """One side of life: how sessions rate it, and where the survivors' own figure of it lies."""

    label: str
    around: Point
    survivors: Point


def of_ratings(sides: Sequence[Rated]) -> str:
    """`People around see housing better than survivors' own answers would make it. In 3 more, both lie ...`"""
    both = [each for each in sides if each.around.is_known and each.survivors.is_known]
    if not both:
        return say("context.ratings.says.nothing_beside")
    higher = [each for each in both if (each.survivors.value or 0) < _low(each.around)]
    lower = [each for each in both if (each.survivors.value or 0) > _high(each.around)]
    same = len(both) - len(higher) - len(lower)
    both_ways = {"higher": higher, "lower": lower}
    parts = [say(f"context.ratings.says.{key}", names=_names(of)) for key, of in both_ways.items() if of]
    if not parts:
        return say("context.ratings.says.alike", n=numbers.count(len(both)))
    sentence = say("context.ratings.says.apart", parts=labels.listed(parts))
    return f"{sentence} {say('context.ratings.says.rest', n=numbers.count(same))}" if same else sentence


def _low(point: Point) -> float:
    return point.low if point.low is not None else point.value or 0


def _high(point: Point) -> float:
    return point.high if point.high is not None else point.value or 0


def _names(sides: Sequence[Rated]) -> str:
    return labels.listed([labels.lowered(each.label) for each in sides])
