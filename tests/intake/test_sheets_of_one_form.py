"""Two sheets of one form, as where its versions were exported apart: read as one, told of each in its own place."""

import pytest
from office_workbooks import checked, good, written
from openpyxl.utils import get_column_letter

from monitoring.domain.verdict import Verdict
from monitoring.services.clean import cleaned_offline

SECOND = "follow_ups v2"


def apart(sheets):
    """The same rows, the second half of the follow-ups on a sheet of its own with another set of columns."""
    first, second = sheets["follow_ups"][:1], sheets["follow_ups"][1:]
    turned = [dict(reversed(list(row.items()))) for row in second]
    return {**sheets, "follow_ups": first, SECOND: turned}


def without_numbers(table):
    return table.drop("sheet_row")


def test_rows_apart_are_the_same_rows(catalogue):
    sheets = good(catalogue)
    whole, parts = checked(catalogue, written(sheets)), checked(catalogue, written(apart(sheets)))

    assert (parts.verdict, parts.problems) == (Verdict.READY, ())
    assert without_numbers(parts.tables["follow_ups"]).equals(without_numbers(whole.tables["follow_ups"]))
    assert parts.cells["follow_ups"].height == 2
    numbers = parts.tables["follow_ups"]["sheet_row"].to_list()
    assert numbers[0] == 2
    assert numbers[1] > 1_048_576


def test_each_sheet_is_summed_up_by_itself(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"][1]["status"] = "perhaps"
    workbook = checked(catalogue, written(apart(sheets)))
    told = [(each.sheet, each.form, each.rows, each.ready) for each in workbook.sheets if each.form == "follow_ups"]

    assert told == [("follow_ups", "follow_ups", 1, 1), (SECOND, "follow_ups", 1, 0)]


def test_each_sheet_says_where_its_own_questions_stand(catalogue):
    sheets = good(catalogue)
    workbook = checked(catalogue, written(apart(sheets)))
    first, second = (each for each in workbook.sheets if each.form == "follow_ups")
    order = list(sheets["follow_ups"][0])

    assert first.columns["status"] == get_column_letter(order.index("status") + 1)
    assert second.columns["status"] == get_column_letter(list(reversed(sheets["follow_ups"][1])).index("status") + 1)
    assert (first.counted_on, second.counted_on) == (0, 1_048_576)


def test_a_mistake_is_told_in_the_sheet_and_the_cell_where_it_stands(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"][1]["status"] = "perhaps"
    (problem,) = checked(catalogue, written(apart(sheets))).problems
    column = "ABCDEF"[list(reversed(sheets["follow_ups"][1])).index("status")]

    assert (problem.code, problem.sheet, problem.cell) == ("not_on_list", SECOND, f"{column}2")


def test_one_row_in_both_is_told_with_the_sheet_of_the_other(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"] += [dict(sheets["follow_ups"][0]), {**sheets["follow_ups"][1], "round": 6}]
    sheets["follow_ups"][-1]["contact_date"] = sheets["survivors"][0]["return_date"].replace(month=7)
    workbook = checked(catalogue, written(apart(sheets)))
    (twice,) = (each for each in workbook.problems if each.code == "duplicate_key")

    assert twice.sheet == SECOND
    assert dict(twice.facts)["same_row"] == "2 (follow_ups)"


@pytest.mark.parametrize("rows", [1, 2])
def test_a_copy_of_a_sheet_is_refused_and_named(catalogue, rows):
    sheets = good(catalogue)
    workbook = checked(catalogue, written({**sheets, "follow_ups (2)": sheets["follow_ups"][:rows]}))

    assert [(each.code, each.sheet) for each in workbook.problems] == [("form_twice", "follow_ups (2)")]


def test_the_cleaned_copy_has_the_rows_of_both(catalogue):
    sheets = good(catalogue)
    sheets["survivors"][0]["previous_survivor_id"] = "A01234567"
    made = cleaned_offline(catalogue, written(apart(sheets)))
    copy = checked(catalogue, made.content)

    assert made.problems == ()
    assert copy.verdict is Verdict.READY
    assert copy.tables["follow_ups"].height == 2
