"""Who stands behind a chart, in one line on its face: due, interviewed, answered."""

from collections.abc import Iterable

from monitoring.ui import numbers
from monitoring.ui.points import Point
from monitoring.words import say


def of_points(points: Iterable[Point]) -> str:
    """`Due 231 · interviewed 160 · answered 88 to 120` of points of one round; nothing where they are withheld."""
    told = [point for point in points if point.due is not None and point.interviewed is not None]
    if not told:
        return ""
    due, interviewed = max(each.due or 0 for each in told), max(each.interviewed or 0 for each in told)
    answered = sorted({each.n or 0 for each in told})
    key = "own_words.face_range" if len(answered) > 1 else "own_words.face"
    facts = {"due": numbers.count(due), "interviewed": numbers.count(interviewed)}
    return say(key, least=numbers.count(answered[0]), answered=numbers.count(answered[-1]), **facts)
