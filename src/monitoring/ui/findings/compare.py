"""When two values may be called different, and which of a chart may be compared at all. Writes no sentence."""

import math
from collections.abc import Sequence
from enum import StrEnum

from monitoring.ui.points import Point, State


class Change(StrEnum):
    """What became of a number from one point to a later one. "Higher" is neither better nor worse."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCLEAR = "unclear"


def ranges_meet(one: Point, other: Point) -> bool | None:
    """Whether the likely ranges touch, or None where either has none: a count is exact.

    For the ends of many groups: these were picked for lying far apart, so a test of two would find too much.
    """
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    return one.low <= other.high and other.low <= one.high


def may_be_chance(one: Point, other: Point) -> bool | None:
    """Whether the likely range of the difference holds 0, or None where either has no range.

    For two that nobody picked. That their own ranges touch is no answer: of two clearly different ones they may.
    Newcombe's range of a difference, from the limits of both (Statistics in Medicine 1998, method 10).
    """
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    higher, lower = sorted((one, other), key=lambda point: point.value or 0, reverse=True)
    down = (higher.value or 0) - (higher.low or 0)
    up = (lower.high or 0) - (lower.value or 0)
    return (higher.value or 0) - (lower.value or 0) <= math.hypot(down, up)


def change_between(first: Point, last: Point) -> Change:
    """Both points are known."""
    if first.value == last.value or may_be_chance(first, last):
        return Change.UNCLEAR
    return Change.HIGHER if (last.value or 0) > (first.value or 0) else Change.LOWER


def readable(points: Sequence[Point]) -> list[Point]:
    """Those a comparison may rest on: without few people where at least two others are there."""
    known = [point for point in points if point.is_known]
    many = [point for point in known if point.state is State.KNOWN]
    return many if len(many) > 1 else known


def first_and_last(points: Sequence[Point]) -> tuple[Point, Point] | None:
    """The ends of a series, or None where there are not two to compare."""
    found = readable(points)
    return (found[0], found[-1]) if len(found) > 1 else None


def has_few(*points: Point) -> bool:
    return any(point.state is State.FEW for point in points)


def nothing_known(points: Sequence[Point]) -> str:
    """Why nothing can be said: the end of a sentence's key."""
    return "withheld" if any(point.state is State.WITHHELD for point in points) else "nobody"
