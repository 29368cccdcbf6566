"""Writes a survey as an XLSForm workbook: the sheets survey, choices and settings. Knows the tool's columns."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.derive.xlsform import Survey
from monitoring.derive.xlsform_lists import offered_lists
from monitoring.derive.xlsform_row import OfferedList, SurveyRow
from monitoring.derive.xlsform_words import LANGUAGES, language_heading, said
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Words

_ONCE = ("required", "relevant", "constraint", "calculation", "trigger", "appearance", "default")
_TRANSLATED = ("label", "hint", "constraint_message", "required_message")
_WIDTHS = {"A": 28, "B": 30, "C": 60, "D": 60}


def xlsform_workbook(catalogue: Catalogue, form: Form, survey: Survey, language: str) -> bytes:
    """The workbook as .xlsx bytes. It has all languages; `language` is the one it opens in."""
    book = Workbook()
    sheet = book.active
    sheet.title = "survey"
    _fill(sheet, ["type", "name", *_headings(_TRANSLATED), *_ONCE], map(_survey_row, survey.rows))
    used = {row.type.split(" ")[1] for row in survey.rows if row.type.startswith("select_")}
    lists = {each.name: each for each in offered_lists(form, catalogue.missing)}
    ages = _ages(catalogue)
    wanted = [each for name, each in {**lists, ages.name: ages}.items() if name in used]
    _fill(book.create_sheet("choices"), ["list_name", "name", *_headings(("label",))], _choices_rows(wanted))
    settings = ["form_title", "form_id", "version", "default_language"]
    version = f"{form.version}-{catalogue.fingerprint[:10]}"
    values = [form.label.get(language) or form.label["en"], form.name, version, language_heading(language)]
    _fill(book.create_sheet("settings"), settings, [values])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _ages(catalogue: Catalogue) -> OfferedList:
    """The age groups: asked on forms that do not hold the person's own row."""
    declared = catalogue.question("survivors", "age_band").choices
    assert declared is not None
    return OfferedList(declared.name, tuple((each.code, each.label) for each in declared.choices))


def _headings(columns: Sequence[str]) -> list[str]:
    return [f"{column}::{language_heading(language)}" for column in columns for language in LANGUAGES]


def _survey_row(row: SurveyRow) -> list[str]:
    needed = said("needed") if row.required else {}
    texts = (row.label, row.hint, row.message, needed)
    translated = [text.get(language, "") for text in texts for language in LANGUAGES]
    once = ["yes" if row.required else "", *(getattr(row, column) for column in _ONCE[1:])]
    return [row.type, row.name, *translated, *once]


def _choices_rows(lists: Iterable[OfferedList]) -> Iterable[list[str]]:
    for each in lists:
        for code, label in each.answers:
            yield [each.name, code, *_in_all(label)]


def _in_all(label: Words) -> list[str]:
    return [label.get(language) or label["en"] for language in LANGUAGES]


def _fill(sheet: Worksheet, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    sheet.append(list(headings))
    for row in rows:
        sheet.append([text or None for text in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=len(str(cell.value or "")) < 300)
    sheet.freeze_panes = "C2"
