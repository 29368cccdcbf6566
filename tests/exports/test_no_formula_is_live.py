"""Whatever a text begins with, no spreadsheet calculates it: a corpus of known tricks through every format."""

import csv

import polars
import pytest
from openpyxl import load_workbook

from monitoring.exports.harmless_text import harmless
from monitoring.exports.labelled_files import LABELLED_FILES
from monitoring.exports.pack import write_rows, write_table
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
]
PLAIN = ["plain", "1-2", "a=b", "48+", ""]
COLUMNS = (Variable("said", "Said", VariableKind.TEXT),)
FIRST = "=+-@＝＋－＠\t\r\n"


@pytest.fixture
def written(tmp_path):
    """The corpus in every format."""
    rows = polars.DataFrame({"said": CORPUS + PLAIN})
    write_rows(tmp_path, "rows", [*ROW_FILES, *LABELLED_FILES], COLUMNS, [rows])
    write_table(tmp_path, "table.csv", ("said",), [(text,) for text in CORPUS + PLAIN])
    return tmp_path


@pytest.mark.parametrize("name", ["rows.csv", "table.csv"])
def test_no_cell_of_a_csv_file_begins_like_a_formula(written, name):
    with (written / name).open(newline="", encoding="utf-8") as file:
        cells = [row["said"] for row in csv.DictReader(file)]

    assert len(cells) == len(CORPUS + PLAIN)
    assert [cell for cell in cells if cell.lstrip(" ").startswith(tuple(FIRST))] == []


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(written):
    sheet = load_workbook(written / "rows.xlsx")["rows"]
    cells = [cell for (cell,) in sheet.iter_rows(min_row=2)]

    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []


def test_what_is_plain_stays_as_it_is():
    assert [harmless(text) for text in PLAIN] == PLAIN


def test_parquet_stata_and_spss_hold_the_text_itself(written):
    import pyreadstat

    assert polars.read_parquet(written / "rows.parquet")["said"].to_list() == CORPUS + PLAIN
    for ending, read in (("dta", pyreadstat.read_dta), ("sav", pyreadstat.read_sav)):
        frame, _ = read(written / f"rows.{ending}", output_format="polars")
        assert frame["said"].to_list() == CORPUS + PLAIN
