"""Reads slices of a sheet into texts by column, and puts them together. Runs in the limited child."""

import re
import sys
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from monitoring.intake import limits
from monitoring.intake.addresses import letters
from monitoring.intake.anatomy import Anatomy
from monitoring.intake.impossible_days import as_plain_numbers
from monitoring.intake.preflight import Refused, read_whole, too_large
from monitoring.intake.slices import Slice

_NO_NUMPY: Any = None
sys.modules.setdefault("numpy", _NO_NUMPY)  # pyarrow would import it: 0.1 s of every check, and never used here

import fastexcel  # noqa: E402  # after the line above
import pyarrow as pa  # noqa: E402  # likewise

TEXTS = pa.dictionary(pa.int32(), pa.string())
_PANIC = "PanicException"
"""How the reader, which is written in Rust, breaks down. The class has no public place to import it from."""

_BYTES_A_CELL = 4  # of a text that stands once in the column's dictionary
_CLAIMED = re.compile(rb"\s(?:uniqueCount|count)\s*=\s*[\"'][^\"']*[\"']")
_MARKS_OF_ERRORS = (b'"e"', b"'e'")  # as in t="e"; sought as plain bytes: a pattern would take as long as reading
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SPREADSHEET = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = b"http://schemas.openxmlformats.org/package/2006"


class Piece:
    """A slice as read: row numbers, the texts of each column from A, and the cells that hold an error value."""

    def __init__(self, batch: pa.RecordBatch, first_row: int, errors: list[tuple[int, int]], left_out: int) -> None:
        """`left_out` empty rows are put back before the first."""
        self.rows = range(first_row - left_out, first_row + batch.num_rows)
        above = pa.nulls(left_out, pa.string())
        texts = (column.cast(pa.string()) for column in batch.columns)
        whole = (pa.concat_arrays([above, column]) if left_out else column for column in texts)
        self._columns = [column.dictionary_encode() for column in whole]
        self.errors = [(first_row + row, column) for row, column in errors]
        self.width = len(self._columns)

    def column(self, at: int) -> pa.DictionaryArray:
        """A column's texts; all empty where the slice is not as wide as others."""
        return self._columns[at] if at < self.width else pa.nulls(len(self.rows), TEXTS)


class SliceReader:
    """Wraps slices into workbooks of one sheet, with the styles and shared texts of the original, and reads them."""

    def __init__(self, archive: ZipFile, anatomy: Anatomy) -> None:
        self._parts = {
            b"styles": read_whole(archive, anatomy.styles) if anatomy.styles else b"",
            b"sharedStrings": _without_counts(read_whole(archive, anatomy.strings)) if anatomy.strings else b"",
        }
        self._counts_from_1904 = anatomy.counts_from_1904
        self.shared_bytes = sum(map(len, self._parts.values()))

    def read(self, slice_: Slice) -> Piece:
        """The slice's texts: dates arrive as ISO dates with a time, yes and no as true and false.

        Raises Refused where cells do not stand in the rows that the sheet says, or far to the right of all others.
        """
        try:
            batch, errors = self._cells(slice_.xml, slice_.anchor)
            whole = _filled(batch) + len(errors) >= _values_in(slice_)
        except BaseException as mistake:
            if type(mistake).__name__ != _PANIC:
                raise
            whole = False
        if not whole:  # seldom: so every sheet is first read as it is
            batch, errors = self._cells(as_plain_numbers(slice_.xml, slice_.prefix), slice_.anchor)
        first = slice_.anchor - batch.num_rows + 1 if slice_.anchor else 1
        _refuse_astray(batch, first, slice_)
        left_out = max(first - slice_.from_row, 0) if slice_.from_row and slice_.anchor else 0
        return Piece(batch.slice(0, batch.num_rows - 1), first, errors[: limits.MAX_ADDRESSES], left_out)

    def _cells(self, xml: bytes, anchor: int | None) -> tuple[pa.RecordBatch, list[tuple[int, int]]]:
        """The texts, and row and column of each error value among them, from 0."""
        book = fastexcel.read_excel(self._workbook(xml))
        skip = None if anchor else 0
        if not any(mark in xml for mark in _MARKS_OF_ERRORS):  # a quarter faster, but without the places of errors
            return book.load_sheet_eager(0, header_row=None, dtypes="string", skip_rows=skip), []
        batch, found = book.load_sheet(0, header_row=None, dtypes="string", skip_rows=skip).to_arrow_with_errors()
        return batch, [each.position for each in found.errors] if found else []

    def assemble(self, pieces: list[Piece]) -> tuple[pa.Table, list[tuple[int, int]]]:
        """One table: `row` and one column of texts for each column of the sheet; and the cells with an error value.

        Each column holds its different texts once, and for each row which of them it is.
        """
        width = max((piece.width for piece in pieces), default=0)
        if any(later.rows.start < earlier.rows.stop for earlier, later in pairwise(pieces)):
            raise Refused("unreadable_workbook")
        if width * sum(len(piece.rows) for piece in pieces) * _BYTES_A_CELL > limits.MAX_HANDED_OVER_BYTES:
            raise too_large()
        rows = pa.array([row for piece in pieces for row in piece.rows], pa.int32())
        chunks = ([piece.column(at) for piece in pieces] for at in range(width))
        columns = [pa.chunked_array(each, TEXTS).unify_dictionaries() for each in chunks]
        table = pa.Table.from_arrays([rows, *columns], names=["row", *map(str, range(width))])
        errors = [place for piece in pieces for place in piece.errors]
        return table.combine_chunks(), errors[: limits.MAX_ADDRESSES]

    def _workbook(self, sheet: bytes) -> bytes:
        shared = {name: xml for name, xml in self._parts.items() if xml}
        parts = {
            "[Content_Types].xml": _HEAD + b'<Types xmlns="%b/content-types"/>' % _PACKAGE,
            "_rels/.rels": _relations((b"officeDocument", b"xl/workbook")),
            "xl/workbook.xml": self._book(),
            "xl/_rels/workbook.xml.rels": _relations(
                (b"worksheet", b"worksheets/sheet1"), *zip(shared, shared, strict=True)
            ),
            "xl/worksheets/sheet1.xml": sheet,
            **{f"xl/{name.decode()}.xml": xml for name, xml in shared.items()},
        }
        written = BytesIO()
        with ZipFile(written, "w", ZIP_STORED) as archive:
            for name, xml in parts.items():
                archive.writestr(name, xml)
        return written.getvalue()

    def _book(self) -> bytes:
        epoch = b'<workbookPr date1904="1"/>' if self._counts_from_1904 else b"<workbookPr/>"
        opening = b'<workbook xmlns="%b" xmlns:r="%b">' % (_SPREADSHEET, _RELATIONS)
        return _HEAD + opening + epoch + b'<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'


def _filled(batch: pa.RecordBatch) -> int:
    return sum(len(column) - column.null_count for column in batch.columns)


def _values_in(slice_: Slice) -> int:
    """How many cells of the slice hold a value, be it an empty text."""
    return slice_.xml.count(b"</" + slice_.prefix + b"v>") + slice_.xml.count(b"</" + slice_.prefix + b"is>")


def _refuse_astray(batch: pa.RecordBatch, first: int, slice_: Slice) -> None:
    """The anchor must stand alone in the last row: cells whose addresses lie about their row would read as others."""
    if batch.num_columns > limits.MAX_COLUMNS:
        column = batch.column(batch.num_columns - 1)
        row = next((at for at, text in enumerate(column) if text.is_valid), 0)
        raise Refused("far_cell", cell=f"{letters(batch.num_columns - 1)}{first + row}")
    *_, last = batch.slice(batch.num_rows - 1).to_pylist()
    if first < slice_.first or [text for text in last.values() if text is not None] != ["."]:
        raise Refused("unreadable_workbook")


def _without_counts(strings: bytes) -> bytes:
    """The shared texts without the number of them that the file claims: the reader makes room for as many."""
    if strings.count(b"<si") + strings.count(b":si") > limits.MAX_SHARED_TEXTS:
        raise too_large()
    return _CLAIMED.sub(b"", strings, count=2)


def _relations(*parts: tuple[bytes, bytes]) -> bytes:
    """The part that says where others lie, from (kind, path without its ending)."""
    entries = (
        b'<Relationship Id="r%d" Type="%b/%b" Target="%b.xml"/>' % (at, _RELATIONS, kind, target)
        for at, (kind, target) in enumerate(parts, 1)
    )
    return _HEAD + b'<Relationships xmlns="%b/relationships">' % _PACKAGE + b"".join(entries) + b"</Relationships>"
