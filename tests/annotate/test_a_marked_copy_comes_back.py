"""A marked copy is handed in again: checked as if the marks were not there, and marked anew without the old ones."""

import pytest
from offices_files import SAMPLES, full_of_things, opened, problem, saved, saved_by_libreoffice
from ooxml_faults import faults
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from monitoring.domain.problem import Level
from monitoring.intake.annotate.annotate import annotate
from monitoring.intake.check import check_workbook


def by_openpyxl(content, _folder):
    return saved(opened(content))


def as_it_is(content, _folder):
    return content


EDITORS = [
    as_it_is,
    by_openpyxl,
    pytest.param(saved_by_libreoffice, marks=pytest.mark.office),
]


@pytest.mark.parametrize("name", ["not_on_list", "merged_cells", "missing_column", "outside_window", "unclear_date"])
def test_the_check_finds_the_same_as_before(catalogue, sample_day, name):
    content = (SAMPLES / "broken" / f"{name}.xlsx").read_bytes()
    before = check_workbook(catalogue, content, "a.xlsx", today=sample_day)
    after = check_workbook(catalogue, annotate(content, before.problems).content, "a.xlsx", today=sample_day)

    assert before.problems
    assert (after.verdict, after.problems, after.sheets) == (before.verdict, before.problems, before.sheets)
    assert all(after.tables[form].equals(table) for form, table in before.tables.items())


@pytest.mark.parametrize("editor", EDITORS)
def test_what_was_mended_is_marked_no_more(tmp_path, editor):
    first = annotate(full_of_things(), [problem("People", cell) for cell in ("A2", "A4", "B5", "C6", "D7")])
    back = editor(first.content, tmp_path)
    second = annotate(back, [problem("People", "C6", level=Level.WARNING), problem("It's <other> & more", "A1")])
    sheet = opened(second.content)["People"]

    assert second.sheet == first.sheet == "Problems"
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"A2", "C6"}
    assert sheet["A2"].comment.text.strip() == "a colleague's <note>"
    assert sheet["C6"].comment.text.count("Life after return:") == 1
    assert [sheet[cell].fill.patternType for cell in ("A2", "A4", "D7")] == [None] * 3
    assert sheet["C6"].fill.fgColor.rgb == "FFD3E6F6"
    assert faults(second.content) == faults(back)


def test_a_cell_gets_back_the_colour_it_had():
    first = annotate(full_of_things(), [problem("People", "B5")])
    second = annotate(first.content, [])
    sheet = opened(second.content)["People"]

    assert (sheet["B5"].fill.fgColor.rgb, sheet["B5"].number_format) == ("FFFFFF00", "yyyy-mm-dd")


def test_the_list_is_written_anew():
    first = annotate(full_of_things(), [problem("People", cell) for cell in ("A2", "A4")])
    second = annotate(first.content, [problem("People", "A9")])
    book = opened(second.content)

    assert book.sheetnames == ["People", "It's <other> & more", "Problems"]
    assert [row[1].value for row in book["Problems"].iter_rows(min_row=5)] == ["A9"]


def test_an_office_that_likes_our_colour_keeps_it():
    book = opened(full_of_things())
    book["People"]["A9"].fill = PatternFill("solid", fgColor="FFFFD8B1")
    sheet = opened(annotate(saved(book), [problem("People", "A3")]).content)["People"]

    assert sheet["A9"].fill.fgColor.rgb == "FFFFD8B1"


def test_a_sheet_of_problems_that_is_the_offices_own_is_not_passed_over(catalogue, sample_day):
    book = opened((SAMPLES / "good" / "moldova.xlsx").read_bytes())
    book.create_sheet("Problems").append(["car", "house", "roof"])
    found = check_workbook(catalogue, saved(book), "a.xlsx", today=sample_day)

    assert [(each.code, each.sheet) for each in found.problems] == [("unknown_sheet", "Problems")]


def test_a_name_in_a_colleagues_note_is_found_above_our_words(catalogue, sample_day):
    book = opened((SAMPLES / "broken" / "not_on_list.xlsx").read_bytes())
    book["follow_ups"]["S7"].comment = Comment("call her on +373 69 123 456", "Ana")
    content = saved(book)
    problems = [problem("follow_ups", "S7")]
    before, after = (
        check_workbook(catalogue, each, "a.xlsx", today=sample_day)
        for each in (content, annotate(content, problems).content)
    )

    assert [each.code for each in before.problems] == ["identifying_note"]
    assert after.problems == before.problems
