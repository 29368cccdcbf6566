"""Cuts the XML of a sheet into slices of whole rows, each a small worksheet of its own. Interprets no cell.

A sheet of 50,000 rows is 200 MB of XML and would need twice that to be read at once; slices keep memory small
and let two of them be read at the same time. Standard library only; runs in the limited child.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from monitoring.intake import limits
from monitoring.intake.addresses import row_of
from monitoring.intake.preflight import Refused, refuse_odd_xml, too_large
from monitoring.intake.row_bands import Band, RowBands

_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b[^>]*?(/?)>")
_ROOT = re.compile(rb"<(?:\w+:)?worksheet\b[^>]*>")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+[0-9]+:[A-Z]+[0-9]+)[\"']")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true|on)[\"']")
_NUMBER = {name: re.compile(rb"\s%b\s*=\s*[\"']([0-9]{1,7})[\"']" % name) for name in (b"r", b"min", b"max")}
_ADDRESS = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3}[0-9]{1,7})[\"']")

_VALUE_MISSING = (
    rb"<PREc(?P<cell>\s[^>]*)?>\s*(?:<PREf[^>]*/>|<PREf(?:\s[^>]*)?>[^<]*</PREf>)\s*"
    rb"(?P<value><PREv\s*/>|<PREv></PREv>)?\s*</PREc>"
)  # PRE: the prefix of the sheet's own names


@dataclass(frozen=True, slots=True)
class Slice:
    """Some rows as a worksheet, closed by an anchor row: one cell in column A, in row `anchor`.

    The reader leaves out empty rows and columns at the edges and does not say how many; the anchor tells. `anchor`
    is None where rows carry no numbers; then the slice is the whole sheet and begins with row 1. `first` is the number
    of the first row. `from_row` is the first that must not be left out although it may read as empty: it has a formula
    without a result. `prefix` stands before the sheet's own names.
    """

    xml: bytes
    first: int
    anchor: int | None
    from_row: int | None = None
    prefix: bytes = b""


@dataclass(slots=True)
class SheetXml:
    """The XML of one sheet as a stream. After the slices are used up, the other lists are complete."""

    stream: IO[bytes]
    merged: list[str] = field(default_factory=list)  # ranges such as B3:B5
    without_value: list[str] = field(default_factory=list)  # formulas that were never calculated
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # first and last, from 0

    def slices(self, size: int) -> Iterator[Slice]:
        """Slices of about `size` bytes. Raises Refused for XML that is no worksheet."""
        head = self._head()
        found = _DATA.search(head)
        root = _ROOT.search(head)
        if (found is None or root is None) and b"sheetData" in head:
            raise Refused("unreadable_workbook")
        if found is None or root is None or found[2]:  # a sheet of charts, or one without a single row
            return
        cut = _Cutter(prefix=found[1], root=root[0])
        rest = head[found.end() :]
        while not cut.holds_end(rest):
            block = self.stream.read(size)
            if not block:
                raise Refused("unreadable_workbook")
            rest += block
            if cut.rows_are_numbered(rest):
                ready, rest = cut.whole_rows(rest)
                yield from self._checked(cut, ready)
            if len(rest) > limits.MAX_SMALL_PART_BYTES:
                raise too_large()
        last, tail = cut.at_end(rest)
        yield from self._checked(cut, last)
        self._read_merges(tail)

    def _head(self) -> bytes:
        """Everything up to the rows, and a little beyond."""
        head = b""
        while not _DATA.search(head):
            block = self.stream.read(limits.MB // 4)
            if not block or len(head) > limits.MAX_HEAD_BYTES:
                break
            head += block
        refuse_odd_xml(head)
        above = head.partition(b"sheetData")[0]
        columns = (column[0] for column in _COLUMNS.finditer(above) if _HIDDEN.search(column[0]))
        limited = ((_NUMBER[b"min"].search(each), _NUMBER[b"max"].search(each)) for each in columns)
        self.hidden_columns += [(int(least[1]) - 1, int(most[1]) - 1) for least, most in limited if least and most]
        return head

    def _checked(self, cut: "_Cutter", rows: bytes) -> Iterator[Slice]:
        """The slices of some whole rows. Comments could hide the end of a row, so they are refused."""
        if b"!" in rows and b"<!" in rows:
            raise Refused("unreadable_workbook")
        if b"hidden" in rows and len(self.hidden_rows) < limits.MAX_ADDRESSES:
            self.hidden_rows += cut.hidden_rows(rows)
        for band in cut.bands.of(rows):
            addresses = cut.formulas_without_value(band.xml)
            self.without_value += addresses
            del self.without_value[limits.MAX_ADDRESSES :]
            yield cut.slice(band, min(map(row_of, addresses), default=None))

    def _read_merges(self, tail: bytes) -> None:
        """Merged ranges stand below the rows."""
        tail += self.stream.read(limits.MAX_SMALL_PART_BYTES)
        self.merged += [found[1].decode() for found in _MERGE.finditer(tail)][: limits.MAX_ADDRESSES]


class _Cutter:
    """Knows how rows begin and end in this sheet: some programs write <row>, some <x:row>."""

    def __init__(self, prefix: bytes, root: bytes) -> None:
        self.prefix = prefix
        self.root = root
        self.bands = RowBands(prefix)
        self.end_of_row = b"</" + prefix + b"row>"
        self.end_of_rows = b"</" + prefix + b"sheetData>"
        self.row = b"<" + prefix + b"row"
        self.cell = b"<" + prefix + b"c"
        self.formula = b"<" + prefix + b"f"
        self.hidden_row = re.compile(b"<" + re.escape(prefix) + rb"row\b[^>]*\shidden\b[^>]*>")
        self.value_missing = re.compile(_VALUE_MISSING.replace(b"PRE", re.escape(prefix)))

    def holds_end(self, xml: bytes) -> bool:
        return self.end_of_rows in xml

    def rows_are_numbered(self, xml: bytes) -> bool:
        start = xml.find(self.row)
        return start >= 0 and _NUMBER[b"r"].search(xml, start, xml.find(b">", start)) is not None

    def whole_rows(self, xml: bytes) -> tuple[bytes, bytes]:
        """The rows that are complete, and the beginning of the next one. Rows without cells may have no end."""
        end = xml.rfind(self.end_of_row)
        cut = end + len(self.end_of_row) if end >= 0 else 0
        lone = xml.rfind(b"/>", cut) + 1
        row = xml.rfind(self.row, cut, lone)
        if row >= 0 and xml.find(b">", row) == lone:
            cut = lone + 1
        return xml[:cut], xml[cut:]

    def at_end(self, xml: bytes) -> tuple[bytes, bytes]:
        """The last rows, if there is a cell among them, and what stands below all rows."""
        rows, _, tail = xml.partition(self.end_of_rows)
        return (rows if self.cell in rows else b""), tail

    def hidden_rows(self, rows: bytes) -> list[int]:
        hidden = (each[0] for each in self.hidden_row.finditer(rows) if _HIDDEN.search(each[0]))
        numbers = (_NUMBER[b"r"].search(each) for each in hidden)
        return [int(number[1]) for number in numbers if number]

    def formulas_without_value(self, rows: bytes) -> list[str]:
        """Addresses of formulas whose result was never saved. A text formula may be saved as empty: that is a blank."""
        if self.formula not in rows:
            return []
        cells = (
            found["cell"] or b""
            for found in self.value_missing.finditer(rows)
            if not (found["value"] and b't="str"' in (found["cell"] or b""))
        )
        addresses = [_ADDRESS.search(cell) for cell in cells]
        if not all(addresses):
            raise Refused("unreadable_workbook")
        return [address[1].decode() for address in addresses if address]

    def slice(self, band: Band, from_row: int | None) -> Slice:
        """The rows as a worksheet, with the anchor below them."""
        anchor = band.last + 1 if band.last else None
        attributes = (b' r="%d"' % anchor, b' r="A%d"' % anchor) if anchor else (b"", b"")
        cell = b'<PREc%b t="str"><PREv>.</PREv></PREc>' % attributes[1]
        end = b"<PRErow%b>%b</PRErow></PREsheetData></PREworksheet>" % (attributes[0], cell)
        end = end.replace(b"PRE", self.prefix)
        xml = self.root + b"<" + self.prefix + b"sheetData>" + band.xml + end
        return Slice(xml, band.first or 1, anchor, from_row, self.prefix)
