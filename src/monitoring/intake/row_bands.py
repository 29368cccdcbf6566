"""Which rows of a sheet are read together: bands without wide gaps, and without rows that only have a format.

The reader makes room for every cell between the first and the last, empty ones included. A stray cell in row 1,048,576
or a million coloured rows would take gigabytes so. Standard library only; runs in the limited child.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitoring.intake import limits
from monitoring.intake.addresses import column_of
from monitoring.intake.preflight import Refused

_ALWAYS_SMALL = limits.MAX_CELLS_AT_ONCE // 5_000
"""So many rows fit whatever their width: looking closer at wide rows would take as long as reading them."""

_COUNTED_BYTES = 2 * limits.MB
"""Of each sheet. What is made by hand to do harm is small; in a large sheet looking at each cell costs too much."""

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = b"0123456789"
_LONGEST_COLUMN = 3
_LONGEST_ROW = 7
_WIDEST_GAP = 500
_ROW_NUMBER = re.compile(rb"\sr\s*=\s*[\"']([0-9]+)[\"']")


@dataclass(frozen=True, slots=True)
class Band:
    """Rows to be read together. `first` and `last` are their numbers; None where rows carry none."""

    xml: bytes
    first: int | None
    last: int | None


class RowBands:
    """Knows how rows and cells begin and end in this sheet: some programs write <row>, some <x:row>."""

    def __init__(self, prefix: bytes) -> None:
        self._row = b"<" + prefix + b"row"
        self._end_of_row = b"</" + prefix + b"row>"
        self._something = tuple(b"<" + prefix + mark for mark in (b"v", b"is", b"f"))
        self._counted = 0
        own = re.escape(prefix)
        self._cell = b"<" + prefix + b"c"
        self._usual_places = re.compile(rb'<%bc r="([A-Z]+[0-9]+)"' % own)
        self._places = re.compile(rb"<%bc\s(?:[^>]*\s)?r\s*=\s*[\"']([A-Z]+[0-9]+)" % own)
        self._rows = re.compile(rb"<%brow\b[^>]*?(?:/>|>.*?</%brow>)" % (own, own), re.DOTALL)
        self._filled = re.compile(rb"<%bc\b([^>]*[^>/])?>\s*<%b(?:v|is|f)\b" % (own, own))

    def of(self, rows: bytes) -> Iterator[Band]:
        """The bands of some whole rows. Raises Refused for cells so far to the right that they are a slip."""
        if not any(mark in rows for mark in self._something):
            return
        first, last = self._first_and_last(rows)
        width = self._width(rows, first or 1, last or limits.MAX_ROW)
        if first is None or last is None:
            if width > limits.MAX_COLUMNS:
                raise Refused("unreadable_workbook")
            yield Band(rows, None, None)
        elif width <= limits.MAX_COLUMNS and (last - first + 1) * width <= limits.MAX_CELLS_AT_ONCE:
            yield Band(rows, first, last)
        else:
            yield from self._narrowed(rows)

    def _first_and_last(self, rows: bytes) -> tuple[int | None, int | None]:
        return self._number(rows, rows.find(self._row)), self._number(rows, rows.rfind(self._row))

    def _number(self, rows: bytes, start: int) -> int | None:
        found = _ROW_NUMBER.search(rows, start, rows.find(b">", start)) if start >= 0 else None
        if found and not 0 < int(found[1][:9]) <= limits.MAX_ROW:
            raise Refused("unreadable_workbook")
        return int(found[1]) if found else None

    def _width(self, rows: bytes, first: int, last: int) -> int:
        """How many columns the rows have: counted in the first megabytes, estimated below, 0 where it cannot matter."""
        if self._counted < _COUNTED_BYTES:
            self._counted += len(rows)
            return self._exact_width(rows, first, last)
        return self._likely_width(rows) if last - first >= _ALWAYS_SMALL else 0

    def _exact_width(self, rows: bytes, first: int, last: int) -> int:
        """Raises Refused for a cell that says it stands in another row than these, or in a column that cannot be."""
        places = self._usual_places.findall(rows)  # as Excel writes them: three times faster to find
        if len(places) != rows.count(self._cell):
            places = self._places.findall(rows)
        numbers = {place.lstrip(_LETTERS) for place in places}
        columns = {place.rstrip(_DIGITS) for place in places}
        if any(len(row) > _LONGEST_ROW or not first <= int(row) <= last for row in numbers):
            raise Refused("unreadable_workbook")
        if any(len(letters) > _LONGEST_COLUMN for letters in columns):
            raise Refused("unreadable_workbook")
        return max((column_of(letters.decode()) + 1 for letters in columns), default=0)

    def _likely_width(self, rows: bytes) -> int:
        """How many columns the rows may have, by the last cell of each: cells stand in order."""
        letters = b"A"
        start = 0
        while (end := rows.find(self._end_of_row, start)) >= 0:
            at = rows.rfind(b' r="', start, end) + 4
            here = rows[at : at + 3].rstrip(_DIGITS + b"\"'")
            letters = max(letters, here, key=lambda each: (len(each), each))
            start = end + 1
        return column_of(letters.decode("ascii", "replace")) + 1 if letters.isalpha() else limits.MAX_COLUMNS

    def _narrowed(self, rows: bytes) -> Iterator[Band]:
        """Looks at every row: slow, so only where it must be."""
        kept: list[bytes] = []
        first = last = widest = 0
        for row, number, width in self._filled_rows(rows):
            wider = max(widest, width)
            if kept and (number - last > _WIDEST_GAP or (number - first + 1) * wider > limits.MAX_CELLS_AT_ONCE):
                yield Band(b"".join(kept), first, last)
                kept, wider = [], width
            first = first if kept else number
            kept.append(row)
            last, widest = number, wider
        if kept:
            yield Band(b"".join(kept), first, last)

    def _filled_rows(self, rows: bytes) -> Iterator[tuple[bytes, int, int]]:
        for found in self._rows.finditer(rows):
            row = found[0]
            if any(mark in row for mark in self._something):
                number = self._number(row, 0)
                if number is None:
                    raise Refused("unreadable_workbook")
                yield row, number, self._reach(row)

    def _reach(self, row: bytes) -> int:
        """How many columns of a row are in use: formats alone do not count."""
        cells = [_ADDRESS.search(cell[1] or b"") for cell in self._filled.finditer(row)]
        known = [cell[1].decode() for cell in cells if cell]
        farthest = max(known, key=column_of, default="A1")
        if column_of(farthest) >= limits.MAX_COLUMNS:
            raise Refused("far_cell", cell=farthest)
        return max(column_of(farthest) + 1, len(cells))


_ADDRESS = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,4}[0-9]{1,7})[\"']")
