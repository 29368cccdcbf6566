"""Groups by their number of people and their share, between the lines that chance alone would keep them. No ranking."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.statistics.funnel import Limits
from monitoring.ui import numbers
from monitoring.ui.charts.template import Drawing, axis, label, layout, values_axis
from monitoring.ui.palette import Palette
from monitoring.words import say

HEIGHT = 330


@dataclass(frozen=True, slots=True)
class Dot:
    """One group: people who answered, their share in per cent, and its name where it is the one looked at."""

    people: int
    share: float
    hover: str
    name: str = ""


def funnel_chart(dots: Sequence[Dot], lines: Sequence[Limits], share: float, palette: Palette) -> Drawing:
    """`share` is everybody's, in per cent; `lines` are the limits at rising numbers of people."""
    others, own = [dot for dot in dots if not dot.name], [dot for dot in dots if dot.name]
    drawn = [
        _line(lines, [100 * each.highest for each in lines], palette, dash="dot"),
        _line(lines, [100 * each.lowest for each in lines], palette, dash="dot"),
        _line(lines, [100 * each.high for each in lines], palette, dash="solid"),
        _line(lines, [100 * each.low for each in lines], palette, dash="solid"),
        _line(lines, [share] * len(lines), palette, dash="dash"),
        _dots(others, palette.context, palette.paper),
        _dots(own, palette.series, palette.series),
    ]
    last = lines[-1]
    names = [
        _end(last.people, 100 * last.high, say("screens.funnel.usual"), palette),
        _end(last.people, 100 * last.highest, say("screens.funnel.rare"), palette),
        *(_named(dot, is_far_right=dot.people > last.people / 2, palette=palette) for dot in own),
    ]
    title = {"text": say("screens.funnel.axis"), "font": {"size": 13, "color": palette.muted}, "standoff": 6}
    shares = {
        "range": [0, 103],
        "tickvals": [0, 25, 50, 75, 100],
        "ticktext": ["0", "25", "50", "75", numbers.percent(100)],
    }
    return {
        "data": drawn,
        "layout": layout(
            palette,
            margin={"l": 4, "r": 12, "t": 20, "b": 4},
            xaxis=axis(palette, range=[0, last.people * 1.12], title=title),
            yaxis=values_axis(palette, **shares),
            annotations=names,
        ),
    }


def _line(lines: Sequence[Limits], y: Sequence[float], palette: Palette, *, dash: str) -> Drawing:
    x = [each.people for each in lines]
    still: Drawing = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    return still | {"x": x, "y": list(y), "line": {"color": palette.axis, "width": 1.5, "dash": dash}}


def _dots(dots: Sequence[Dot], edge: str, inside: str) -> Drawing:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.people for dot in dots],
        "y": [dot.share for dot in dots],
        "text": [dot.hover for dot in dots],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 11, "opacity": 1, "color": inside, "line": {"color": edge, "width": 2}},
        "cliponaxis": False,
    }


def _end(x: float, y: float, words: str, palette: Palette) -> Drawing:
    return label(words, x=x, y=y, xanchor="left", xshift=10, font={"size": 12, "color": palette.muted})


def _named(dot: Dot, *, is_far_right: bool, palette: Palette) -> Drawing:
    side = "right" if is_far_right else "left"
    font = {"size": 13, "color": palette.series}
    return label(f"<b>{dot.name}</b>", x=dot.people, y=dot.share, xanchor=side, yanchor="top", yshift=-8, font=font)
