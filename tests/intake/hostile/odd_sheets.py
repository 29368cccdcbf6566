"""Sheets whose cells lie far away, in the wrong place, unseen, or are not what they seem."""

import re

from zip_parts import SHEET, parts_of, replaced, with_cell, with_parts, with_rows, with_sheet, zipped

ONE = b'<c r="%b" t="str"><v>x</v></c>'
FAR = b'<row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="%d"><c r="XFD%d" t="str"><v>x</v></c></row>'
FORMATTED = b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>'
MILLION = 1_000_000


def formatted_rows(cells: bool, hidden: bool = False) -> bytes:
    """A million rows that someone has coloured from top to bottom."""
    mark = b' hidden="1"' if hidden else b""
    if cells:
        return b"".join(FORMATTED % (row, row, row) for row in range(50, MILLION))
    return b"".join(b'<row r="%d" s="1" customFormat="1"%b/>' % (row, mark) for row in range(50, MILLION))


def filled_rows(number: int) -> bytes:
    """Rows that go on and on, as of a sheet that was filled down to its end."""
    return b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(50, number))


def different_texts(number: int) -> bytes:
    """Every cell says something else."""
    cell = b'<row r="%d"><c r="A%d" t="str"><v>office-code-%d</v></c></row>'
    return b"".join(cell % (row, row, row) for row in range(50, number))


def counted_from_1904(book: bytes) -> bytes:
    """As Excel for the Mac once did: the same days, counted from another day."""
    parts = parts_of(book)
    for name, xml in parts.items():
        if name.startswith("xl/worksheets/"):
            parts[name] = re.sub(rb'(s="1"><v>)(4\d{4})(</v>)', _four_years_less, xml)
    changed = parts["xl/workbook.xml"].replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
    assert changed != parts["xl/workbook.xml"]
    return zipped({**parts, "xl/workbook.xml": changed})


def _four_years_less(found: re.Match[bytes]) -> bytes:
    return found[1] + b"%d" % (int(found[2]) - 1462) + found[3]


def plain_numbers_for_days(book: bytes) -> bytes:
    """The first day of the sheet without its date format."""
    parts = parts_of(counted_from_1904(book))
    xml = re.sub(rb'(<c r="[A-Z]+2") s="1"(><v>4\d{4}</v>)', rb"\1\2", parts[SHEET], count=1)
    assert xml != parts[SHEET]
    return zipped({**parts, SHEET: xml})


def shown_as_a_day(book: bytes, number: bytes) -> bytes:
    """Another number in the first cell that has a date format."""
    parts = parts_of(book)
    xml = re.sub(rb'(<c r="[A-Z]+2" s="1"><v>)4\d{4}(</v>)', rb"\g<1>%b\2" % number, parts[SHEET], count=1)
    assert xml != parts[SHEET]
    return zipped({**parts, SHEET: xml})


def with_columns(book: bytes, columns: bytes) -> bytes:
    return replaced(book, SHEET, b"<sheetData>", b"<cols>" + columns + b"</cols><sheetData>")


CASES = [
    (
        "a cell at XFD1048576",
        ["far_cell"],
        lambda book: with_rows(book, FAR[FAR.index(b'<row r="%d"') :] % (1048576, 1048576)),
    ),
    ("cells at both ends of a sheet", ["far_cell"], lambda book: with_sheet(book, FAR % (900_000, 900_000))),
    ("a cell in column XFD", ["far_cell"], lambda book: with_cell(book, b"A2", ONE % b"A2" + ONE % b"XFD2")),
    (
        "a format in column XFD",
        [],
        lambda book: with_cell(book, b"A2", b'<c r="A2" t="str"><v>MD-0001</v></c><c r="XFD2" s="1"/>'),
    ),
    (
        "a row 99,999,999",
        ["unreadable_workbook"],
        lambda book: with_rows(book, b'<row r="99999999">' + ONE % b"A99999999" + b"</row>"),
    ),
    (
        "a cell A99999999",
        ["unreadable_workbook"],
        lambda book: with_rows(book, b'<row r="9">' + ONE % b"A99999999" + b"</row>"),
    ),
    ("a cell A0", ["unreadable_workbook"], lambda book: with_rows(book, b'<row r="9">' + ONE % b"A0" + b"</row>")),
    (
        "a cell in another row than its own",
        ["unreadable_workbook"],
        lambda book: with_rows(book, b'<row r="9">' + ONE % b"A12" + b"</row>"),
    ),
    (
        "a lying dimension",
        [],
        lambda book: with_parts(
            book, {SHEET: re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:B2"/>', parts_of(book)[SHEET])}
        ),
    ),
    (
        "a boundless dimension",
        [],
        lambda book: with_parts(
            book,
            {SHEET: re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:XFD1048576"/>', parts_of(book)[SHEET])},
        ),
    ),
    ("a million formatted rows", [], lambda book: with_rows(book, formatted_rows(cells=False))),
    ("a million rows of formatted cells", [], lambda book: with_rows(book, formatted_rows(cells=True))),
    ("a million hidden rows", [], lambda book: with_rows(book, formatted_rows(cells=False, hidden=True))),
    (
        "a million rows filled in",
        ["too_large"],
        lambda book: with_rows(book, filled_rows(MILLION)),
    ),
    (
        "95,000 different codes",
        ["required_answer", "return_date_missing"],
        lambda book: with_rows(book, different_texts(95_000)),
    ),
    ("500,000 rows", ["too_large"], lambda book: with_rows(book, different_texts(500_000))),
    (
        "a formula that was never calculated",
        ["formula_without_value"],
        lambda book: with_cell(book, b"A2", b'<c r="A2"><f>B2&amp;1</f></c>'),
    ),
    (
        "the same, on lines of its own",
        ["formula_without_value"],
        lambda book: with_cell(book, b"A2", b'<c r="A2">\n <f>B2</f>\n <v/>\n</c>'),
    ),
    ("an error value", ["error_cell"], lambda book: with_cell(book, b"A2", b'<c r="A2" t="e"><v>#REF!</v></c>')),
    (
        "merged cells",
        ["merged_cells"],
        lambda book: replaced(
            book, SHEET, b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
        ),
    ),
    (
        "a hidden sheet",
        ["hidden_sheet"],
        lambda book: replaced(book, "xl/workbook.xml", b'sheetId="1"', b'sheetId="1" state="veryHidden"'),
    ),
    ("hidden rows", ["hidden_rows"], lambda book: replaced(book, SHEET, b'<row r="2"', b'<row r="2" hidden="1"')),
    (
        "hidden columns",
        ["hidden_columns"],
        lambda book: with_columns(book, b'<col min="1" max="2" width="0" hidden="1"/>'),
    ),
    (
        "columns hidden beyond the table",
        [],
        lambda book: with_columns(book, b'<col min="900" max="16384" hidden="1"/>'),
    ),
    (
        "a heading twice",
        ["duplicate_heading"],
        lambda book: with_cell(book, b"B1", b'<c r="B1" t="str"><v>survivor_id</v></c>'),
    ),
    ("a large number shown as a day", ["not_a_date"], lambda book: shown_as_a_day(book, b"99999999")),
    ("a telephone number shown as a day", ["not_a_date"], lambda book: shown_as_a_day(book, b"254712345678")),
    ("a day before all days", ["not_a_date"], lambda book: shown_as_a_day(book, b"-1000000000000000")),
    ("days counted from 1904", [], counted_from_1904),
    ("numbers counted from 1904", ["day_as_number"], plain_numbers_for_days),
    (
        "a text that is not there",
        ["unreadable_workbook"],
        lambda book: with_cell(book, b"A2", b'<c r="A2" t="s"><v>999999</v></c>'),
    ),
    ("a cell broken off", ["unreadable_workbook"], lambda book: with_sheet(book, b'<row r="1"><c r="A1"><v>1')),
]
