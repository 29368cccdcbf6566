"""One number over rounds or quarters, large, small among its neighbours, or as the trend of a ledger row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitoring.ui.charts import marks
from monitoring.ui.charts.axes import TimeAxis, panel_axis
from monitoring.ui.charts.marks import Frame
from monitoring.ui.charts.template import Drawing, axis, label, layout, values_axis
from monitoring.ui.palette import Palette
from monitoring.ui.points import Point, Scale, State

HEIGHT, PANEL_HEIGHT, TREND_HEIGHT = 330, 190, 64


@dataclass(frozen=True, slots=True)
class Beside:
    """A second line for comparison, grey, dashed and named at its end: the country behind one provider."""

    name: str
    points: tuple[Point, ...]


def over_time(
    time: TimeAxis,
    points: Sequence[Point],
    scale: Scale,
    palette: Palette,
    *,
    beside: Beside | None = None,
    joined: bool = True,
) -> Drawing:
    """The large chart. Labels at the first and the last known value only, on the side the line does not go to.

    Not `joined`, each point stands alone with its range: of cohorts, whose people are others from point to point.
    """
    frame = Frame(time, scale, palette, top_of(points, scale))
    drawn, labels = _context(beside, frame) if beside else ([], [])
    drawn += _lines(points, frame, size=9, joined=joined)
    known = [point for point in points if point.is_known]
    if known:
        came_from = known[-2:][0]
        labels.append(marks.value_mark(known[-1], frame, palette.series, above=_rises(came_from, known[-1])))
    if len(known) > 1:
        is_above = not _rises(known[0], known[1])
        labels.append(marks.value_mark(known[0], frame, palette.series, above=is_above, is_first=True))
    return _finished(drawn, points, frame, labels, margin={"l": 4, "r": 12, "t": 20, "b": 4})


def panel(points: Sequence[Point], others: Iterable[Sequence[Point]], scale: Scale, palette: Palette) -> Drawing:
    """A small chart of one group, the other groups as thin grey lines behind it."""
    frame = Frame(panel_axis([point.key for point in points]), scale, palette)
    drawn = _neighbours(others, frame)
    drawn += _lines(points, frame, size=7)
    known = [point for point in points if point.is_known]
    labels = [marks.value_mark(known[-1], frame, palette.series, above=True, size=12)] if known else []
    drawing = _finished(drawn, points, frame, labels, margin={"l": 4, "r": 12, "t": 14, "b": 4})
    small = {"tickfont": {"size": 12, "color": palette.muted}}
    drawing["layout"]["yaxis"] |= {"tickvals": [0, 50, 100], "ticktext": scale.ticks[::2], **small}
    drawing["layout"]["xaxis"] |= small
    return drawing


def trend(points: Sequence[Point], scale: Scale, palette: Palette) -> Drawing:
    """A line on the fixed scale, hollow at its start, full at its end; the number stands beside it in words."""
    frame = Frame(panel_axis([point.key for point in points]), scale, palette)
    drawn = [marks.line(run, frame, palette.series, size=6) for run in marks.runs(points)]
    for each in drawn:
        each |= {"mode": "lines", "hoverinfo": "skip", "line": {"color": palette.series, "width": 2}}
        each.pop("marker"), each.pop("text"), each.pop("hovertemplate")
    drawn += _trend_ends([point for point in points if point.is_known], frame)
    withheld = [trace for point in points if point.state is State.WITHHELD for trace in marks.gap(point, frame)[0]]
    bare = {"visible": False, "range": list(frame.axis.limits), "fixedrange": True}
    values = {"range": [0, 100], "tickvals": [50], "showticklabels": False, "zeroline": True}
    return {
        "data": [*withheld, *drawn] or [_nothing()],
        "layout": layout(
            palette,
            margin={"l": 2, "r": 6, "t": 4, "b": 4},
            xaxis=bare,
            yaxis=values_axis(palette, **values, zerolinecolor=palette.axis, zerolinewidth=1),
        ),
    }


def top_of(points: Sequence[Point], scale: Scale) -> float:
    """100 for shares and scores, on every chart alike; for a count somewhat above its highest."""
    highest = max((point.high or point.value or 0 for point in points), default=0)
    return 100.0 if scale.is_fixed else max(highest * 1.2, 1)


def _rises(first: Point, second: Point) -> bool:
    return (second.value or 0) >= (first.value or 0)


def _lines(points: Sequence[Point], frame: Frame, *, size: int, joined: bool = True) -> list[Drawing]:
    runs, colour = marks.runs(points), frame.palette.series
    if not joined:
        runs = [[point] for run in runs for point in run]
    bands = [shape for run in runs for shape in marks.band(run, frame, colour)]
    return bands + [marks.line(run, frame, colour, size=size) for run in runs]


def _context(beside: Beside, frame: Frame) -> tuple[list[Drawing], list[Drawing]]:
    grey = frame.palette.context
    drawn = [marks.line(run, frame, grey, size=6, dash="dash") for run in marks.runs(beside.points)]
    known = [point for point in beside.points if point.is_known]
    if not known:
        return drawn, []
    place, value = frame.axis.places[known[-1].key], known[-1].value or 0
    name = label(
        beside.name, x=place, y=value, xanchor="left", xshift=9, font={"size": 13, "color": frame.palette.muted}
    )
    return drawn, [name]


def _neighbours(others: Iterable[Sequence[Point]], frame: Frame) -> list[Drawing]:
    """All other groups as one trace, each run set apart by a nothing: eight traces would cost eight times the time."""
    x: list[float | None] = []
    y: list[float | None] = []
    for run in (run for other in others for run in marks.runs(other)):
        x += [*(frame.axis.places[point.key] for point in run), None]
        y += [*(point.value for point in run), None]
    if not x:
        return []
    thin = {"color": frame.palette.context, "width": 1}
    return [{"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip", "opacity": 0.45, "line": thin}]


def _trend_ends(known: Sequence[Point], frame: Frame) -> list[Drawing]:
    """The first dot hollow, the last full; the only one full."""
    ends = list(dict.fromkeys((*known[:1], *known[-1:])))
    if not ends:
        return []
    fill = [frame.palette.paper, frame.palette.series][-len(ends) :]
    marker = {"size": 8, "color": fill, "opacity": 1, "line": {"width": 2, "color": frame.palette.series}}
    places = {"x": [frame.axis.places[point.key] for point in ends], "y": [point.value for point in ends]}
    still = {"type": "scatter", "mode": "markers", "hoverinfo": "skip", "cliponaxis": False}
    return [still | places | {"marker": marker}]


def _finished(
    drawn: list[Drawing], points: Sequence[Point], frame: Frame, labels: list[Drawing], *, margin: Drawing
) -> Drawing:
    shapes: list[Drawing] = []
    for point in points:
        if not point.is_known:
            traces, rules, words = marks.gap(point, frame)
            drawn, shapes, labels = traces + drawn, shapes + rules, labels + words
    time, palette = frame.axis, frame.palette
    below = {
        "range": list(time.limits),
        "tickvals": [time.places[key] for key in time.places],
        "ticktext": [time.ticks[key] for key in time.places],
        "title": {"text": time.title, "font": {"size": 13, "color": palette.muted}, "standoff": 6},
    }
    return {
        "data": drawn or [_nothing()],
        "layout": layout(
            palette,
            margin=margin,
            xaxis=axis(palette, **below),
            yaxis=values_axis(palette, **_values(frame)),
            shapes=shapes,
            annotations=labels,
        ),
    }


def _values(frame: Frame) -> Drawing:
    if not frame.scale.is_fixed:
        return {"range": [0, frame.top], "nticks": 5, "tickformat": ",~f"}
    return {"range": [0, 100], "tickvals": [0, 25, 50, 75, 100], "ticktext": frame.scale.ticks}


def _nothing() -> Drawing:
    """Plotly refuses a chart without any trace; this one has no point."""
    return {"type": "scatter", "x": [], "y": [], "hoverinfo": "skip"}
