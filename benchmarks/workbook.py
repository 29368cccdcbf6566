"""Writes rows as an office hands them in: our template's layout, names in row 1, labels in row 2, data from row 3."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from benchmarks.invented_rows import Cell, Columns, invented_rows
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form

SHEETS = ("survivors", "follow_ups", "providers")
FIRST_ROW = 3
"""Of the data, as people count the rows of a sheet."""


def good_workbook(catalogue: Catalogue, follow_ups: int, path: Path) -> Path:
    """A workbook without a mistake."""
    return write_workbook(catalogue, invented_rows(catalogue, follow_ups), path)


def write_workbook(catalogue: Catalogue, rows: Mapping[str, Columns], path: Path) -> Path:
    """One sheet a form.

    Texts are shared, as Excel, LibreOffice and Kobo share them: XlsxWriter's `constant_memory` would write each in its
    own cell, which openpyxl reads half as fast, and the peer would look worse than it is.
    """
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, form in catalogue.forms.items():
            if name in rows:
                _write_form(book.add_worksheet(name), form, rows[name])
    return path


def _write_form(sheet: Worksheet, form: Form, columns: Columns) -> None:
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.write_row(0, 0, form.names)
    sheet.write_row(1, 0, [question.label["en"] for question in form.questions])
    for at, cells in enumerate(zip(*(columns[name] for name in form.names), strict=True), FIRST_ROW - 1):
        for column, cell in enumerate(cells):
            _write_cell(sheet, at, column, cell)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Dates as dates, whole numbers as numbers, all else as text, as the template's drop-downs give it."""
    match cell:
        case None:
            return
        case bool():
            sheet.write_string(row, column, "yes" if cell else "no")
        case int():
            sheet.write_number(row, column, cell)
        case date():
            sheet.write_datetime(row, column, cell)
        case str():
            sheet.write_string(row, column, cell)
