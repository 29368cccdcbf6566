"""Hand-ins from the command line: the same file again, many rows missing, two side by side, what is expected."""

import pytest
from openpyxl import load_workbook

from monitoring.settings import ROOT

WHOLE = ROOT / "sample_data" / "good" / "tunisia.xlsx"


@pytest.fixture(scope="module")
def less(folder):
    """Tunisia's workbook without the second half of its follow-ups."""
    book = load_workbook(WHOLE)
    sheet = book["follow_ups"]
    sheet.delete_rows(sheet.max_row // 2, sheet.max_row)
    book.save(folder / "less.xlsx")
    return folder / "less.xlsx"


def test_the_way_of_two_workbooks(run, less):
    run("people", "add", "Mina", "--role", "programme_manager")
    first = run("load", WHOLE, "--as", "Mina", "--json").document
    again = run("load", WHOLE, "--as", "Mina", "--json")
    refused = run("load", less, "--as", "Mina", "--json")
    loaded = run("load", less, "--as", "Mina", "--reason", "the rest follows", "--json").document
    compared = run("submissions", "--compare", 1, 2, "--as", "Mina", "--json").document
    listed = run("submissions", "--as", "Mina", "--json").document["submissions"]

    rows = sum(first["changes"].values())
    assert (again.status, again.document["submission"]) == (0, 1)
    assert again.document["changes"] == {"new": 0, "changed": 0, "unchanged": rows, "missing": 0}
    assert (refused.status, refused.document["submission"]) == (2, None)
    assert refused.err.startswith("Many earlier rows are not in this workbook (sheets: follow_ups).")
    assert (loaded["submission"], loaded["changes"]["missing"] > 5) == (2, True)
    assert compared["changes"] == loaded["changes"]
    assert [(each["id"], each["drop_reason"]) for each in listed] == [(2, "the rest follows"), (1, None)]


def test_what_is_expected_and_that_there_is_nothing_to_report(run, less):
    run("people", "add", "Ana", "--role", "country_office", "--country", "MD")
    before = run("submissions", "--expected", "--as", "Ana", "--json").document["expected"]
    said = run("nothing-to-report", "2026-Q1", "--country", "MD", "--as", "Ana", "--json").document
    other = run("nothing-to-report", "2026-Q1", "--country", "TN", "--as", "Ana")

    assert [(each["quarter"], each["state"]) for each in before] == [("2026-Q1", "late"), ("2026-Q2", "due")]
    assert said == {
        "country": "MD",
        "quarter": "2026-Q1",
        "due": "2026-04-30",
        "state": "nothing",
        "late_by": 0,
        "submission": None,
    }
    assert (other.status, other.out) == (2, "")
