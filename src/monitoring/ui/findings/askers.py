"""Whether people say something else to their own worker than to somebody from outside, as far as it can be told."""

from collections.abc import Sequence

from monitoring.ui import numbers
from monitoring.ui.findings.compare import has_few, may_be_chance, nothing_known
from monitoring.ui.points import Point
from monitoring.words import say


def of_askers(points: Sequence[Point]) -> str:
    """`To their own worker 88 %, to somebody from outside 61 %: ...`. The own worker comes first, outside last."""
    own, outside = points[0], points[-1]
    if not any(point.is_known for point in points):
        return say(f"screens.says.{nothing_known(points)}")
    if not own.is_known:
        return say("own_words.askers.says.no_own")
    if not outside.is_known:
        return say("own_words.askers.says.no_outside", own=numbers.percent(own.value or 0))
    facts = {"own": numbers.percent(own.value or 0), "outside": numbers.percent(outside.value or 0)}
    if own.is_too_wide or outside.is_too_wide:
        return say("own_words.askers.says.too_few", **facts)
    if may_be_chance(own, outside):
        sentence = say("own_words.askers.says.alike", **facts)
    else:
        kinder = (own.value or 0) > (outside.value or 0)
        sentence = say("own_words.askers.says.kinder" if kinder else "own_words.askers.says.franker", **facts)
    return f"{sentence}; {say('screens.says.few')}." if has_few(own, outside) else f"{sentence}."
