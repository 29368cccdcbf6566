"""Tables as real HTML, numbers to the right. The only place that meets pandas, and only when one is drawn."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st

from monitoring.ui import numbers
from monitoring.ui.points import Point, Scale, State
from monitoring.words import say


def facts(rows: Mapping[str, str], *, alt: str) -> None:
    """A short list of names and values, such as what is known of a workbook. Values must be safe as Markdown."""
    columns = {"name": [f":gray[{name}]" for name in rows], "value": list(rows.values())}
    st.table(columns, border="horizontal", hide_header=True, hide_index=True, alt=alt)


def plain(columns: Mapping[str, Sequence[str]], *, alt: str) -> None:
    """Columns of words, left as they are. Values must be safe as Markdown."""
    st.table(dict(columns), border="horizontal", hide_index=True, alt=alt)


def light(columns: Mapping[str, Sequence[str]]) -> None:
    """Columns of words as a Markdown table, under a heading that says what it is. Values must be safe as Markdown.

    For the first page: `st.table` would bring pandas in, which costs more than the rest of that page.
    """
    rows = [list(columns), ["---"] * len(columns), *zip(*columns.values(), strict=True)]
    st.markdown("\n".join(f"| {' | '.join(cells)} |" for cells in rows))


def aligned(columns: Mapping[str, Sequence[str]], *, right: Iterable[str], alt: str) -> None:
    """The same with some columns to the right.

    Streamlit aligns by a column's type and ignores a style's. So the right-hand columns hold row numbers, and the
    style writes each cell's own words in their place; "[c]" then stands under the numbers and not left of them.
    """
    import pandas as pd  # type: ignore[import-untyped]  # ships no types; slow, so only where a table is drawn

    right = set(right)
    frame = pd.DataFrame(
        {name: list(map(float, range(len(words)))) if name in right else list(words) for name, words in columns.items()}
    )
    words_of = {name: _writer(columns[name]) for name in right}
    st.table(frame.style.format(words_of), border="horizontal", hide_index=True, alt=alt)


def of_points(points: Sequence[Point], names: Mapping[str, str], scale: Scale, *, head: str, alt: str) -> None:
    """A chart's own numbers: at most five narrow columns. `names` must be safe as Markdown."""
    columns = {head: [names[point.key] for point in points], **_values(points, scale)}
    aligned(columns, right=set(columns) - {head}, alt=alt)


def _values(points: Sequence[Point], scale: Scale) -> dict[str, list[str]]:
    heads = {name: say(f"screens.table.{name}") for name in ("range", scale.people, "due")}
    named = ("percent", "points", "score", "people", "services", "days")
    value = say(f"screens.table.{scale.unit if scale.unit in named else 'average'}")
    columns = {value: [_value(point, scale) for point in points]}
    if any(point.low is not None for point in points):
        columns[heads["range"]] = [_range(point, scale) for point in points]
    if any(point.n is not None for point in points):
        columns[heads[scale.people]] = [_count(point, point.n) for point in points]
    if any(point.due is not None for point in points):
        columns[heads["due"]] = [_count(point, point.due) for point in points]
    return columns


def _value(point: Point, scale: Scale) -> str:
    return f"{_value_alone(point, scale)} [r]" if point.revised else _value_alone(point, scale)


def _value_alone(point: Point, scale: Scale) -> str:
    if point.is_known:
        return scale.of(point)
    if point.band is not None:
        return scale.of(point)
    return "[c]" if point.state is State.WITHHELD else "[x]"


def _range(point: Point, scale: Scale) -> str:
    if point.low is None or point.high is None:
        return "[c]" if point.state is State.WITHHELD and point.band is None else "–"
    return say("screens.number.range", low=scale.bare(point.low), high=scale.words(point.high))


def _count(point: Point, number: int | None) -> str:
    if number is None:
        return "[c]" if point.state is State.WITHHELD else "–"
    return numbers.count(number)


def _writer(words: Sequence[str]) -> Callable[[float], str]:
    """Writes the words of the row whose number stands in the cell."""
    return lambda row: words[int(row)]
