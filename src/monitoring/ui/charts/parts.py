"""A few groups of people, each a bar to 100 % in three parts: rose, stayed, fell. One scale, direct words."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.ui import numbers
from monitoring.ui.charts.template import Drawing, axis, layout, values_axis
from monitoring.ui.palette import Palette
from monitoring.words import say

ROW, REST, NARROW = 44, 20, 9
"""Pixels a bar and beside the bars; below so many percent a part has no room for its words."""


@dataclass(frozen=True, slots=True)
class Whole:
    """One bar. `parts` are people: rose, stayed, fell; never all 0."""

    name: str
    parts: tuple[int, int, int]

    @property
    def people(self) -> int:
        return sum(self.parts)


def height(bars: Sequence[Whole]) -> int:
    return ROW * len(bars) + REST


def parts_chart(bars: Sequence[Whole], palette: Palette) -> Drawing:
    """The first bar on top. What fell is hatched, so that it is told from what rose without colour."""
    hatch: Drawing = {"shape": "/", "fillmode": "replace", "fgcolor": palette.second, "bgcolor": palette.paper}
    hatch |= {"size": 6, "solidity": 0.25}
    looks: tuple[Drawing, ...] = (
        {"color": palette.series},
        {"color": palette.context},
        {"color": palette.second, "pattern": hatch},
    )
    names = [bar.name for bar in bars]
    down = {"showgrid": False, "autorange": "reversed", "ticklabelstandoff": 6, "type": "category"}
    down |= {"tickfont": {"size": 13, "color": palette.ink}, "categoryorder": "array", "categoryarray": names}
    data = [_part(at, bars, look, palette) for at, look in enumerate(looks)]
    return {
        "data": data,
        "layout": layout(
            palette,
            barmode="stack",
            bargap=0.45,
            margin={"l": 4, "r": 4, "t": 4, "b": 4},
            xaxis=axis(palette, range=[0, 100], visible=False),
            yaxis=values_axis(palette, **down),
        ),
    }


def _part(at: int, bars: Sequence[Whole], look: Drawing, palette: Palette) -> Drawing:
    shares = [100 * bar.parts[at] / bar.people for bar in bars]
    name = ("rose", "stayed", "fell")[at]
    says = [
        say(f"own_words.judgement.hover_{name}", n=numbers.count(bar.parts[at]), people=numbers.people(bar.people))
        for bar in bars
    ]
    ink = palette.ink if name == "fell" else palette.paper
    return {
        "type": "bar",
        "orientation": "h",
        "x": shares,
        "y": [bar.name for bar in bars],
        "marker": look | {"line": {"color": palette.paper, "width": 1.5}},
        "text": [_inside(bar.parts[at], share) for bar, share in zip(bars, shares, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"size": 13, "color": ink},
        "hovertext": says,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _inside(people: int, share: float) -> str:
    """How many, where the part has room for it; the table has them all."""
    return numbers.count(people) if share >= NARROW else ""
