"""N mistakes planted, exactly N problems found; and no problem repeats what a cell held."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_workbooks import MISSED, checked, good, told, written

from monitoring.domain.form import QuestionType
from monitoring.intake import problem_list
from monitoring.words.problem_text import fix, message, title

MARK = "Zzqx7Marker"
ROWS = 12
UNREADABLE = {
    QuestionType.CHOICE: [("not_on_list", "gibberish"), ("not_on_list", "-n/a-")],
    QuestionType.SEVERAL: [("not_on_list", "gibberish, more")],
    QuestionType.RANKED: [("not_on_list", "gibberish")],
    QuestionType.YES_NO: [("not_yes_or_no", "perhaps"), ("not_yes_or_no", "٢")],
    QuestionType.DATE: [("not_a_date", "soon"), ("unclear_date", "03/04/2026"), ("unclear_date", "٣.٤.٢٦")],
    QuestionType.WHOLE: [("not_a_number", "a few"), ("unclear_number", "1,234"), ("unclear_number", "১.২৩৪")],
    QuestionType.CODE: [
        ("not_a_code", "a code with spaces"),
        ("look_alike_letters", "М\N{CYRILLIC CAPITAL LETTER A}-0001"),
    ],
}
"""Ways to spoil a cell, none of which proves how the rest of the file is written."""


def attempts(catalogue):
    """Many contacts of both people in which nobody was reached, on days inside the window of their round."""
    sheets = good(catalogue)
    sheets["follow_ups"] += [{**MISSED, "contact_date": date(2025, 4, 11 + at)} for at in range(ROWS)]
    return sheets


@pytest.fixture(scope="module")
def plant(catalogue):
    """plant(numbers): a check of a workbook with as many spoilt cells, and the problems that are due."""

    def spoil(numbers):
        sheets = attempts(catalogue)
        cells = [
            (form, row, question)
            for form, rows in sheets.items()
            for row in range(len(rows))
            for question in catalogue.forms[form].questions
            if question.type in UNREADABLE
        ]
        due = []
        for number in sorted({number % len(cells): number for number in numbers}.values()):
            form, row, question = cells[number % len(cells)]
            ways = UNREADABLE[question.type]
            code, text = ways[number // len(cells) % len(ways)]
            sheets[form][row][question.name] = text
            due.append((code, form, question.name, row + 2))
        return checked(catalogue, written(sheets), country="MD"), due

    return spoil


@settings(max_examples=15, deadline=None)
@given(numbers=st.sets(st.integers(0, 100_000), min_size=1, max_size=40))
def test_as_many_problems_as_mistakes(plant, numbers):
    """Any cells of a good workbook, spoilt in the way of their type, whatever else depends on them."""
    workbook, due = plant(numbers)

    found = [(each.code, each.sheet, each.column, each.row) for each in workbook.problems]
    assert sorted(found, key=str) == sorted(due, key=str)


def test_every_row_of_a_column_may_be_wrong(catalogue):
    sheets = attempts(catalogue)
    for row in sheets["follow_ups"]:
        row["status"] = "gibberish"
    workbook = checked(catalogue, written(sheets))

    assert told(workbook) == [("not_on_list", "follow_ups", "status")] * (ROWS + 2)


def test_beyond_thousands_of_one_kind_mistakes_are_counted_only(catalogue, monkeypatch):
    monkeypatch.setattr(problem_list, "MOST_OF_A_KIND", 5)
    sheets = attempts(catalogue)
    for row in sheets["follow_ups"]:
        row["status"] = "gibberish"
    workbook = checked(catalogue, written(sheets))

    assert (len(workbook.problems), workbook.not_listed) == (5, ROWS - 3)
    assert [each.ready for each in workbook.sheets if each.form == "follow_ups"] == [0]


@pytest.fixture
def marked(catalogue):
    """A workbook with the marker in every cell, in headings of its own, and where codes are to be."""
    sheets = attempts(catalogue)
    for rows in sheets.values():
        for row in rows:
            for name in row:
                row[name] = f"{MARK} {name}" if name not in ("survivor_id", "provider_id") else f"{MARK}-{name[:3]}"
            row[f"{MARK} heading"] = MARK
    return checked(catalogue, written(sheets))


def test_no_problem_repeats_what_a_cell_held(marked):
    sentences = [text for each in marked.problems for text in (title(each, 1), message(each), fix(each))]

    assert len(marked.problems) > 100
    assert MARK.casefold() not in repr(marked.problems).casefold()
    assert MARK.casefold() not in " ".join(sentences).casefold()


def test_rule_breakers_are_not_repeated_either(catalogue):
    sheets = good(catalogue)
    sheets["survivors"][0]["survivor_id"] = sheets["survivors"][1]["survivor_id"] = MARK
    sheets["follow_ups"][0]["survivor_id"] = MARK[:-1]
    problems = checked(catalogue, written(sheets)).problems

    assert {each.code for each in problems} >= {"duplicate_key", "unknown_survivor"}
    assert MARK[:-1] not in repr(problems)
