"""The codebook as a workbook: six sheets of plain text, a row for everything that is declared."""

from io import BytesIO

import openpyxl
import pytest

from monitoring.derive.codebook.workbook import as_workbook


@pytest.fixture(scope="module")
def book(catalogue):
    statements = dict.fromkeys(catalogue.indicators, "=1+1")
    return openpyxl.load_workbook(BytesIO(as_workbook(catalogue, "en", statements)))


def column(sheet, heading):
    rows = list(sheet.iter_rows(values_only=True))
    return [row[rows[0].index(heading)] for row in rows[1:]]


def test_it_has_the_sheets_that_the_codebook_has(book):
    assert book.sheetnames == ["indicators", "questions", "answers", "scores", "profiles", "MSCOS"]


def test_every_number_question_answer_and_score_has_its_row(catalogue, book):
    questions = [question.name for form in catalogue.forms.values() for question in form.questions]
    scores = [derived.name for form in catalogue.forms.values() for derived in form.derived]
    own = [each for each in catalogue.choices.values() if not each.standard]

    assert column(book["indicators"], "Name") == list(catalogue.indicators)
    assert column(book["questions"], "Name") == questions
    assert column(book["scores"], "Name") == scores
    assert {code for answers in own for code in answers.codes} <= set(column(book["answers"], "Code"))
    assert set(column(book["profiles"], "Instrument")) == {each.label["en"] for each in catalogue.profiles.values()}


def test_no_cell_is_a_formula_whatever_it_begins_with(book):
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}

    assert kinds == {"s"}
    assert set(column(book["indicators"], "As it is counted, by country (SQL)")) == {"=1+1"}


def test_outcomes_without_a_number_are_there_and_say_so(catalogue, book):
    rows = dict(zip(column(book["MSCOS"], "Outcome or domain"), column(book["MSCOS"], "Numbers"), strict=True))
    names = {words["en"] for words in (*catalogue.mscos.values(), *catalogue.long_list.values())}

    assert names <= rows.keys()
    for name, words in catalogue.mscos.items():
        serves = [each.id for each in catalogue.indicators.values() if each.mscos == name]
        assert rows[words["en"]] == (", ".join(serves) or "Not covered by any number.")
