"""The template, filled in by hand and saved by another program, is ready; so is the template that nobody filled in."""

import shutil
import subprocess
from datetime import date
from io import BytesIO

import pytest
from office_workbooks import checked, good, saved, told, written
from openpyxl import load_workbook
from polars.testing import assert_frame_equal

from monitoring.derive.excel_template import excel_template
from monitoring.domain.form import QuestionType
from monitoring.domain.verdict import Verdict

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def filled_in(catalogue, language):
    """As an office would: in the order of the columns, with answers as the drop-downs offer them."""
    book = load_workbook(BytesIO(excel_template(catalogue, language=language)))
    for form in catalogue.forms.values():
        sheet = book[form.label[language]]
        for row, answers in enumerate(good(catalogue)[form.name], 3):
            for column, question in enumerate(form.questions, 1):
                sheet.cell(row, column, as_offered(question, answers.get(question.name), language))
    return book


def as_offered(question, value, language):
    if question.type is QuestionType.YES_NO and language == "fr":
        return {"yes": "oui", "no": "non"}.get(value, value)
    if value is None or question.choices is None:
        return value
    labels = {choice.code: choice.label[language] for choice in question.choices.choices}
    codes = str(value).split() if question.type.takes_many else [str(value)]
    return "; ".join(labels[code] for code in codes)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_template_filled_in_gives_the_same_rows_as_a_plain_sheet(catalogue, language):
    plain = checked(catalogue, written(good(catalogue)))
    workbook = checked(catalogue, saved(filled_in(catalogue, language)))

    assert (workbook.verdict, told(workbook)) == (Verdict.READY, [])
    for form, table in plain.tables.items():
        assert_frame_equal(workbook.tables[form].drop("sheet_row"), table.drop("sheet_row"))
        assert workbook.tables[form]["sheet_row"].to_list() == list(range(3, 3 + table.height))


def test_the_template_without_its_hidden_names_is_known_by_its_labels(catalogue):
    book = filled_in(catalogue, "en")
    for form in catalogue.forms.values():
        book[form.label["en"]].delete_rows(1)

    assert told(checked(catalogue, saved(book))) == []


def test_an_empty_template_says_that_nothing_is_filled_in(catalogue):
    assert told(checked(catalogue, excel_template(catalogue))) == [("empty_workbook", None, None)]


@pytest.mark.office
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_template_saved_by_libreoffice_loads_without_a_problem(catalogue, tmp_path, language):
    assert OFFICE, "LibreOffice is needed for this test: install the system's package libreoffice-calc"
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.mkdir()
    book = filled_in(catalogue, language)
    book.save(mine / "filled.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(theirs),
        str(mine / "filled.xlsx"),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    workbook = checked(catalogue, (theirs / "filled.xlsx").read_bytes())
    plain = checked(catalogue, saved(book))

    assert (workbook.verdict, told(workbook)) == (Verdict.READY, [])
    assert workbook.tables["follow_ups"]["contact_date"].to_list() == [date(2025, 1, 20), date(2025, 4, 10)]
    for form, table in plain.tables.items():
        assert_frame_equal(workbook.tables[form], table)
