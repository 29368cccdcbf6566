"""One sentence for a risk by time since return. Says what is not told, and of no case how large a risk still fits."""

from collections.abc import Sequence

from monitoring.ui import labels
from monitoring.ui.points import Point, Scale
from monitoring.words import say


def by_months(points: Sequence[Point], scale: Scale) -> str:
    """`Known by then: within 6 months 2 %, within 12 months 4 % and within 24 months not told.`"""
    return say("screens.domain.months_say", parts=labels.listed([_part(point, scale) for point in points]))


def _part(point: Point, scale: Scale) -> str:
    if not point.is_known or point.value is None:
        return say("screens.domain.months_untold", months=point.key)
    if point.value == 0:
        return say("screens.domain.months_no_event", months=point.key, high=scale.words(point.high or 0))
    return say("screens.domain.months_part", months=point.key, value=scale.words(point.value))
