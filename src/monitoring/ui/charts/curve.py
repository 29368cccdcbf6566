"""The share with an event by days since return: a curve in steps, its likely range, and who is still followed below."""

from collections.abc import Sequence

from monitoring.statistics.survival import Step
from monitoring.ui import numbers
from monitoring.ui.charts.template import Drawing, axis, label, layout, values_axis
from monitoring.ui.palette import Palette, faint
from monitoring.words import say

HEIGHT = 300
DAYS_A_MONTH = 365.25 / 12
TOPS = (20, 50, 100)
"""The axis ends at the lowest of these that holds the whole likely range: a risk of 3 % is no flat line."""


def risk_curve(
    steps: Sequence[Step], at_risk: Sequence[tuple[int, int]], last_day: float, palette: Palette, *, axis_words: str
) -> Drawing:
    """`at_risk` is by months. The last step is drawn on to `last_day`, up to which anybody may be told of.

    `axis_words` stand under the axis: months since when.
    """
    x = [0.0, *(step.day / DAYS_A_MONTH for step in steps), last_day / DAYS_A_MONTH]
    risk = _drawn_on([100 * (1 - step.without_event) for step in steps])
    low = _drawn_on([100 * (1 - (step.without_event if step.high is None else step.high)) for step in steps])
    high = _drawn_on([100 * (1 - (step.without_event if step.low is None else step.low)) for step in steps])
    stair: Drawing = {"type": "scatter", "mode": "lines", "x": x, "hoverinfo": "skip"}
    edge = {"shape": "hv", "width": 0, "color": palette.series}
    band = {"fill": "tonexty", "fillcolor": faint(palette.series, 0.14)}
    line = {"shape": "hv", "width": 2.5, "color": palette.series}
    named = [round(value) for value in x]
    text = [say("screens.curve.hover", months=at, value=numbers.percent(y)) for at, y in zip(named, risk, strict=True)]
    told: Drawing = {"hoverinfo": "text", "text": text, "hovertemplate": "%{text}<extra></extra>"}
    return {
        "data": [
            stair | {"y": low, "line": edge},
            stair | band | {"y": high, "line": edge},
            stair | told | {"y": risk, "line": line},
        ],
        "layout": layout(
            palette,
            margin={"l": 4, "r": 24, "t": 14, "b": 4},
            xaxis=_months(at_risk, max(x), palette, axis_words),
            yaxis=_shares(max(high), palette),
            annotations=[_last(x[-1], risk[-1], palette)],
        ),
    }


def _last(x: float, risk: float, palette: Palette) -> Drawing:
    """The line's end says its own value; nothing is read off an axis."""
    where = {"xanchor": "right", "yanchor": "bottom", "yshift": 2}
    return label(f"<b>{numbers.percent(risk)}</b>", x=x, y=risk, font={"size": 14, "color": palette.series}, **where)


def _drawn_on(values: Sequence[float]) -> list[float]:
    """From nobody at return to beyond the last step, so that the curve ends flat and not in a spike."""
    return [0.0, *values, values[-1]] if values else [0.0, 0.0]


def _months(at_risk: Sequence[tuple[int, int]], last: float, palette: Palette, words: str) -> Drawing:
    shown = [(months, people) for months, people in at_risk if months <= last + 1 and months != 3]
    return axis(
        palette,
        range=[-0.6, max(last, 12) + 0.6],
        tickvals=[months for months, _ in shown],
        ticktext=[f"{months}<br>{numbers.count(people)}" for months, people in shown],
        title={"text": words, "font": {"size": 13, "color": palette.muted}, "standoff": 6},
    )


def _shares(highest: float, palette: Palette) -> Drawing:
    top = next(each for each in TOPS if highest <= each)
    ticks = [top * part / 4 for part in range(5)]
    words = [*(numbers.count(tick) for tick in ticks[:-1]), numbers.percent(top)]
    return values_axis(palette, range=[0, top], tickvals=ticks, ticktext=words)
