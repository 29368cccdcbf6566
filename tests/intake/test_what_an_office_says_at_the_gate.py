"""A find in a column of ours: said to tell nobody, handed in without the column, or mended. It fails closed."""

import pytest
from office_workbooks import checked, good, written

from monitoring.domain.problem import Level
from monitoring.domain.verdict import Verdict
from monitoring.intake.gate.choice import Find, GateChoice, Way, find_of
from monitoring.words.problem_text import fix, message

SAID = GateChoice(harmless=frozenset({"survivors"}))
CODE = "ABC2001"


def with_code(catalogue, code):
    sheets, column = good(catalogue), "survivor_id"
    old = sheets["survivors"][0][column]
    for rows in sheets.values():
        for row in rows:
            if column in row and row[column] == old:
                row[column] = code
    return written(sheets)


def test_of_a_code_it_is_told_what_may_be_said_of_it(catalogue):
    found = {find_of(each) for each in checked(catalogue, with_code(catalogue, CODE)).problems}

    assert Find("survivors", "survivor_id", "survivors", frozenset({Way.SAY})) in found
    assert {each.codes_of for each in found} == {"survivors"}
    assert {each.form for each in found} == {
        "survivors", "follow_ups", "services", "incidents", "plan_reviews", "case_studies",
    }  # fmt: skip


def test_codes_that_tell_nobody_come_in_with_a_warning_in_each_cell(catalogue):
    workbook = checked(catalogue, with_code(catalogue, CODE), gate=SAID)

    assert workbook.verdict is Verdict.READY
    assert {(each.code, each.level) for each in workbook.problems} == {("said_to_tell_nobody", Level.WARNING)}
    assert workbook.tables["survivors"]["survivor_id"].to_list()[0] == CODE
    assert "initials" in message(workbook.problems[0])
    assert CODE not in " ".join(say(each) for each in workbook.problems for say in (message, fix))


@pytest.mark.parametrize("code", ["MD-19850312", "ana@example.org", "12MAY97"])
def test_of_what_is_no_guess_nothing_can_be_said(catalogue, code):
    workbook = checked(catalogue, with_code(catalogue, code), gate=SAID)

    assert workbook.verdict is Verdict.REFUSED
    assert all(Way.SAY not in find_of(each).ways for each in workbook.problems)


def test_what_was_said_of_other_codes_says_nothing_of_these(catalogue):
    gate = GateChoice(harmless=frozenset({"providers"}))

    assert checked(catalogue, with_code(catalogue, CODE), gate=gate).verdict is Verdict.REFUSED


def test_what_nobody_declared_is_not_excused_by_it(catalogue):
    def change(book):
        book["providers"]["Z1"], book["providers"]["Z2"] = "Full name", "Tejeverde"

    sheets = good(catalogue)
    workbook = checked(catalogue, written(sheets, change=change), gate=SAID)

    assert [each.code for each in workbook.problems] == ["identifying_column"]


OPTIONAL = GateChoice(without=frozenset({("survivors", "previous_survivor_id")}))


def test_a_question_that_needs_no_answer_may_stay_behind(catalogue):
    sheets = good(catalogue)
    sheets["survivors"][0]["previous_survivor_id"] = "MD-19850312"
    content = written(sheets)
    (refused,) = checked(catalogue, content).problems
    workbook = checked(catalogue, content, gate=OPTIONAL)

    assert find_of(refused).ways == {Way.DROP}
    assert workbook.verdict is Verdict.READY
    assert [(each.code, each.sheet, each.row) for each in workbook.problems] == [("left_out_question", "survivors", 1)]
    assert workbook.tables["survivors"]["previous_survivor_id"].null_count() == 2
    assert "previous_survivor_id" not in workbook.cells["survivors"].columns
    assert "19850312" not in repr(workbook)


def test_what_could_not_be_read_stays_behind_with_its_column(catalogue):
    sheets = good(catalogue)
    sheets["follow_ups"][0]["knows_how_to_complain"] = "works for Mrs Tejeverde"
    gate = GateChoice(without=frozenset({("follow_ups", "knows_how_to_complain")}))
    (refused,) = checked(catalogue, written(sheets)).problems
    workbook = checked(catalogue, written(sheets), gate=gate)

    assert find_of(refused) == Find("follow_ups", "knows_how_to_complain", "follow_ups", frozenset({Way.DROP}))
    assert workbook.verdict is Verdict.READY
    assert workbook.tables["follow_ups"]["knows_how_to_complain"].null_count() == 2


@pytest.mark.parametrize("question", ["survivor_id", "case_status"])
def test_a_question_that_is_needed_never_stays_behind(catalogue, question):
    """Whatever is asked of the gate: the column is read, and what it gives away keeps the workbook out."""
    gate = GateChoice(without=frozenset({("survivors", question)}))
    workbook = checked(catalogue, with_code(catalogue, "ana@example.org"), gate=gate)

    assert workbook.verdict is Verdict.REFUSED


def test_both_choices_together_leave_out_each_its_own(catalogue):
    def change(book):
        book["providers"]["Z1"], book["providers"]["Z2"] = "Full name", "Tejeverde"

    sheets = good(catalogue)
    sheets["survivors"][0]["previous_survivor_id"] = "MD-19850312"
    gate = GateChoice(leave_out=True, without=OPTIONAL.without)
    workbook = checked(catalogue, written(sheets, change=change), gate=gate)

    assert workbook.verdict is Verdict.READY
    assert sorted(each.code for each in workbook.problems) == ["left_out_column", "left_out_question"]
