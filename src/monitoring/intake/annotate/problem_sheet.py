"""The sheet of problems that an annotated workbook gets: one row a problem, each with a link to its cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from monitoring.intake.addresses import letters
from monitoring.intake.annotate.xml_bytes import quoted, text

_WIDTHS = (22, 10, 20, 60, 60, 34)
_FIRST = 5
_LINE, _TITLE_LINE = 15, 24
MOST_LINKS = 65_530
"""Excel's own limit for the links of one sheet."""


@dataclass(frozen=True, slots=True)
class Line:
    """One problem in words. `kind` is a level's name; `leads_to` a place in the workbook, such as 'Sheet'!B3."""

    sheet: str
    cell: str
    kind: str
    kind_said: str
    says: str
    fix: str
    marked: str
    leads_to: str


def problem_sheet(
    main: str,
    title: str,
    notes: Sequence[str],
    headings: Sequence[str],
    lines: Sequence[Line],
    styles: Mapping[str, int],
) -> bytes:
    """A worksheet of `main` namespace. Texts stand in the cells themselves, the shared ones stay as they are."""
    rows = b"".join(_rows(title, notes, headings, lines, styles))
    links = b"".join(
        b'<hyperlink ref="B%d" location=%b/>' % (at, quoted(line.leads_to))
        for at, line in enumerate(lines[:MOST_LINKS], _FIRST)
        if line.leads_to
    )
    columns = b"".join(
        b'<col min="%d" max="%d" width="%d" customWidth="1"/>' % (at, at, width) for at, width in enumerate(_WIDTHS, 1)
    )
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns=%b>'
        b'<sheetPr><tabColor rgb="FFB4561B"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F%d"/>'
        b'<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d"'
        b' activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A%d" sqref="A%d"/>'
        b'</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>%b</cols><sheetData>%b</sheetData>%b'
        b'<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ) % (
        quoted(main), len(lines) + _FIRST - 1, _FIRST - 1, _FIRST, _FIRST, _FIRST, columns, rows,
        b"<hyperlinks>" + links + b"</hyperlinks>" if links else b"",
    )  # fmt: skip


def _rows(
    title: str, notes: Sequence[str], headings: Sequence[str], lines: Sequence[Line], styles: Mapping[str, int]
) -> Iterator[bytes]:
    yield _row(1, [(title, styles["title"])])
    for at, note in enumerate(notes, 2):
        yield _row(at, [(note, styles["note"])])
    yield _row(_FIRST - 1, [(heading, styles["heading"]) for heading in headings])
    plain = styles["text"]
    for at, line in enumerate(lines, _FIRST):
        link = styles["link"] if line.leads_to and at < _FIRST + MOST_LINKS else plain
        cells = [(line.sheet, plain), (line.cell, link), (line.kind_said, styles[line.kind])]
        yield _row(at, [*cells, (line.says, plain), (line.fix, plain), (line.marked, plain)])


def _height(cells: Sequence[tuple[str, int]]) -> int:
    """In points, as high as the longest text needs: LibreOffice does not fit rows to wrapped texts when it opens."""
    lines = [ceil(len(words) * 1.1 / width) for (words, _), width in zip(cells, _WIDTHS, strict=False)]
    return _LINE * max(lines, default=1)


def _row(number: int, cells: Sequence[tuple[str, int]]) -> bytes:
    written = (
        b'<c r="%b%d" s="%d" t="inlineStr"><is><t xml:space="preserve">%b</t></is></c>'
        % (letters(column).encode(), number, style, text(words))
        for column, (words, style) in enumerate(cells)
    )
    points = _TITLE_LINE if number == 1 else max(_height(cells), _LINE) if number >= _FIRST else _LINE
    high = b' ht="%d" customHeight="1"' % points
    return b'<row r="%d"%b>' % (number, high) + b"".join(written) + b"</row>"
