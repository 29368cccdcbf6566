"""The same block everywhere: what the chart says, chart, key line, then "See as table" and "What is this number?"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Indicator
from monitoring.ui import alts, definition, explained, palette, session, tables
from monitoring.ui.charts import axes, over_time, rows
from monitoring.ui.charts.draw import draw
from monitoring.ui.explained import Traced
from monitoring.ui.findings import over_time as findings
from monitoring.ui.labels import text_of
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.points import Point, State, scale_of
from monitoring.words import say


@dataclass(frozen=True, slots=True)
class Block:
    """What a block is about. `key` makes its widgets' own; two blocks of a page never share one.

    `traced` says what its points are figures of, so that each can be followed to where it comes from; None: not told.
    """

    indicator: Indicator
    catalogue: Catalogue
    key: str
    traced: Traced | None = None


def over_rounds(
    block: Block, points: Sequence[Point], *, beside: over_time.Beside | None = None, said: str | None = None
) -> None:
    """`said` stands above the chart in place of the rule's own sentence: beside a second line it is about both."""
    st.markdown(said or findings.over_rounds(points, scale_of(block.indicator)))
    time = axes.rounds_axis(points)
    _over_time(block, points, time, head=say("screens.table.round"), beside=beside)


def over_quarters(block: Block, points: Sequence[Point], running: str) -> None:
    """`running` is the quarter that is not over yet: drawn, and said to be so."""
    st.markdown(findings.over_quarters(points, scale_of(block.indicator), running))
    time = axes.quarters_axis(points)
    is_shown = any(point.key == running and point.is_known for point in points)
    also = say("screens.key.running", quarter=time.names[running]) if is_shown else ""
    _over_time(block, points, time, head=say("screens.table.quarter"), also=also)


def over_cohorts(block: Block, points: Sequence[Point]) -> None:
    """One dot for each quarter of return. They are not joined: from one to the next nobody stays the same."""
    st.markdown(findings.over_cohorts(points, scale_of(block.indicator)))
    time = replace(axes.quarters_axis(points), title=say("cohorts.axis"))
    _over_time(block, points, time, head=say("cohorts.table"), joined=False)


def by_group(block: Block, points: Sequence[Point], names: Mapping[str, str], *, head: str, said: str) -> None:
    """Rows in the order given, below what they say. Names may be uploaded: each place makes them harmless its way."""
    st.markdown(said)
    scale = scale_of(block.indicator)
    drawn = [rows.Row(names[point.key], point, scale) for point in points]
    alt = alts.of_groups(_label(block), points, names, scale)
    draw(rows.rows_chart(drawn, palette.current()), alt=alt, key=f"{block.key}_chart", height=rows.height(drawn))
    st.caption(" · ".join([say("screens.key.order"), *key_words(points)]))
    safe = {key: for_markdown(name) for key, name in names.items()}
    _under(block, points, safe, names, head=head)


def key_words(points: Sequence[Point]) -> list[str]:
    """The key of the states that are there, and of no other; of a release its bands and its notes of revision too."""
    there = {point.state for point in points if point.band is None}
    said = [say(f"screens.key.{state}") for state in (State.FEW, State.MISSING, State.WITHHELD) if state in there]
    said += [say("releases.chart.key_band")] if any(point.band is not None for point in points) else []
    changed = [point for point in points if point.revised]
    return said + ([say("releases.banner.revised")] if changed else [])


def _over_time(
    block: Block,
    points: Sequence[Point],
    time: axes.TimeAxis,
    *,
    head: str,
    beside: over_time.Beside | None = None,
    also: str = "",
    joined: bool = True,
) -> None:
    scale = scale_of(block.indicator)
    drawing = over_time.over_time(time, points, scale, palette.current(), beside=beside, joined=joined)
    alt = alts.of_series(_label(block), points, time.names, scale)
    draw(drawing, alt=alt, key=f"{block.key}_chart", height=over_time.HEIGHT)
    said = key_words(points)
    if any(point.n is not None for point in points):
        said = [say(f"screens.key.people_{scale.people}"), say("screens.key.range"), *said]
    said += [also] if also else []
    if said:
        st.caption(" · ".join(said))
    _under(block, points, time.names, time.names, head=head)


def _under(
    block: Block, points: Sequence[Point], names: Mapping[str, str], as_they_are: Mapping[str, str], *, head: str
) -> None:
    """`names` are safe as Markdown; a list to choose from shows them as they are."""
    if changed := definition.changed_by(block.indicator, session.house().today):
        st.caption(changed)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        wanted = st.toggle(say("screens.see_as_table"), key=f"{block.key}_table")
        definition.popover(block.indicator, block.catalogue, next((p for p in reversed(points) if p.is_known), None))
        is_asked = block.traced is not None and st.toggle(say("explained.ask"), key=f"{block.key}_behind")
    if wanted:
        capital = {key: name[:1].upper() + name[1:] for key, name in names.items()}
        tables.of_points(points, capital, scale_of(block.indicator), head=head, alt=_label(block))
    if block.traced is not None and is_asked:
        explained.show(block.traced, block.indicator, points, as_they_are, key=f"{block.key}_behind")


def _label(block: Block) -> str:
    return text_of(block.indicator.label)
