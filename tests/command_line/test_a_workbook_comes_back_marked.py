"""`monitoring check FILE --annotated OUT.xlsx` writes the file with its problems marked, and nothing it should not."""

import json

import pytest
from openpyxl import load_workbook

from monitoring.__main__ import main
from monitoring.settings import ROOT

BROKEN, GOOD = (ROOT / "sample_data" / name for name in ("broken", "good"))


@pytest.fixture
def check(tmp_path, capsys):
    """Runs `check` on the sample's day; returns status, output and error output."""

    def do(*words):
        status = main(["--data", str(tmp_path / "data"), "--today", "2026-06-01", "check", *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return do


def test_the_problem_is_marked_where_the_check_says_it_is(check, tmp_path):
    out = tmp_path / "out.xlsx"
    status, said, _ = check(BROKEN / "not_on_list.xlsx", "--annotated", out, "--json")
    document = json.loads(said)
    (problem,) = document["problems"]
    comment = load_workbook(out)[problem["sheet"]][problem["cell"]].comment.text

    assert status == 1
    assert document["annotated"] == {"file": str(out), "sheet": "Problems", "not_marked": []}
    assert problem["message"] in comment
    assert problem["fix"] in comment


def test_what_is_not_marked_is_said(check, tmp_path):
    out = tmp_path / "out.xlsx"
    _, said, _ = check(BROKEN / "missing_column.xlsx", "--annotated", out)
    _, as_json, _ = check(BROKEN / "missing_column.xlsx", "--annotated", out, "--json")

    assert "Not marked in a cell of their own: 1. The sheet Problems says why." in said
    assert json.loads(as_json)["annotated"]["not_marked"] == [
        {"code": "missing_column", "sheet": "survivors", "cell": None, "reason": "no_cell"}
    ]


def test_a_workbook_without_a_problem_comes_back_as_it_was(check, tmp_path):
    out = tmp_path / "out.xlsx"
    status, _, _ = check(GOOD / "tunisia.xlsx", "--annotated", out)

    assert (status, out.read_bytes()) == (0, (GOOD / "tunisia.xlsx").read_bytes())


def test_a_refused_file_is_not_opened_again(check, tmp_path):
    out = tmp_path / "out.xlsx"
    status, said, complaint = check(BROKEN / "macros.xlsx", "--annotated", out, "--json")

    assert (status, json.loads(said)["annotated"], out.exists()) == (1, None, False)
    assert complaint.startswith("This file could not be read as a workbook of ours")


def test_without_the_option_the_document_is_as_ever(check):
    _, said, _ = check(BROKEN / "not_on_list.xlsx", "--json")

    contract = {"verdict", "file", "sheets", "problems", "submission", "changes"}
    assert set(json.loads(said)) == contract | {"left_out", "not_checked"}


def test_nothing_is_written_over(check, tmp_path):
    own = tmp_path / "own.xlsx"
    own.write_bytes((BROKEN / "not_on_list.xlsx").read_bytes())
    before = own.read_bytes()
    status, _, complaint = check(own, "--annotated", own)

    assert (status, own.read_bytes()) == (2, before)
    assert complaint == "The marked copy would be written over the file itself. Choose another name.\n"


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ((BROKEN / "not_on_list.xlsx", BROKEN / "merged_cells.xlsx", "--annotated", "out.xlsx"), "Only one file"),
        ((BROKEN / "not_on_list.xlsx", "--annotated", "out.csv"), "The name of this file is to end in .xlsx"),
        ((BROKEN / "not_on_list.xlsx", "--profile", "htcds", "--annotated", "out.xlsx"), "Another instrument's file"),
        ((BROKEN / "not_on_list.xlsx", "--annotated", "nowhere/out.xlsx"), "The file nowhere/out.xlsx cannot"),
    ],
)
def test_a_request_that_cannot_be_is_refused_in_a_sentence(check, words, begins):
    status, _, complaint = check(*words)

    assert status == 2
    assert complaint.startswith(begins)
