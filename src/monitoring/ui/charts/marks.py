"""How the four states are drawn, the same in every chart: known, few people, no round, withheld."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from monitoring.ui import numbers
from monitoring.ui.charts.axes import TimeAxis
from monitoring.ui.charts.template import Drawing, label
from monitoring.ui.palette import Palette, faint
from monitoring.ui.points import Point, Scale, State
from monitoring.words import say


@dataclass(frozen=True, slots=True)
class Frame:
    """What a chart's marks are drawn in: the axis of time, the scale and top of values, and the colours."""

    axis: TimeAxis
    scale: Scale
    palette: Palette
    top: float = 100.0


def runs(points: Sequence[Point]) -> list[list[Point]]:
    """Neighbouring known points together, so that no line ever bridges what is missing or withheld."""
    found: list[list[Point]] = [[]]
    for point in points:
        if point.is_known:
            found[-1].append(point)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]


def band(run: Sequence[Point], frame: Frame, colour: str) -> list[Drawing]:
    """The likely range of a run: a closed shape, or an upright stroke where the run is one point."""
    limits = [(frame.axis.places[p.key], p.low, p.high) for p in run if p.low is not None and p.high is not None]
    if not limits:
        return []
    x = [place for place, _, _ in limits]
    low, high = [low for _, low, _ in limits], [high for _, _, high in limits]
    still: Drawing = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    if len(limits) == 1:
        return [still | {"x": x * 2, "y": low + high, "line": {"width": 6, "color": faint(colour, 0.38)}}]
    shape = {"x": x + x[::-1], "y": high + low[::-1], "fill": "toself", "fillcolor": faint(colour, 0.14)}
    return [still | shape | {"line": {"width": 0}}]


def line(run: Sequence[Point], frame: Frame, colour: str, *, size: int = 9, dash: str = "solid") -> Drawing:
    """A run as a line with its dots; each dot says on hovering what the table says too."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [frame.axis.places[point.key] for point in run],
        "y": [point.value for point in run],
        "line": {"color": colour, "width": 2.5 if size > 7 else 2, "dash": dash},
        "marker": dots(run, colour, frame.palette, size),
        "opacity": 1,
        "cliponaxis": False,
        "text": [hover(point, frame.scale, frame.axis.names[point.key]) for point in run],
        "hovertemplate": "%{text}<extra></extra>",
    }


def dots(run: Sequence[Point], colour: str, palette: Palette, size: int) -> Drawing:
    """Filled dots; hollow where people are few."""
    few = [point.state is State.FEW for point in run]
    return {
        "size": size,
        "opacity": 1,
        "color": [palette.paper if each else colour for each in few],
        "line": {"color": colour, "width": [2 if each else 0 for each in few]},
    }


def gap(point: Point, frame: Frame) -> tuple[list[Drawing], list[Drawing], list[Drawing]]:
    """(traces, shapes, labels) of a point without a value. A withheld one knows its place, a band its quarter too."""
    place, palette = frame.axis.places[point.key], frame.palette
    if point.quarter is not None:
        return [_quarter(point, frame)], [], []
    if point.state is State.WITHHELD:
        column = {"type": "bar", "x": [place], "y": [frame.top], "width": [frame.axis.column], "hoverinfo": "skip"}
        font = {"size": 12, "color": palette.ink}
        mark = label("[c]", x=place, y=frame.top / 2, bgcolor=palette.paper, font=font)
        return [column | _hatched(palette)], [], [mark]
    ends: dict[str, Any] = {"x0": place, "x1": place, "y0": 0, "y1": 1, "yref": "paper"}
    rule = {"type": "line", "layer": "below", "line": {"color": palette.axis, "width": 1.5, "dash": "dot"}, **ends}
    return [], [rule], [_no_round(place, frame)] if frame.axis.no_round else []


def quarter_row(point: Point, place: float, name: str, scale: Scale, palette: Palette) -> Drawing:
    """The quarter lying, for charts of rows."""
    low, high = point.quarter or (0.0, 0.0)
    lying = {"orientation": "h", "x": [high - low], "base": [low], "y": [place], "width": [0.2]}
    return _quarter_bar(palette) | lying | {"text": [hover(point, scale, name)]}


def withheld_row(place: float, palette: Palette) -> Drawing:
    """The hatched column lying, for charts of rows."""
    lying = {"type": "bar", "orientation": "h", "x": [100], "y": [place], "width": [0.2], "hoverinfo": "skip"}
    return lying | _hatched(palette)


def value_mark(
    point: Point, frame: Frame, colour: str, *, above: bool, size: int = 14, is_first: bool = False
) -> Drawing:
    """The value in bold above or below its band, inside the chart whatever the value, and off the axis at its left."""
    low = point.low if point.low is not None else point.value or 0
    high = point.high if point.high is not None else point.value or 0
    above = (above and high <= 0.92 * frame.top) or low < 0.1 * frame.top
    where = {"y": high, "yanchor": "bottom", "yshift": 3} if above else {"y": low, "yanchor": "top", "yshift": -3}
    aside = {"xanchor": "left", "xshift": -8} if is_first else {}
    text = f"<b>{frame.scale.of(point)}</b>"
    mark = label(text, x=frame.axis.places[point.key], y=0, font={"size": size, "color": colour})
    return {**mark, **where, **aside}


def hover(point: Point, scale: Scale, name: str) -> str:
    """`68 %, month 12 / of 231 people who answered / likely between 62 and 74 %`."""
    lines = [f"<b>{scale.of(point)}</b>, {name}"]
    if point.n is not None:
        facts = {"people": numbers.people(point.n), "n": numbers.count(point.n)}
        lines.append(say(f"screens.chart.hover_{scale.people}", **facts))
    if point.low is not None and point.high is not None:
        low, high = scale.bare(point.low), scale.words(point.high)
        lines.append(say("screens.chart.hover_range", low=low, high=high))
    return "<br>".join(lines)


def _quarter(point: Point, frame: Frame) -> Drawing:
    """An open box as wide as its column, from the one limit to the other: the value is somewhere inside."""
    low, high = point.quarter or (0.0, 0.0)
    place = frame.axis.places[point.key]
    upright = {"x": [place], "y": [high - low], "base": [low], "width": [frame.axis.column]}
    return _quarter_bar(frame.palette) | upright | {"text": [hover(point, frame.scale, frame.axis.names[point.key])]}


def _quarter_bar(palette: Palette) -> Drawing:
    box = {"color": faint(palette.series, 0.14), "line": {"width": 1.5, "color": faint(palette.series, 0.7)}}
    return {"type": "bar", "marker": box, "textposition": "none", "hovertemplate": "%{text}<extra></extra>"}


def _no_round(place: float, frame: Frame) -> Drawing:
    font = {"size": 12, "color": frame.palette.muted}
    where: dict[str, Any] = {"yref": "paper", "yanchor": "top", "bgcolor": frame.palette.paper, "font": font}
    return label(frame.axis.no_round, x=place, y=0.97, **where)


def _hatched(palette: Palette) -> Drawing:
    pattern = {"shape": "/", "fgcolor": palette.hatch, "bgcolor": palette.wash, "size": 6, "solidity": 0.2}
    return {"marker": {"color": palette.wash, "line": {"width": 0}, "pattern": pattern}}
