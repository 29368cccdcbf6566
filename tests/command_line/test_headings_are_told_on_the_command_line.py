"""An office without the server says itself what its headings mean, and may hand over tables of text."""

import csv
import io

import pytest
from openpyxl import load_workbook

from monitoring.settings import ROOT

GOOD = ROOT / "sample_data" / "good" / "moldova.xlsx"


@pytest.fixture
def theirs(tmp_path):
    book = load_workbook(GOOD)
    for cell in [each for row in book["providers"].iter_rows(max_row=2) for each in row]:
        if cell.value in ("capacity", "Places"):
            cell.value = "Beds we have"
    book.save(tmp_path / "theirs.xlsx")
    return tmp_path / "theirs.xlsx"


def codes(said):
    return [problem["code"] for problem in said.document["problems"]]


def test_a_heading_means_what_is_said_of_it(run, theirs):
    assert codes(run("check", theirs, "--json")) == ["unknown_column"]
    assert codes(run("check", theirs, "--heading", "Beds we have=capacity", "--json")) == []
    assert codes(run("check", theirs, "--heading", "Beds we have=", "--json")) == ["column_left_out"]


def test_what_is_no_word_on_a_heading_is_refused(run, theirs):
    assert run("check", theirs, "--heading", "Beds we have").status == 2
    assert run("check", theirs, "--heading", "Beds we have=beds").status == 2


def test_a_table_of_text_is_checked_like_a_workbook(run, tmp_path):
    out = io.StringIO()
    for row in load_workbook(GOOD)["survivors"].iter_rows(min_row=1, values_only=True):
        csv.writer(out, delimiter=";").writerow(["" if cell is None else cell for cell in row])
    (tmp_path / "survivors.csv").write_text(out.getvalue(), encoding="utf-8")
    said = run("check", tmp_path / "survivors.csv", "--json")

    assert said.status == 0
    assert said.document["sheets"] == [{"sheet": "survivors", "form": "survivors", "rows": 62, "ready": 62}]
