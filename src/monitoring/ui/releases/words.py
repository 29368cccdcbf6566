"""Published cells in words: the number, of whom, what is said and why. Draws one table, of one number at a time."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.release import ReleasedCell, Shown
from monitoring.domain.release_plan import REPORTING_YEAR, TOGETHER
from monitoring.services import place_names
from monitoring.services.release_report import said_of
from monitoring.ui import labels, tables
from monitoring.ui.charts.axes import round_name
from monitoring.words import say, spoken

_ANSWERS = ("gender", "age_band")


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
    return say(f"releases.why.{cell.published.shown}")


def of_one_number(cells: Sequence[ReleasedCell], catalogue: Catalogue, *, key: str) -> None:
    """A choice of numbers, and every cell of the one chosen: what is shown, what is withheld, and why."""
    offered = {each.indicator: indicator(each, catalogue) for each in cells}
    ids = sorted(offered, key=lambda id_: offered[id_])
    label = say("releases.build.indicator")
    chosen = st.selectbox(label, ids, format_func=lambda id_: offered[id_], key=f"{key}_number", width=420)
    mine = [each for each in cells if each.indicator == chosen]
    columns = {
        say("releases.differences.place"): [place(each, catalogue) for each in mine],
        say("releases.differences.now"): [f"{said(each)}{' [r]' if each.revised else ''}" for each in mine],
        say("releases.why.title"): [why(each) for each in mine],
    }
    tables.plain(columns, alt=offered.get(chosen, ""))
    if any(each.published.shown is Shown.WITHHELD for each in mine):
        st.caption(say("screens.key.withheld"))
    if any(each.revised for each in mine):
        st.caption(say("releases.banner.revised"))


def _code(dimension: str, code: str, catalogue: Catalogue) -> str:
    if dimension == "country":
        return labels.country_name(code, spoken())
    if dimension == "round":
        return round_name(code)
    if dimension in _ANSWERS:
        named = [labels.answer_label(catalogue, dimension, each, spoken()) for each in code.split(TOGETHER)]
        return " / ".join(labels.lowered(each) for each in named)
    if dimension in ("disability", REPORTING_YEAR):
        return place_names.code_name(catalogue, dimension, code, spoken())
    return " / ".join(say(f"releases.years.{each}") for each in code.split(TOGETHER))
