"""One row for each group: name, likely range, dot, value and people. Never sorted by value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitoring.ui import numbers
from monitoring.ui.charts import marks
from monitoring.ui.charts.template import Drawing, label, layout, values_axis
from monitoring.ui.palette import Palette, faint
from monitoring.ui.plain_text import for_chart, shortened
from monitoring.ui.points import Point, Scale, State
from monitoring.words import say

ROW, REST, ROOM = 46, 40, 18


@dataclass(frozen=True, slots=True)
class Row:
    """One group. `beside` is the value it is compared with (a country's behind its provider), as an upright line."""

    name: str
    point: Point
    scale: Scale
    beside: float | None = None


def height(rows: Sequence[Row]) -> int:
    return ROW * len(rows) + REST


def rows_chart(rows: Sequence[Row], palette: Palette) -> Drawing:
    """Every row on one scale: 0 to 100, or for counts 0 to just above the highest."""
    top = _top(rows)
    data: list[Drawing] = []
    shapes: list[Drawing] = []
    labels: list[Drawing] = []
    for at, row in enumerate(rows):
        place = float(len(rows) - 1 - at)
        data += _marks_of(row, place, palette, top)
        shapes.append(_rule(place, palette, top, is_missing=row.point.state is State.MISSING))
        labels += _words_of(row, place, palette, top)
    return {
        "data": data or [{"type": "scatter", "x": [], "y": [], "hoverinfo": "skip"}],
        "layout": layout(
            palette,
            margin={"l": 5, "r": 24, "t": 6, "b": 4},
            xaxis=values_axis(palette, **_across(rows, top)),
            yaxis={"visible": False, "fixedrange": True, "range": [-0.45, len(rows) - 0.2]},
            shapes=shapes,
            annotations=labels,
        ),
    }


def _marks_of(row: Row, place: float, palette: Palette, top: float) -> list[Drawing]:
    point, still = row.point, {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    if point.quarter is not None:
        return [marks.quarter_row(point, place, for_chart(row.name), row.scale, palette)]
    if point.state is State.WITHHELD:
        return [marks.withheld_row(place, palette) | {"x": [top]}]
    if not point.is_known:
        return []
    drawn: list[Drawing] = []
    if point.low is not None and point.high is not None:
        stroke = {"width": 7, "color": faint(palette.series, 0.38)}
        drawn.append(still | {"x": [point.low, point.high], "y": [place, place], "line": stroke})
    if row.beside is not None:
        upright = {"symbol": "line-ns", "size": 16, "line": {"width": 2, "color": palette.ink}, "opacity": 1}
        drawn.append(still | {"mode": "markers", "x": [row.beside], "y": [place], "marker": upright})
    dot = {"type": "scatter", "mode": "markers", "x": [point.value], "y": [place], "cliponaxis": False}
    dot |= {"marker": marks.dots([point], palette.series, palette, 12)}
    return [
        *drawn,
        dot | {"text": [marks.hover(point, row.scale, for_chart(row.name))], "hovertemplate": "%{text}<extra></extra>"},
    ]


def _words_of(row: Row, place: float, palette: Palette, top: float) -> list[Drawing]:
    """Name left and value right, above the rule, on paper so that the grid does not strike them through."""
    above = {"yshift": 18, "bgcolor": palette.paper, "borderpad": 1}
    ink, muted = {"size": 14, "color": palette.ink}, {"size": 13, "color": palette.muted}
    name = label(for_chart(shortened(row.name)), x=0, y=place, xanchor="left", font=ink, **above)
    return [name, label(_value_words(row, palette), x=top, y=place, xanchor="right", font=muted, **above)]


def _value_words(row: Row, palette: Palette) -> str:
    point = row.point
    if point.state is State.WITHHELD and point.quarter is None:
        return say("screens.chart.row_withheld", ink=palette.ink)
    if not point.is_known and point.quarter is None:
        return say("screens.chart.row_missing")
    value = f'<b><span style="color:{palette.ink}">{row.scale.of(point)}</span></b>'
    if point.n is None:
        return value
    if row.scale.people == "sessions":
        return say("screens.chart.row_sessions", value=value, n=numbers.count(point.n))
    has_room = len(row.name) <= ROOM  # on a phone a longer name would run into the words; the dot says it too
    key = "screens.chart.row_few" if point.state is State.FEW and has_room else "screens.chart.row_of"
    return say(key, value=value, n=numbers.count(point.n))


def _rule(place: float, palette: Palette, top: float, *, is_missing: bool) -> Drawing:
    stroke = {
        "color": palette.axis if is_missing else palette.grid,
        "width": 1,
        "dash": "dot" if is_missing else "solid",
    }
    return {"type": "line", "layer": "below", "x0": 0, "x1": top, "y0": place, "y1": place, "line": stroke}


def _top(rows: Sequence[Row]) -> float:
    if all(row.scale.is_fixed for row in rows):
        return 100.0
    return max(max((row.point.high or row.point.value or 0 for row in rows), default=0) * 1.25, 1)


def _across(rows: Sequence[Row], top: float) -> Mapping[str, object]:
    """`100 %` at the very edge needs a little more than 100, or it disappears."""
    if top != 100.0 or not all(row.scale.is_fixed for row in rows):
        return {"range": [0, top * 1.004], "nticks": 5, "tickformat": ",~f", "ticklabeloverflow": "allow"}
    units = {row.scale.unit for row in rows}
    words = rows[0].scale.ticks if len(units) == 1 else ["0", "25", "50", "75", "100"]
    return {"range": [0, 100.4], "tickvals": [0, 25, 50, 75, 100], "ticktext": words, "ticklabeloverflow": "allow"}
