"""Whatever a text begins with, no spreadsheet calculates it: a corpus of known tricks through every format."""

import csv
import subprocess
import sys

import polars
import pytest
from formula_corpus import CORPUS, PLAIN, live_cells, write_all
from openpyxl import load_workbook

from monitoring.exports.harmless_text import harmless
from monitoring.settings import ROOT


@pytest.fixture
def written(tmp_path):
    """The corpus in every format."""
    write_all(tmp_path)
    return tmp_path


def test_no_file_of_a_spreadsheet_has_a_live_formula(written):
    counts = {path.name: live_cells(path) for path in written.iterdir()}

    assert {name: count for name, count in counts.items() if count is not None} == dict.fromkeys(
        ("rows.csv", "rows.xlsx", "table.csv", "variables.csv", "framework.xlsx"), 0
    )


def test_a_live_formula_would_be_seen(tmp_path):
    (tmp_path / "bad.csv").write_text("said\n=1+1\nplain\n", encoding="utf-8")

    assert live_cells(tmp_path / "bad.csv") == 1


def test_the_command_prints_each_file():
    done = subprocess.run([sys.executable, "tests/exports"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert [line.split()[0] for line in done.stdout.splitlines() if line.endswith(" 0 live formulas")] == [
        *("framework.xlsx", "rows.csv", "rows.xlsx", "table.csv", "variables.csv")
    ]


def test_every_text_is_in_the_table(written):
    with (written / "rows.csv").open(newline="", encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == len(CORPUS + PLAIN)


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
