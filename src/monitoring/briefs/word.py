"""The same brief as a Word document to be edited: headings, a table and lists as Word's own, no picture of text."""

import io
from typing import Any

from monitoring.domain.brief import Brief

_ACCENT, _MUTED = (0x0B, 0x5A, 0x6B), (0x56, 0x61, 0x6A)


def as_word(brief: Brief) -> bytes:
    """The document, on A4, in the order of the page."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(14)
    _styles(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = brief.title, brief.product, brief.language
    _muted(document.add_paragraph(), f"{brief.product} · {brief.place}")
    document.add_heading(brief.title, level=1)
    document.add_paragraph(" ".join(brief.lead))
    _strip(document, brief)
    _outcomes(document, brief)
    for heading, sentences in brief.sections:
        document.add_heading(heading, level=2)
        for sentence in sentences:
            document.add_paragraph(sentence, style="List Bullet")
    _table(document, brief)
    _muted(document.add_paragraph(), " · ".join(f"{name}: {value}" for name, value in brief.basis))
    _muted(document.add_paragraph(), " ".join(brief.notes))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _styles(document: Any) -> None:
    from docx.shared import Pt, RGBColor

    for name, size in (("Normal", 10), ("Heading 1", 22), ("Heading 2", 12), ("List Bullet", 10)):
        style = document.styles[name]
        style.font.name, style.font.size = "Georgia", Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.update(_everywhere("Georgia"))
        style.paragraph_format.space_after = Pt(4)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x10, 0x18, 0x1C)
    document.styles["Heading 2"].font.color.rgb = RGBColor(*_ACCENT)


def _everywhere(font: str) -> dict[str, str]:
    """A heading's font is the theme's unless each script's is named."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return {f"{space}{script}": font for script in ("ascii", "hAnsi", "eastAsia", "cs")}


def _strip(document: Any, brief: Brief) -> None:
    from docx.shared import Pt

    if not brief.numbers:
        return
    table = document.add_table(rows=2, cols=len(brief.numbers))
    for at, each in enumerate(brief.numbers):
        run = table.cell(0, at).paragraphs[0].add_run(each.text)
        run.bold, run.font.size = True, Pt(18)
        _muted(table.cell(1, at).paragraphs[0], each.label)


def _outcomes(document: Any, brief: Brief) -> None:
    if not brief.outcomes:
        return
    document.add_heading(brief.outcomes_title, level=2)
    table = document.add_table(rows=0, cols=4, style="Light List Accent 1")
    for each in brief.outcomes:
        cells = table.add_row().cells
        for cell, text in zip(cells, (each.label, each.before.text, each.now.text, each.direction), strict=True):
            cell.text = text
    _muted(document.add_paragraph(), brief.key)


def _table(document: Any, brief: Brief) -> None:
    if not brief.table:
        return
    document.add_heading(brief.table_title, level=2)
    table = document.add_table(rows=0, cols=len(brief.table[0]), style="Light List Accent 1")
    for row in brief.table:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _muted(paragraph: Any, text: str) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), RGBColor(*_MUTED)
