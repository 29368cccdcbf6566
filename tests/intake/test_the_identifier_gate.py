"""A workbook that tells who people are is refused, or goes on without it by the office's choice."""

import pytest
from office_workbooks import checked, good, written

from monitoring.domain.problem import Level
from monitoring.domain.verdict import Verdict
from monitoring.intake.gate.choice import GateChoice
from monitoring.settings import ROOT
from monitoring.words.problem_text import fix, message, title

GO_ON = GateChoice(leave_out=True)
WORDS = "Tejeverde"


def with_cell(sheet, cell, text, heading=None):
    """A change of a finished workbook: a cell, and the heading of its column where one is given."""

    def change(book):
        place = book[sheet] if sheet in book.sheetnames else book.create_sheet(sheet)
        place[cell] = text
        if heading:
            place[f"{cell[:-1]}1"] = heading

    return change


PLANTED = {
    "a column by its heading": (with_cell("providers", "Z2", WORDS, "Nom de famille"), "identifying_column"),
    "a column by its cells": (with_cell("providers", "Z2", f"{WORDS}: +373 69 123 456", "Note"), "identifying_column"),
    "a column without heading": (with_cell("survivors", "CZ2", f"{WORDS}@example.org"), "identifying_column"),
    "a sheet": (with_cell("cash", "B7", f"12 Rue {WORDS}"), "identifying_sheet"),
    "the name of a sheet": (with_cell(f"Ana {WORDS}", "A1", None), "identifying_sheet_name"),
}  # fmt: skip


@pytest.mark.parametrize("where", PLANTED)
def test_what_nobody_declared_keeps_the_workbook_out_and_is_not_repeated(catalogue, where):
    change, code = PLANTED[where]
    workbook = checked(catalogue, written(good(catalogue), change=change))
    said = " ".join(say(each) for each in workbook.problems for say in (message, fix)) + repr(workbook.problems)

    assert (workbook.verdict, [each.code for each in workbook.problems]) == (Verdict.REFUSED, [code])
    assert (workbook.sheets, dict(workbook.tables), dict(workbook.cells)) == ((), {}, {})
    assert WORDS not in said
    assert title(workbook.problems[0], 1)


@pytest.mark.parametrize("where", PLANTED)
def test_by_the_office_s_choice_the_rest_goes_on_without_it(catalogue, where):
    change, code = PLANTED[where]
    plain = checked(catalogue, written(good(catalogue)))
    workbook = checked(catalogue, written(good(catalogue), change=change), gate=GO_ON)

    assert workbook.verdict is Verdict.READY
    assert [(each.code, each.level) for each in workbook.problems] == [
        (code.replace("identifying", "left_out"), Level.WARNING)
    ]
    assert all(table.equals(workbook.tables[form]) for form, table in plain.tables.items())
    assert WORDS not in repr(workbook)
    assert not any(WORDS in str(cells.rows()) for cells in workbook.cells.values())


@pytest.mark.parametrize("gate", [GateChoice(), GO_ON])
@pytest.mark.parametrize(
    ("sheet", "column", "text", "kind"),
    [
        ("survivors", "survivor_id", "A01234567", "numbers of passports"),
        ("survivors", "previous_survivor_id", "MD-19850312", "days of birth"),
        ("providers", "provider_name", "Oak House, call +373 69 123 456", "telephone numbers"),
        ("survivors", "gender", f"woman, Mrs {WORDS}", "names of people"),
    ],
)
def test_what_our_own_columns_give_away_is_to_be_mended_whatever_the_choice(catalogue, sheet, column, text, kind, gate):
    sheets = good(catalogue)
    sheets[sheet][0][column] = text
    workbook = checked(catalogue, written(sheets), gate=gate)
    (problem,) = workbook.problems

    assert workbook.verdict is Verdict.REFUSED
    assert (problem.code, problem.sheet, problem.column, problem.row) == ("identifying_answer", sheet, column, 2)
    assert kind in message(problem)
    assert text not in repr(workbook)


def test_a_code_is_found_in_every_sheet_in_which_it_stands(catalogue):
    sheets = good(catalogue)
    for rows in sheets.values():
        for row in rows:
            if row.get("survivor_id") == "MD-0001":
                row["survivor_id"] = "A01234567"
    found = {each.sheet for each in checked(catalogue, written(sheets)).problems}

    assert found == {"survivors", "follow_ups", "services", "incidents", "plan_reviews", "case_studies"}


def test_what_is_left_out_by_choice_is_said_of_sheets_and_notes_too(catalogue):
    samples = ROOT / "sample_data" / "broken"
    told = {
        name: [each.code for each in checked(catalogue, (samples / f"{name}.xlsx").read_bytes(), gate=GO_ON).problems]
        for name in ("identifying_note", "identifying_sheet", "identifying_sheet_name", "identifying_column")
    }

    assert told == {name: [name.replace("identifying", "left_out")] for name in told}


def test_kobo_s_own_columns_are_looked_at_where_they_tell_where_somebody_lives(catalogue):
    change = with_cell("survivors", "CZ2", "36.80650 10.18150 0 0", "_geolocation")
    (problem,) = checked(catalogue, written(good(catalogue), change=change)).problems

    assert (problem.code, dict(problem.facts)["kind"]) == ("identifying_column", "coordinates of places")


def test_the_words_of_the_gate_are_not_needed_in_every_language(catalogue):
    change, _ = PLANTED["a sheet"]
    (problem,) = checked(catalogue, written(good(catalogue), change=change), language="fr").problems

    assert dict(problem.facts)["kind"]
