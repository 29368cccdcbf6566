"""Why people were not interviewed: one lying bar a reason, as a share of all who were not. In the order of the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.ui import numbers
from monitoring.ui.charts.template import Drawing, label, layout, values_axis
from monitoring.ui.palette import Palette
from monitoring.words import say

ROW, REST = 40, 40


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason in words, and of how many people."""

    name: str
    people: int


def height(reasons: Sequence[Reason]) -> int:
    return ROW * len(reasons) + REST


def reasons_chart(reasons: Sequence[Reason], everybody: int, palette: Palette) -> Drawing:
    """`everybody` not interviewed, at least one. Names above their bars: on a phone there is no room beside them."""
    places = [float(len(reasons) - 1 - at) for at in range(len(reasons))]
    shares = [100 * each.people / everybody for each in reasons]
    words = [
        say("missed.bar", n=numbers.count(each.people), share=numbers.percent(share))
        for each, share in zip(reasons, shares, strict=True)
    ]
    above: Drawing = {"yshift": 15, "borderpad": 1, "bgcolor": palette.paper}
    ink, muted = {"size": 14, "color": palette.ink}, {"size": 13, "color": palette.muted}
    named = [
        label(each.name, x=0, y=place, xanchor="left", font=ink, **above)
        for each, place in zip(reasons, places, strict=True)
    ]
    told = [
        label(text, x=100, y=place, xanchor="right", font=muted, **above)
        for text, place in zip(words, places, strict=True)
    ]
    bars: Drawing = {"type": "bar", "orientation": "h", "x": shares, "y": places, "width": [0.22] * len(reasons)}
    bars |= {"marker": {"color": palette.second}, "hoverinfo": "skip"}
    across: Drawing = {"range": [0, 100.4], "tickvals": [0, 25, 50, 75, 100], "ticklabeloverflow": "allow"}
    return {
        "data": [bars],
        "layout": layout(
            palette,
            margin={"l": 5, "r": 24, "t": 6, "b": 4},
            xaxis=values_axis(palette, **across, ticktext=["0", "25", "50", "75", numbers.percent(100)]),
            yaxis={"visible": False, "fixedrange": True, "range": [-0.45, len(reasons) - 0.2]},
            annotations=[*named, *told],
        ),
    }
