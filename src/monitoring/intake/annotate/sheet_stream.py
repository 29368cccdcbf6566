"""A sheet's XML as a stream: head, rows, tail; looked through once before anything is changed. Interprets no value."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from monitoring.intake import limits
from monitoring.intake.addresses import column_of, row_of
from monitoring.intake.annotate.xml_bytes import Unusual, attribute, inside, number, prefix_of, refuse_unusual, tags

BLOCK = limits.MB
_DATA = re.compile(rb"<(?:[\w.-]+:)?sheetData(?=[\s/>])[^<>]*>")
_USUAL_WIDTH = 9.0


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """Columns from `first` to `last` (from 0): their style, and their width in characters."""

    first: int
    last: int
    style: int
    width: float


@dataclass(slots=True)
class SheetLook:
    """What must be known of a sheet before it is patched. `tail` is everything below its rows."""

    prefix: bytes
    head: bytes = b""
    tail: bytes = b""
    columns: tuple[ColumnLook, ...] = ()
    merged: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells (row from 1, column from 0) inside a merged range but its first -> the first cell's address."""

    def column(self, at: int) -> ColumnLook:
        usual = ColumnLook(at, at, 0, _USUAL_WIDTH)
        return next((each for each in self.columns if each.first <= at <= each.last), usual)


def pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """The head, then whole rows in blocks of about a megabyte, then the tail, beginning with </sheetData>."""
    buffer = b""
    while not (found := _DATA.search(buffer)):
        block = stream.read(BLOCK)
        if not block or len(buffer) > limits.MAX_SMALL_PART_BYTES:
            raise Unusual
        buffer += block
    prefix = prefix_of(buffer, b"sheetData")
    end_of_row, end_of_rows = (b"</" + prefix + name for name in (b"row>", b"sheetData>"))
    if found[0].endswith(b"/>"):
        raise Unusual
    yield buffer[: found.end()]
    buffer = buffer[found.end() :]
    while (end := buffer.find(end_of_rows)) < 0:
        cut = buffer.rfind(end_of_row) + 1 and buffer.rfind(end_of_row) + len(end_of_row)
        if cut:
            yield buffer[:cut]
        block = stream.read(BLOCK)
        if not block or len(buffer) > limits.MAX_SMALL_PART_BYTES:
            raise Unusual
        buffer = buffer[cut:] + block
    yield buffer[:end]
    yield buffer[end:] + stream.read(limits.MAX_SMALL_PART_BYTES)


def look_through(stream: IO[bytes], cells: set[tuple[int, int]]) -> SheetLook:
    """Raises Unusual for a sheet whose rows are out of order or which is not written as programs write it.

    `cells` (row from 1, column from 0) are those to be marked; of merged ranges only these are remembered.
    """
    parts = pieces(stream)
    head = refuse_unusual(next(parts))
    look = SheetLook(prefix_of(head, b"worksheet"), head=head)
    last = 0
    for part in parts:
        look.tail = refuse_unusual(part)
        if not is_tail(part):
            last = max((row for _, row in numbered_rows(part, look.prefix, last)), default=last)
    look.columns = tuple(_columns(inside(head, look.prefix + b"cols"), look.prefix))
    look.merged = _merged(look, cells)
    return look


def is_tail(piece: bytes) -> bool:
    """Whether a piece is what follows the rows."""
    return piece.startswith(b"</")


def numbered_rows(rows: bytes, prefix: bytes, last: int) -> Iterator[tuple[re.Match[bytes], int]]:
    """Each row's start tag and number; a row without one follows the row before it. Raises Unusual for disorder."""
    for tag in tags(rows, prefix + b"row"):
        here = number(tag[0], b"r", last + 1)
        if here <= last:
            raise Unusual
        last = here
        yield tag, here


def _columns(cols: bytes, prefix: bytes) -> Iterator[ColumnLook]:
    for tag in tags(cols, prefix + b"col"):
        first, last, style = (number(tag[0], name, least) for name, least in ((b"min", 1), (b"max", 1), (b"style", 0)))
        said = attribute(tag[0], b"width") or ""
        width = float(said) if re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,30})?", said) else _USUAL_WIDTH
        yield ColumnLook(first - 1, last - 1, style, width)


def _merged(look: SheetLook, cells: set[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Goes from a range to the cells in its rows: a sheet may have thousands of both."""
    columns_of: dict[int, list[int]] = {}
    for row, column in cells:
        columns_of.setdefault(row, []).append(column)
    rows = sorted(columns_of)
    swallowed: dict[tuple[int, int], str] = {}
    for tag in tags(look.tail, look.prefix + b"mergeCell"):
        first, _, last = (attribute(tag[0], b"ref") or "").partition(":")
        if not last:
            continue
        columns = range(column_of(first), column_of(last) + 1)
        for row in rows[bisect_left(rows, row_of(first)) : bisect_right(rows, row_of(last))]:
            inside_range = ((row, column) for column in columns_of[row] if column in columns)
            swallowed |= {cell: first for cell in inside_range if cell != (row_of(first), columns[0])}
    return swallowed
