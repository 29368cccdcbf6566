"""Published cells in words: the number, of whom, what is said and why. Draws one table, of one number at a time."""

from collections.abc import Callable, Sequence

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.release import ReleasedCell, Shown
from monitoring.domain.release_plan import REPORTING_YEAR, TOGETHER
from monitoring.services import place_names
from monitoring.services.release_report import said_of
from monitoring.ui import labels, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken

_ANSWERS = ("gender", "age_band")
TOTAL = "total"
"""The table of cells that are everybody's."""


def indicator(cell: ReleasedCell | None, catalogue: Catalogue) -> str:
    found = catalogue.indicators.get(cell.indicator) if cell else None
    return labels.text_of(found.label, spoken()) if found else (cell.indicator if cell else "")


def place(cell: ReleasedCell | None, catalogue: Catalogue) -> str:
    """`Moldova, month 12`; the total is all countries."""
    if cell is None:
        return ""
    parts = [_code(name, code, catalogue) for name, code in cell.group]
    if not any(name != "round" for name, _ in cell.group):
        parts = [say("releases.places.total"), *parts]
    if cell.months is not None:
        parts.append(round_name(str(cell.months)))
    return ", ".join(parts)


def said(cell: ReleasedCell | None) -> str:
    return say("releases.differences.absent") if cell is None else said_of(cell.published)


def why(cell: ReleasedCell) -> str:
    said = cell.published
    if said.for_others:
        return say("releases.why.for_others")
    return say("releases.why.carried" if said.carried else f"releases.why.{said.shown}")


def of_one_number(cells: Sequence[ReleasedCell], catalogue: Catalogue, *, key: str) -> None:
    """A choice of numbers and of its tables, and every cell of the one chosen: what is shown or withheld, and why."""
    offered = {each.indicator: indicator(each, catalogue) for each in cells}
    ids = sorted(offered, key=lambda id_: offered[id_])
    with st.container(horizontal=True):
        label = say("releases.build.indicator")
        chosen = st.selectbox(label, ids, format_func=lambda id_: offered[id_], key=f"{key}_number", width=420)
        mine = [each for each in cells if each.indicator == chosen]
        tables_of = list(dict.fromkeys(each.table for each in sorted(mine, key=_by_table(catalogue))))
        names = {id_: _table(id_, catalogue) for id_ in tables_of}
        label = say("releases.build.table")
        table = st.selectbox(label, tables_of, format_func=lambda id_: names[id_], key=f"{key}_table", width=420)
    shown = sorted((each for each in mine if each.table in (table, TOTAL)), key=_in_order)
    columns = {
        say("releases.differences.place"): [place(each, catalogue) for each in shown],
        say("releases.build.says_of_it"): [f"{said(each)}{' [r]' if each.revised else ''}" for each in shown],
        say("releases.why.title"): [why(each) for each in shown],
    }
    tables.plain(columns, alt=offered.get(chosen, ""))
    if any(each.published.shown is Shown.WITHHELD for each in shown):
        st.caption(say("screens.key.withheld"))
    if any(each.revised for each in shown):
        st.caption(say("releases.banner.revised"))


def _by_table(catalogue: Catalogue) -> Callable[[ReleasedCell], int]:
    """As declared, the totals last."""
    order = {table.id: at for at, table in enumerate(catalogue.releases.tables)}
    return lambda cell: order.get(cell.table, len(order))


def _in_order(cell: ReleasedCell) -> tuple[bool, str, int, int]:
    """Place by place, each over its rounds; the totals last."""
    codes = dict(cell.group)
    side = next((code for name, code in cell.group if name != "round"), "")
    return cell.table == TOTAL, side, int(codes.get("round", "0").split("-")[0]), cell.months or 0


def _table(id_: str, catalogue: Catalogue) -> str:
    found = next((each for each in catalogue.releases.tables if each.id == id_), None)
    return labels.text_of(found.label, spoken()) if found else say("releases.places.total")


def _code(dimension: str, code: str, catalogue: Catalogue) -> str:
    if dimension == "country":
        return labels.country_name(code, spoken())
    if dimension == "round":
        return round_name(code)
    if dimension in _ANSWERS:
        named = [labels.answer_label(catalogue, dimension, each, spoken()) for each in code.split(TOGETHER)]
        return " / ".join(labels.lowered(each) for each in named)
    if dimension == "provider":
        return next(
            (for_markdown(each.name) for each in catalogue.releases.agreed_providers if each.id == code),
            say("releases.places.other_providers"),
        )
    if dimension in ("disability", REPORTING_YEAR):
        return place_names.code_name(catalogue, dimension, code, spoken())
    return " / ".join(say(f"releases.years.{each}") for each in code.split(TOGETHER))
