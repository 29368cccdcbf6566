"""A zip of .csv files, one for a form and one for each of its repeats: read as the workbook with the same sheets."""

import csv
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from office_workbooks import checked, good, written
from openpyxl import load_workbook

from monitoring.domain.verdict import Verdict
from monitoring.intake import limits


def as_zip(workbook, *, names=lambda title: f"{title}.csv", more=()):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for sheet in load_workbook(BytesIO(workbook)):
            text = StringIO(newline="")
            rows = sheet.iter_rows(values_only=True)
            csv.writer(text).writerows(["" if cell is None else _said(cell) for cell in row] for row in rows)
            archive.writestr(names(sheet.title), text.getvalue())
        for name, content in more:
            archive.writestr(name, content)
    return out.getvalue()


def _said(cell):
    return cell.date().isoformat() if hasattr(cell, "hour") else str(cell)


def test_the_tables_of_a_zip_are_the_sheets_of_a_workbook(catalogue):
    whole = checked(catalogue, written(good(catalogue)))
    zipped = checked(catalogue, as_zip(written(good(catalogue))), file="answers.zip")

    assert (zipped.verdict, zipped.problems) == (Verdict.READY, ())
    assert {name: table.to_dicts() for name, table in zipped.tables.items()} == {
        name: table.to_dicts() for name, table in whole.tables.items()
    }


def test_the_ending_of_its_name_does_not_matter_and_folders_do_not_either(catalogue):
    content = as_zip(written(good(catalogue)), names=lambda title: f"export/{title}.csv")

    assert checked(catalogue, content, file="answers.xlsx").verdict is Verdict.READY


def test_a_mistake_is_told_by_the_name_of_its_table(catalogue):
    sheets = good(catalogue)
    sheets["survivors"][0]["gender"] = "womann"
    (problem,) = checked(catalogue, as_zip(written(sheets)), file="answers.zip").problems

    assert (problem.code, problem.sheet) == ("not_on_list", "survivors")


@pytest.mark.parametrize("name", ["media/a.jpg", "notes.pdf", "form - audit.csv", "media/audit.csv"])
def test_other_files_are_not_opened_and_it_is_said_that_they_are_left(catalogue, name):
    content = as_zip(written(good(catalogue)), more=[(name, b"Tejeverde\x00")])
    workbook = checked(catalogue, content, file="answers.zip")

    assert (workbook.verdict, [each.code for each in workbook.problems]) == (Verdict.READY, ["zip_with_other_files"])
    assert "Tejeverde" not in repr(workbook)


def test_a_repeat_in_a_repeat_finds_its_own_parent(catalogue):
    """As ODK Central writes it: each table points at the KEY of the one around it."""
    people = "SubmissionDate,KEY,survivor_id,meta-instanceID\n2025-06-01,uuid:1,MD-0001,uuid:1\n"
    visits = "PARENT_KEY,KEY,round,contact_date,status\nuuid:1,uuid:1/visit[1],0,2025-01-20,not_reached\n"
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("survey.csv", people)
        archive.writestr("survey-follow_ups.csv", visits)
    workbook = checked(catalogue, out.getvalue(), file="survey.zip", country="MD")

    assert workbook.tables["follow_ups"].select("survivor_id", "round", "status").rows() == [
        ("MD-0001", "0", "not_reached")
    ]


def test_names_of_people_in_a_zip_keep_it_out(catalogue):
    content = as_zip(written(good(catalogue)), more=[("kin.csv", "Full name,Phone\nAna Tejeverde,+373 69 123 456\n")])
    workbook = checked(catalogue, content, file="answers.zip")

    assert (workbook.verdict, [each.code for each in workbook.problems]) == (Verdict.REFUSED, ["identifying_sheet"])


HOSTILE = {
    "a bomb": (lambda: [("follow_ups.csv", b"a,b\n" * 20_000_000)], "zip_bomb"),
    "an unclosed quotation mark": (lambda: [("x.csv", 'a,b\n"1,2\n')], "open_quotation_mark"),
    "no table": (lambda: [("x.csv", b"\x00\x01\x02")], "not_a_table"),
    "too many": (lambda: [(f"{at}.csv", "a,b\n1,2\n") for at in range(limits.MAX_SHEETS + 1)], "too_large"),
    "a name that means another place": (lambda: [("../x.csv", "a,b\n1,2\n")], "unreadable_workbook"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_zip_is_refused_in_a_sentence(catalogue, what):
    parts, code = HOSTILE[what]
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts():
            archive.writestr(name, content)
    workbook = checked(catalogue, out.getvalue(), file="answers.zip")

    assert (workbook.verdict, [each.code for each in workbook.problems]) == (Verdict.REFUSED, [code])
