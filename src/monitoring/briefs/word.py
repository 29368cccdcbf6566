"""The same brief as a Word document to be edited: headings, tables and lists as Word's own, no picture of text."""

import io
from typing import Any

from monitoring.domain.brief import BigNumber, Brief, Table

_INK, _ACCENT, _MUTED = "10181C", "0B5A6B", "56616A"
_WASH, _RULE = "F6F4EF", "D9D4C8"
_FILLED, _EMPTY = "●", "○"
_PAGE_WIDTH = 174  # millimetres between the margins


def as_word(brief: Brief) -> bytes:
    """The document, on A4, in the order of the page."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(12)
    _styles(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = brief.title, brief.product, brief.language
    _muted(document.add_paragraph(), f"{brief.product} · {brief.place}")
    document.add_heading(brief.title, level=1)
    document.add_paragraph(" ".join(brief.lead))
    _strip(document, brief.numbers, size=17)
    if brief.flow:
        _muted(document.add_paragraph(), brief.flow_title)
        _strip(document, brief.flow, size=11)
    _outcomes(document, brief)
    _tenths(document, brief)
    _tables(document, brief)
    _muted(document.add_paragraph(), " · ".join(f"{name}: {value}" for name, value in brief.basis))
    _muted(document.add_paragraph(), " ".join(brief.notes))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _tables(document: Any, brief: Brief) -> None:
    if brief.people is not None:
        _table(document, brief.people)
    for heading, sentences in brief.sections:
        document.add_heading(heading, level=2)
        for sentence in sentences:
            document.add_paragraph(sentence, style="List Bullet")
    for each in (brief.targets, brief.places):
        if each is not None:
            _table(document, each)


def _styles(document: Any) -> None:
    from docx.shared import Pt, RGBColor

    for name, size, after in (
        ("Normal", 9.5, 3),
        ("Heading 1", 20, 4),
        ("Heading 2", 11.5, 2),
        ("List Bullet", 9.5, 1),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = "Georgia", Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.update(_everywhere("Georgia"))
        style.paragraph_format.space_after = Pt(after)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(7)
    document.styles["Heading 1"].font.color.rgb = RGBColor.from_string(_INK)
    document.styles["Heading 2"].font.color.rgb = RGBColor.from_string(_ACCENT)


def _everywhere(font: str) -> dict[str, str]:
    """A heading's font is the theme's unless each script's is named."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return {f"{space}{script}": font for script in ("ascii", "hAnsi", "eastAsia", "cs")}


def _strip(document: Any, numbers: tuple[BigNumber, ...], *, size: int) -> None:
    from docx.shared import Pt, RGBColor

    if not numbers:
        return
    table = document.add_table(rows=2, cols=len(numbers))
    for at, each in enumerate(numbers):
        for row in (0, 1):
            _shaded(table.cell(row, at))
        run = table.cell(0, at).paragraphs[0].add_run(each.text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(size), RGBColor.from_string(_ACCENT)
        table.cell(0, at).paragraphs[0].paragraph_format.space_after = Pt(0)
        _muted(table.cell(1, at).paragraphs[0], each.label)


def _outcomes(document: Any, brief: Brief) -> None:
    if not brief.outcomes:
        return
    rows = tuple((each.label, each.before.text, each.now.text, each.direction) for each in brief.outcomes)
    _table(document, Table(brief.outcomes_title, brief.outcomes_head, rows))


def _tenths(document: Any, brief: Brief) -> None:
    if not brief.tenths:
        return
    document.add_heading(brief.tenths_title, level=2)
    for tenths, sentence in brief.tenths:
        document.add_paragraph(f"{_FILLED * tenths}{_EMPTY * (10 - tenths)}  {sentence}")


def _table(document: Any, told: Table) -> None:
    """Rules between rows alone; numbers to the right, the first column wide."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    document.add_heading(told.title, level=2)
    table = document.add_table(rows=0, cols=len(told.head))
    table.autofit = False
    first = 0.34 if len(told.head) > 2 else 0.6
    for at, row in enumerate((told.head, *told.rows)):
        cells = table.add_row().cells
        for place, (cell, words) in enumerate(zip(cells, row, strict=True)):
            share = first if place == 0 else (1 - first) / (len(told.head) - 1)
            cell.width = Mm(round(_PAGE_WIDTH * share))
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            if place:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if at == 0:
                _muted(paragraph, words)
            else:
                paragraph.add_run(words).font.size = Pt(9)
            _ruled(cell)
    if told.note:
        _muted(document.add_paragraph(), told.note)


def _shaded(cell: Any) -> None:
    _property(cell, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _WASH})


def _ruled(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tcBorders")
    bottom = OxmlElement("w:bottom")
    for name, value in {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": _RULE}.items():
        bottom.set(qn(name), value)
    borders.append(bottom)
    cell._tc.get_or_add_tcPr().append(borders)


def _property(cell: Any, name: str, facts: dict[str, str]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in facts.items():
        element.set(qn(key), value)
    cell._tc.get_or_add_tcPr().append(element)


def _muted(paragraph: Any, text: str) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8), RGBColor.from_string(_MUTED)
