"""One sentence for those who do not see a chart: first, last, and what is missing or withheld."""

from collections.abc import Mapping, Sequence

from monitoring.ui import labels
from monitoring.ui.points import Point, Scale, State
from monitoring.words import say


def of_series(label: str, points: Sequence[Point], names: Mapping[str, str], scale: Scale) -> str:
    """`A secure home: 38 % at return, 71 % at month 24. No round held: month 36.`"""
    known = [point for point in points if point.is_known]
    ends = list(dict.fromkeys((*known[:1], *known[-1:])))
    said = [f"{names[point.key]} {scale.of(point)}" for point in ends]
    sentence = f"{label}: {', '.join(said) or say('screens.alt.nothing')}."
    return " ".join([sentence, *_quarters(points, names, scale), *_absent(points, names)])


def of_groups(label: str, points: Sequence[Point], names: Mapping[str, str], scale: Scale) -> str:
    """`A secure home: Albania 69 %, Moldova 67 %. Withheld: Viet Nam.`"""
    said = [f"{names[point.key]} {scale.of(point)}" for point in points if point.is_known]
    sentence = f"{label}: {', '.join(said) or say('screens.alt.nothing')}."
    return " ".join([sentence, *_quarters(points, names, scale), *_absent(points, names)])


def _quarters(points: Sequence[Point], names: Mapping[str, str], scale: Scale) -> list[str]:
    said = [f"{names[point.key]} {scale.of(point)}" for point in points if point.band is not None]
    return [say("releases.chart.alt_band", points=", ".join(said))] if said else []


def _absent(points: Sequence[Point], names: Mapping[str, str]) -> list[str]:
    said = []
    for state in (State.MISSING, State.WITHHELD):
        those = [names[point.key] for point in points if point.state is state and point.band is None]
        if those:
            said.append(say(f"screens.alt.{state}", names=labels.listed(those)))
    return said
