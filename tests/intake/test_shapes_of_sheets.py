"""Sheets as they are really built: headings in two rows, repeats, versions side by side. Nothing is lost."""

from dataclasses import replace
from io import BytesIO

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from office_workbooks import checked, good, saved, told, written
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from monitoring.domain.verdict import Verdict
from monitoring.settings import ROOT

REAL = ROOT.parent / "shared" / "real"
SENTENCES = {
    "htcds/HTCDS_Excel_Spreadsheet_v2.0.xlsx": "other_instrument",
    "htcds/htcds_xlsform.xlsx": "form_without_data",
    "kobo/*": "other_export",
}


@pytest.mark.skipif(not REAL.exists(), reason="the real files are not part of the repository")
@pytest.mark.parametrize("place", SENTENCES)
def test_real_files_are_known_for_what_they_are(catalogue, place):
    found = {path.name: checked(catalogue, path.read_bytes(), file=path.name) for path in REAL.glob(place)}

    assert found
    assert {(each.verdict, each.problems[0].code) for each in found.values()} == {(Verdict.REFUSED, SENTENCES[place])}
    assert {len(each.problems) for each in found.values()} == {1}


def sheet_of(book, name, rows):
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)


def test_answers_may_stand_in_a_second_row_of_headings_under_their_question(catalogue):
    def spread(book):
        sheet = book["follow_ups"]
        at = next(cell.column for cell in sheet[1] if cell.value == "help_needed")
        sheet.insert_cols(at + 1, 2)
        sheet.insert_rows(2)
        for column, (answer, tick) in enumerate((("Health", "x"), ("legal", "1"), ("Housing", "0")), at):
            sheet.cell(2, column, answer)
            sheet.cell(3, column, "1" if tick == "x" else tick)
            sheet.cell(4, column, None)
        sheet.merge_cells(start_row=1, end_row=1, start_column=at, end_column=at + 2)

    workbook = checked(catalogue, written(good(catalogue), change=spread))

    assert told(workbook) == []
    assert workbook.tables["follow_ups"]["help_needed"].to_list() == ["health legal", None]


def test_what_a_submission_says_once_goes_to_each_row_of_its_repeat(catalogue):
    """The outer sheet has the person and the day, the repeat the rest of the follow-up."""
    sheets = good(catalogue)
    outer = ("survivor_id", "contact_date")
    rows = sheets.pop("follow_ups")
    names = [name for name in rows[0] if name not in outer]

    def add(book):
        own = ["_index", "_uuid", "_submission_time"]
        heads = [["start", *outer, *own]]
        heads += [["x", *(row[name] for name in outer), at, f"u{at}", "2026-05-01"] for at, row in enumerate(rows, 1)]
        sheet_of(book, "Our long form about people w...", heads)
        inner = [[*names, "_index", "_parent_index", "_parent_table_name"]]
        title = "Our long form about people who came home"
        inner += [[*(row.get(name) for name in names), at, at, title] for at, row in enumerate(rows, 1)]
        sheet_of(book, "contacts", inner)

    workbook = checked(catalogue, written(sheets, change=add))
    plain = checked(catalogue, written(good(catalogue)))

    assert told(workbook) == []
    assert workbook.tables["follow_ups"].equals(plain.tables["follow_ups"])


def factors_in_a_repeat(catalogue, session="MD-S1", pointers=(1,)):
    sheets = good(catalogue)
    sheets["community"][0] |= {"session_id": session, "_index": "1", "_uuid": "u1"}
    row = sheets["community_factors"][0]
    del row["session_id"]
    sheets["community_factors"] = [row | {"_index": "1", "_parent_index": str(each)} for each in pointers]
    return checked(catalogue, written(sheets))


def test_a_mistake_in_what_a_repeat_takes_from_outside_is_told_once_where_it_stands(catalogue):
    workbook = factors_in_a_repeat(catalogue, session="no code")

    assert {(each.code, each.sheet, each.cell) for each in workbook.problems} == {
        ("not_a_code", "community", "A2"),
    }


def test_a_row_that_points_nowhere_is_told_where_it_points(catalogue):
    workbook = factors_in_a_repeat(catalogue, pointers=(1, 7))

    assert [(each.code, each.sheet, each.cell) for each in workbook.problems] == [
        ("parent_not_found", "community_factors", "E3")
    ]


def test_two_versions_of_a_column_agree_by_meaning_and_differ_where_one_looks(catalogue):
    sheets = good(catalogue)
    first, second = sheets["follow_ups"]
    first |= {"mode": "in_person", "older/mode": "In person", "older/status": "interviewed"}
    second |= {"older/status": "declined_this_time"}
    workbook = checked(catalogue, written(sheets))
    at = list(dict.fromkeys(name for row in sheets["follow_ups"] for name in row)).index("older/status") + 1

    assert [(each.code, each.column, each.cell) for each in workbook.problems] == [
        ("answers_differ", "status", f"{get_column_letter(at)}3")
    ]


def test_headings_of_older_templates_are_known(catalogue):
    form = catalogue.forms["providers"]
    questions = tuple(replace(each, was=("beds",)) if each.name == "capacity" else each for each in form.questions)
    older = replace(catalogue, forms={**catalogue.forms, "providers": replace(form, questions=questions)})
    content = written(good(catalogue), headings=lambda _, name: "beds" if name == "capacity" else name)

    assert told(checked(older, content)) == []


def test_the_own_status_of_odk_central_is_not_ours(catalogue):
    sheets = good(catalogue)
    own = {"AttachmentsExpected": "0", "Status": "hasIssues", "ReviewState": "approved"}
    sheets["follow_ups"] = [row | {"KEY": f"uuid:{at}"} | own for at, row in enumerate(sheets["follow_ups"])]
    workbook = checked(catalogue, written(sheets))

    assert told(workbook) == []
    assert workbook.tables["follow_ups"]["status"].to_list() == ["interviewed", "not_reached"]


HEADINGS_IN, LAST_ROW, LAST_COLUMN = 3, 8, 15
PLANTED = "zz99"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
@given(
    planted=st.sets(st.tuples(st.integers(HEADINGS_IN, LAST_ROW), st.integers(1, LAST_COLUMN)), min_size=1, max_size=6),
    title=st.booleans(),
)
def test_every_cell_is_stored_or_told(catalogue, planted, title):
    """A word is written into cells anywhere from the headings down: each is kept as read, or a problem points at it."""
    sheets = good(catalogue)
    book = load_workbook(BytesIO(written(sheets)))
    sheet = book["providers"]
    sheet.insert_rows(1, HEADINGS_IN - 1)
    if title:
        sheet["A1"] = "Our providers"
    for row, column in planted:
        sheet.cell(row, column, PLANTED)
    workbook = checked(catalogue, saved(book))

    assert [each for each in planted if not _accounted_for(workbook, *each)] == []


def _accounted_for(workbook, row, column):
    """At the cell itself, at its column's heading, or among what is kept of its row."""
    letters = get_column_letter(column)
    pointed_at = {each.cell for each in workbook.problems if each.sheet == "providers"}
    cells = workbook.cells.get("providers", pl.DataFrame({"sheet_row": []}))
    kept = [text for found in cells.filter(pl.col("sheet_row") == row).drop("sheet_row").rows() for text in found]
    return bool({f"{letters}{row}", f"{letters}{HEADINGS_IN}"} & pointed_at) or PLANTED in kept
