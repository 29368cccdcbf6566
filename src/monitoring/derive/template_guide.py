"""The first sheet of the Excel template: what the workbook is for and how to fill it in, on one screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.derive import template_style as style
from monitoring.derive.template_words import said
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form

_WIDTHS = {"A": 3, "B": 26, "C": 96}
_HOW = ("one", "two", "three", "four", "five")


@dataclass(frozen=True, slots=True)
class Guide:
    """What a guide is written for. `tabs` has the name of each form's sheet; `country` is a name, not a code."""

    catalogue: Catalogue
    language: str
    tabs: Mapping[str, str]
    version: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: a text over both columns, or a word on the left and what it means on the right."""

    text: str
    font: Font = style.TEXT_FONT
    meaning: str = ""
    leads_to: str = ""


def write_guide(sheet: Worksheet, guide: Guide) -> None:
    """Title, what it is, the sheets with links, how to fill them in, reasons for no answer, headings, version."""
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for row, line in enumerate(_lines(guide), 2):
        left = sheet.cell(row, 2, line.text)
        left.font, left.alignment = line.font, style.TITLE_PLACE if line.font.bold else style.TEXT_PLACE
        if line.leads_to:
            left.hyperlink = f"#'{line.leads_to}'!A1"
            left.font = style.LINK_FONT
        if line.meaning:
            right = sheet.cell(row, 3, line.meaning)
            right.font, right.alignment = style.TEXT_FONT, style.TEXT_PLACE
        else:
            sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=3)
        sheet.row_dimensions[row].height = _height(line)


def _lines(guide: Guide) -> Iterator[_Line]:
    language = guide.language
    yield _Line(said("guide.title", language), style.TITLE_FONT)
    if guide.country:
        yield _Line(said("guide.for_country", language, country=guide.country), style.SECTION_FONT)
    yield _Line(said("guide.what", language))
    yield _section("sheets", language)
    yield from (_of_form(form, guide) for form in guide.catalogue.forms.values())
    yield _section("how", language)
    yield from (_Line(f"{at}.  {said(f'guide.{each}', language)}") for at, each in enumerate(_HOW, 1))
    yield _section("headings", language)
    yield from _about_headings(guide)
    yield _section("missing", language)
    yield _Line(said("guide.missing_why", language))
    yield from (_Line(text) for text in _reasons(guide).values())
    yield _Line("")
    yield _Line(said("guide.version", language, version=guide.version), style.SMALL_FONT)


def _section(name: str, language: str) -> _Line:
    return _Line(said(f"guide.{name}", language), style.SECTION_FONT)


def _of_form(form: Form, guide: Guide) -> _Line:
    row_is = form.row_is.get(guide.language) or form.row_is["en"]
    tab = guide.tabs[form.name]
    return _Line(tab, meaning=said("guide.sheet", guide.language, row_is=row_is), leads_to=tab)


def _about_headings(guide: Guide) -> Iterator[_Line]:
    needed, sensitive = (said(name, guide.language) for name in ("needed", "sensitive"))
    not_asked = _reasons(guide).get("not_asked", "not_asked")
    yield _Line(said("guide.needed", guide.language, needed=needed))
    yield _Line(said("guide.sensitive", guide.language, sensitive=sensitive, not_asked=not_asked))
    yield _Line(said("guide.others", guide.language))


def _reasons(guide: Guide) -> dict[str, str]:
    labels = guide.catalogue.missing.labels
    return {code: label.get(guide.language) or label["en"] for code, label in labels.items()}


def _height(line: _Line) -> float:
    """Excel does not raise a merged row for its text: about 130 letters fit on a line at 11 points."""
    size = float(line.font.size)
    lines = ceil(len(line.text) * size / 11 / 130) or 1
    space = 14 if line.font is style.SECTION_FONT else 4
    return lines * size * 1.4 + space
