"""How each side of life stands: one row an outcome, at return and now, its likely range, its target. Never sorted."""

from collections.abc import Sequence

from monitoring.domain.brief import Outcome
from monitoring.ui.charts import marks
from monitoring.ui.charts.template import Drawing, label, layout, values_axis
from monitoring.ui.palette import Palette, faint
from monitoring.ui.plain_text import for_chart

ROW, REST = 48, 40


def height(outcomes: Sequence[Outcome]) -> int:
    return ROW * len(outcomes) + REST


def standing_chart(outcomes: Sequence[Outcome], palette: Palette) -> Drawing:
    """On one scale of 0 to 100. A share told by its range alone has no dot; a withheld one is hatched."""
    data: list[Drawing] = []
    shapes: list[Drawing] = []
    labels: list[Drawing] = []
    for at, each in enumerate(outcomes):
        place = float(len(outcomes) - 1 - at)
        data += _marks(each, place, palette)
        stroke = {"color": palette.grid, "width": 1}
        shapes.append({"type": "line", "layer": "below", "x0": 0, "x1": 100, "y0": place, "y1": place, "line": stroke})
        labels += _words(each, place, palette)
    ticks = ["0", "25", "50", "75", "100\u202f%"]
    across = {"range": [0, 100.4], "tickvals": [0, 25, 50, 75, 100], "ticktext": ticks, "ticklabeloverflow": "allow"}
    return {
        "data": data or [{"type": "scatter", "x": [], "y": [], "hoverinfo": "skip"}],
        "layout": layout(
            palette,
            margin={"l": 5, "r": 24, "t": 6, "b": 4},
            xaxis=values_axis(palette, **across),
            yaxis={"visible": False, "fixedrange": True, "range": [-0.45, len(outcomes) - 0.2]},
            shapes=shapes,
            annotations=labels,
        ),
    }


def _marks(each: Outcome, place: float, palette: Palette) -> list[Drawing]:
    if each.now.withheld:
        return [marks.withheld_row(place, palette)]
    still: Drawing = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    drawn: list[Drawing] = []
    if each.now.low is not None and each.now.high is not None:
        stroke = {"width": 8, "color": faint(palette.series, 0.38)}
        drawn.append(still | {"x": [each.now.low, each.now.high], "y": [place, place], "line": stroke})
    if each.before.value is not None:
        upright = {"symbol": "line-ns", "size": 16, "line": {"width": 2, "color": palette.ink}, "opacity": 1}
        drawn.append(still | {"mode": "markers", "x": [each.before.value], "y": [place], "marker": upright})
    if each.now.value is not None:
        dot = {"size": 12, "color": palette.series, "opacity": 1}
        hover = f"<b>{for_chart(each.label)}</b><br>{for_chart(each.now.text)}"
        drawn.append(_point(each.now.value, place, dot) | {"text": [hover], "hovertemplate": "%{text}<extra></extra>"})
    if each.target is not None:
        diamond = {
            "symbol": "diamond-open",
            "size": 14,
            "color": palette.ink,
            "line": {"width": 2, "color": palette.ink},
            "opacity": 1,
        }
        drawn.append(_point(each.target, place, diamond) | {"hoverinfo": "skip"})
    return drawn


def _point(value: float, place: float, marker: Drawing) -> Drawing:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [value],
        "y": [place],
        "cliponaxis": False,
        "marker": marker,
    }


def _words(each: Outcome, place: float, palette: Palette) -> list[Drawing]:
    above = {"yshift": 18, "bgcolor": palette.paper, "borderpad": 1}
    ink, strong = {"size": 14, "color": palette.ink}, {"size": 13, "color": palette.ink}
    name = label(for_chart(each.label), x=0, y=place, xanchor="left", font=ink, **above)
    value = label(f"<b>{for_chart(each.now.text)}</b>", x=100, y=place, xanchor="right", font=strong, **above)
    return [name, value]
