"""The rows behind one number, by code and cell: asked for with a click, shown in its run, gone at the next one."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.indicator import Indicator, Kind
from monitoring.services import rows_behind
from monitoring.services.rows_behind import ROWS_A_PAGE, RowBehind
from monitoring.ui import numbers, tables
from monitoring.ui.chosen import Where
from monitoring.ui.labels import text_of
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.points import scale_of
from monitoring.ui.reading import Desk
from monitoring.words import say


def show(desk: Desk, indicator: Indicator, where: Where, *, counted: int, key: str) -> None:
    """A button; or why there is none. Each page of rows is a look of its own, and noted as one."""
    refusal = rows_behind.why_no_rows(desk.actor, desk.house, indicator, where)
    if refusal is not None:
        st.caption(f":material/lock: {say(f'refusals.{refusal.reason}')}")
        return
    if not counted:
        return
    pages = -(-counted // ROWS_A_PAGE)
    st.caption(say("explained.rows_note"))
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        page = st.pagination(pages, key=f"{key}_page") if pages > 1 else 1
        asked = st.button(say("explained.ask_rows"), icon=":material/visibility:", key=f"{key}_rows")
    if asked:
        found = rows_behind.page_of_rows(
            desk.actor, desk.house, indicator.id, where, page=page, as_of=desk.chosen.as_of
        )
        _table(desk, indicator, found)


def _table(desk: Desk, indicator: Indicator, found: Sequence[RowBehind]) -> None:
    """Codes and names of sheets come from uploads and are shown as plain text."""
    columns = {
        say("screens.due.code"): [for_markdown(each.survivor_id or "–") for each in found],
        say("explained.part"): [_part(indicator, each) for each in found],
        say("screens.history.id"): [str(each.submission) for each in found],
        say("explained.sheet"): [_sheet(desk, each) for each in found],
        say("explained.cells"): [_cells(each) for each in found],
    }
    tables.plain(columns, alt=say("explained.rows"))


def _part(indicator: Indicator, row: RowBehind) -> str:
    if row.part is None:
        return "–"
    if indicator.kind in (Kind.SHARE, Kind.COUNT):
        return say("explained.holds" if row.part else "explained.holds_not")
    scale = scale_of(indicator)
    return scale.words(scale.times * row.part)


def _sheet(desk: Desk, row: RowBehind) -> str:
    """The office's own name of the sheet; of a hand-in from before it was kept, our form's."""
    return for_markdown(row.sheet or text_of(desk.catalogue.forms[row.form].label))


def _cells(row: RowBehind) -> str:
    return ", ".join(row.cells) or say("explained.row", row=numbers.count(row.sheet_row))
