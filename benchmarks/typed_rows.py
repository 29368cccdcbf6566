"""Invented rows as the typed tables that intake gives, to fill a store without a workbook."""

from collections.abc import Mapping, Sequence

import polars as pl

from benchmarks.invented_rows import REASONS, Cell, Columns
from monitoring.derive.table_schema import type_of
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form

_REASONS = (*REASONS, "not_asked")


def typed_rows(catalogue: Catalogue, rows: Mapping[str, Columns]) -> dict[str, pl.DataFrame]:
    """One typed frame a form, with `missing_answers` and `sheet_row`."""
    return {name: _typed(catalogue.forms[name], columns) for name, columns in rows.items()}


def _typed(form: Form, columns: Columns) -> pl.DataFrame:
    types = {question.name: type_of(question) for question in form.questions}
    answers = [
        pl.Series(name, [_answer(cell, type_) for cell in columns[name]], type_) for name, type_ in types.items()
    ]
    reasons = pl.Series("missing_answers", [_reasons(form.names, row) for row in _rows(form, columns)], pl.String)
    numbers = pl.Series("sheet_row", range(3, 3 + len(reasons)), pl.Int32)
    return pl.DataFrame([*answers, reasons, numbers])


def _rows(form: Form, columns: Columns) -> "zip[tuple[Cell, ...]]":
    return zip(*(columns[name] for name in form.names), strict=True)


def _answer(cell: Cell, type_: type[pl.DataType]) -> Cell:
    if cell in _REASONS:
        return None
    return str(cell) if type_ is pl.String and cell is not None else cell


def _reasons(names: Sequence[str], row: Sequence[Cell]) -> str | None:
    said = [f"{name}={cell}" for name, cell in zip(names, row, strict=True) if cell in _REASONS]
    return " ".join(said) or None
