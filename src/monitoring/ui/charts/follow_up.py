"""Who we hear from: one bar a round, interviewed, not reached, declined or otherwise not asked, to 100 %."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.ui import numbers
from monitoring.ui.charts.template import Drawing, axis, layout, values_axis
from monitoring.ui.palette import Palette
from monitoring.words import say

ROW, REST = 40, 20


@dataclass(frozen=True, slots=True)
class Bar:
    """One round, in people. `due` is never 0."""

    name: str
    due: int
    interviewed: int
    not_reached: int

    @property
    def otherwise(self) -> int:
        return max(self.due - self.interviewed - self.not_reached, 0)


def height(bars: Sequence[Bar]) -> int:
    return ROW * len(bars) + REST


def follow_up_chart(bars: Sequence[Bar], palette: Palette) -> Drawing:
    names = [bar.name for bar in bars]
    hatch: Drawing = {"shape": "/", "fillmode": "replace", "fgcolor": palette.second, "bgcolor": palette.paper}
    hatch |= {"size": 6, "solidity": 0.45}
    parts = (
        ("interviewed", [bar.interviewed for bar in bars], {"color": palette.series}),
        ("not_reached", [bar.not_reached for bar in bars], {"color": palette.second, "pattern": hatch}),
        ("otherwise", [bar.otherwise for bar in bars], {"color": palette.context}),
    )
    between = {"line": {"color": palette.paper, "width": 1.5}}
    data = [_part(name, counts, bars, marker | between) for name, counts, marker in parts]
    data[0] |= {"text": _inside(bars), "textposition": "inside", "insidetextanchor": "start", "textangle": 0}
    data[0] |= {"insidetextfont": {"size": 13, "color": palette.paper}}
    across = {"range": [0, 100], "visible": False, "fixedrange": True}
    down = {
        "showgrid": False,
        "autorange": "reversed",
        "ticklabelstandoff": 6,
        "tickfont": {"size": 13, "color": palette.ink},
    }
    return {
        "data": data or [],
        "layout": layout(
            palette,
            barmode="stack",
            bargap=0.5,
            margin={"l": 4, "r": 4, "t": 4, "b": 4},
            xaxis=axis(palette, **across),
            yaxis=values_axis(palette, **down, categoryorder="array", categoryarray=names, type="category"),
        ),
    }


def _part(name: str, counts: Sequence[int], bars: Sequence[Bar], marker: Drawing) -> Drawing:
    shares = [100 * count / bar.due for count, bar in zip(counts, bars, strict=True)]
    says = [
        say(f"screens.chart.bar_{name}", n=numbers.count(count), share=numbers.percent(share), round=bar.name)
        for count, share, bar in zip(counts, shares, bars, strict=True)
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "x": shares,
        "y": [bar.name for bar in bars],
        "marker": marker,
        "hovertext": says,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _inside(bars: Sequence[Bar]) -> list[str]:
    """The word stands in the first bar only."""
    shares = [numbers.percent(100 * bar.interviewed / bar.due) for bar in bars]
    return [say("screens.chart.bar_first", share=shares[0]), *shares[1:]] if shares else []
