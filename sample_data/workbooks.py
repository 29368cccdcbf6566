"""Writes rows as the workbook an office hands in: the layout of our template, one sheet per form, data from row 3."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from invent.world import Cell, Row, Sheets
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form

DATE_FORMAT = "yyyy-mm-dd"
NO_OTHERS: Mapping[str, tuple[str, str]] = {}


class Workbook:
    """An .xlsx file in the making. The same rows give the same bytes: its only date is the one it is told."""

    def __init__(self, path: Path, made_on: date, *, counts_from_1904: bool = False) -> None:
        options = {"default_date_format": DATE_FORMAT, "date_1904": counts_from_1904}
        self._file = xlsxwriter.Workbook(path, options)
        self._file.set_properties({
            "title": "Sample data, invented",
            "comments": "No real person.",
            "created": datetime(made_on.year, made_on.month, made_on.day),
        })  # fmt: skip
        self.bold: Format = self._file.add_format({"bold": True})

    def sheet(self, name: str) -> Worksheet:
        return self._file.add_worksheet(name)

    def close(self) -> None:
        self._file.close()


def write_hand_in(path: Path, sheets: Sheets, catalogue: Catalogue, made_on: date) -> None:
    """The forms that the sheets hold, in the catalogue's order, as the office would fill our template in."""
    workbook = Workbook(path, made_on)
    for name, form in catalogue.forms.items():
        if name in sheets:
            write_form(workbook, workbook.sheet(name), form, sheets[name])
    workbook.close()


def write_form(
    workbook: Workbook,
    sheet: Worksheet,
    form: Form,
    rows: Sequence[Row],
    headings: Mapping[str, tuple[str, str]] = NO_OTHERS,
) -> None:
    """Row 1 hidden: names. Row 2: labels. Data from row 3. `headings`: other names and labels of some questions."""
    for column, question in enumerate(form.questions):
        name, label = headings.get(question.name, (question.name, question.label["en"]))
        sheet.write_string(0, column, name)
        sheet.write_string(1, column, label, workbook.bold)
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.freeze_panes(2, 1)
    for at, row in enumerate(rows, 2):
        for column, question in enumerate(form.questions):
            write_cell(sheet, at, column, row.get(question.name))


def write_cell(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    """Dates as dates, whole numbers as numbers, yes and no and codes as text; None leaves the cell empty."""
    match value:
        case None:
            return
        case bool():
            sheet.write_string(row, column, "yes" if value else "no")
        case int():
            sheet.write_number(row, column, value)
        case date():
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day))
        case str():
            sheet.write_string(row, column, value)
