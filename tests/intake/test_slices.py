"""A sheet reads the same however it is cut into slices."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_workbooks import good, saved, written
from openpyxl import Workbook

from monitoring.intake.anatomy import open_workbook
from monitoring.intake.slice_reader import SliceReader
from monitoring.intake.slices import SheetXml
from monitoring.intake.workbook import read_workbook


def texts(content: bytes, size: int):
    """Row number -> the texts of its cells, of the first sheet read in slices of a size."""
    archive, anatomy = open_workbook(content)
    reader = SliceReader(archive, anatomy)
    with archive.open(anatomy.sheets[0].path) as stream:
        table, errors = reader.assemble([reader.read(each) for each in SheetXml(stream).slices(size)])
    rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
    return {row: cells for row, *cells in rows if any(cells)}, errors


@settings(max_examples=8, deadline=None)
@given(size=st.integers(200, 6_000))
def test_slices_of_any_size_give_the_same_cells(catalogue, size):
    content = written(good(catalogue))

    assert texts(content, size) == texts(content, 10**9)


@pytest.fixture
def scattered() -> bytes:
    """Cells far from the corner, with gaps, an error value, a formula without a result and merged cells."""
    book = Workbook()
    sheet = book.active
    sheet["C4"], sheet["E4"] = "first", 12
    sheet["D9"], sheet["C9"] = "last", "#REF!"
    sheet["C9"].data_type = "e"
    sheet["F7"], sheet["B2"] = "=1+1", "=1+1"
    sheet.merge_cells("C5:D6")
    return saved(book)


@pytest.mark.parametrize("size", [300, 10**9])
def test_addresses_are_those_of_the_sheet(scattered, size):
    cells, errors = texts(scattered, size)

    assert cells == {4: [None, None, "first", None, "12"], 9: [None, None, None, "last", None]}
    assert errors == [(9, 2)]


def test_the_child_tells_what_reads_as_empty(scattered):
    (sheet,) = read_workbook(scattered)

    assert (sheet.errors, sheet.without_value, sheet.merged) == (((9, 2),), ("B2", "F7"), ("C5:D6",))
    assert sheet.rows.to_list() == [2, 3, 4, 5, 6, 7, 8, 9]
    assert sheet.columns[2].top(4) == [None, None, "first", None]


def test_rows_without_numbers_are_counted():
    """Allowed by the standard, and written by some programs."""
    space = b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rows = b"".join(b'<x:row><x:c t="str"><x:v>%b</x:v></x:c></x:row>' % text for text in (b"one", b"two"))
    xml = b"<x:worksheet " + space + b"><x:sheetData>" + rows + b"</x:sheetData></x:worksheet>"
    archive, anatomy = open_workbook(saved(Workbook()))
    (only,) = SheetXml(BytesIO(xml)).slices(50)
    piece = SliceReader(archive, anatomy).read(only)

    assert (list(piece.rows), piece.column(0).to_pylist()) == ([1, 2], ["one", "two"])
