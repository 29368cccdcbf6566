"""What helps to the right, what makes things harder to the left, level by level, on one scale of 0 to 100 each way."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.ui import numbers
from monitoring.ui.charts import marks
from monitoring.ui.charts.template import Drawing, label, layout, values_axis
from monitoring.ui.palette import Palette
from monitoring.ui.plain_text import for_chart
from monitoring.ui.points import Point, Scale, State
from monitoring.words import say

ROW, REST, EDGE = 58, 66, 118
"""Pixels a row and beside the rows; how far the scale runs on, so that a value at 100 % has room for its words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One level and both of its shares. A point without a value is drawn as what it is: missing or withheld."""

    name: str
    helps: Point
    hinders: Point


def height(pairs: Sequence[Pair]) -> int:
    return ROW * len(pairs) + REST


def mirror_chart(pairs: Sequence[Pair], scale: Scale, palette: Palette) -> Drawing:
    """One row a pair, the first at the top. Colour, hatching, side and words all say which side is which."""
    data: list[Drawing] = []
    words: list[Drawing] = _heads(palette)
    for at, pair in enumerate(pairs):
        place = float(len(pairs) - 1 - at)
        words.append(_name(pair.name, place, palette))
        for point, side in ((pair.helps, 1), (pair.hinders, -1)):
            data += _bar(point, side, place, pair.name, scale, palette)
            words.append(_value(point, side, place, scale, palette))
    ticks = {"tickvals": [-100, -50, 0, 50, 100], "ticktext": ["100", "50", "0", "50", numbers.percent(100)]}
    return {
        "data": data or [{"type": "scatter", "x": [], "y": [], "hoverinfo": "skip"}],
        "layout": layout(
            palette,
            barmode="overlay",
            margin={"l": 4, "r": 4, "t": 26, "b": 4},
            xaxis=values_axis(palette, range=[-EDGE, EDGE], ticklabeloverflow="allow", **ticks),
            yaxis={"visible": False, "fixedrange": True, "range": [-0.5, len(pairs) - 0.3]},
            shapes=[_middle(len(pairs), palette)],
            annotations=words,
        ),
    }


def _bar(point: Point, side: int, place: float, name: str, scale: Scale, palette: Palette) -> list[Drawing]:
    if point.state is State.WITHHELD:
        hidden = marks.withheld_row(place, palette)
        return [hidden | {"x": [100 * side], "width": [0.3]}]
    if not point.is_known or point.value is None:
        return []
    says = say("context.mirror.helps" if side > 0 else "context.mirror.hinders")
    bar: Drawing = {"type": "bar", "orientation": "h", "x": [side * point.value], "y": [place], "width": [0.3]}
    bar |= {"marker": _marker(point, side, palette), "text": [marks.hover(point, scale, f"{for_chart(name)}: {says}")]}
    bar |= {"hovertemplate": "%{text}<extra></extra>", "textposition": "none"}
    return [bar, *_range(point, side, place, palette)]


def _marker(point: Point, side: int, palette: Palette) -> Drawing:
    """Hollow where people or sessions are few; the side that hinders is hatched, for those who see no colour."""
    colour = palette.series if side > 0 else palette.second
    outline = {"color": colour, "width": 2}
    if side < 0:
        solidity = 0.2 if point.state is State.FEW else 0.5
        pattern = {"shape": "/", "fillmode": "replace", "fgcolor": colour, "bgcolor": palette.paper, "size": 6}
        return {"color": colour, "line": outline, "pattern": pattern | {"solidity": solidity}}
    return {"color": palette.paper if point.state is State.FEW else colour, "line": outline}


def _range(point: Point, side: int, place: float, palette: Palette) -> list[Drawing]:
    if point.low is None or point.high is None:
        return []
    stroke = {"width": 2, "color": palette.ink}
    line: Drawing = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": stroke, "opacity": 0.7}
    return [line | {"x": [side * point.low, side * point.high], "y": [place, place]}]


def _value(point: Point, side: int, place: float, scale: Scale, palette: Palette) -> Drawing:
    """Beyond the end of the likely range, where it strikes nothing through."""
    if point.is_known:
        far, text = point.high if point.high is not None else point.value or 0, f"<b>{scale.of(point)}</b>"
    else:
        far, text = 0.0, say("context.mirror.withheld" if point.state is State.WITHHELD else "context.mirror.missing")
    xanchor = "left" if side > 0 else "right"
    font = {"size": 13, "color": palette.ink if point.is_known else palette.muted}
    return label(text, x=side * far, y=place, xanchor=xanchor, xshift=side * 4, font=font, bgcolor=palette.paper)


def _name(name: str, place: float, palette: Palette) -> Drawing:
    font = {"size": 14, "color": palette.ink}
    return label(for_chart(name), x=0, y=place, yshift=22, font=font, bgcolor=palette.paper)


def _heads(palette: Palette) -> list[Drawing]:
    """Which side is which, at the head of each."""
    font = {"size": 13, "color": palette.muted}
    left = label(say("context.mirror.left"), x=-EDGE, y=1, yref="paper", xanchor="left", yshift=18, font=font)
    right = label(say("context.mirror.right"), x=EDGE, y=1, yref="paper", xanchor="right", yshift=18, font=font)
    return [left, right]


def _middle(rows: int, palette: Palette) -> Drawing:
    stroke = {"color": palette.axis, "width": 1}
    return {"type": "line", "layer": "below", "x0": 0, "x1": 0, "y0": -0.5, "y1": rows - 0.6, "line": stroke}
