"""Gives cells another style in the XML of rows; what is in them, and every other cell, stays byte for byte."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO

from monitoring.intake.addresses import column_of, letters
from monitoring.intake.annotate.sheet_stream import SheetLook, is_tail, numbered_rows, pieces
from monitoring.intake.annotate.xml_bytes import Unusual, after, attribute, is_closed, opened, tags, with_attribute
from monitoring.intake.annotate.xml_bytes import number as number_in

Restyle = Callable[[int], int]
"""From the style a cell has to the one it gets, both as numbers in the workbook's list."""

RowMarks = Mapping[int, Restyle]
"""By column, from 0."""


def patched_sheet(
    stream: IO[bytes], look: SheetLook, marks: Mapping[int, RowMarks], tail: bytes, old_styles: Mapping[int, int]
) -> Iterator[bytes]:
    """The sheet anew, block by block. `marks` are by row number; the tail is given as it is to be.

    `old_styles` leads from styles that were made for marks last time to those that cells had before.
    """
    waiting = sorted(marks.items(), reverse=True)
    parts = pieces(stream)
    yield next(parts)
    last = 0
    for part in parts:
        if is_tail(part):
            break
        part = without_marks(part, look.prefix, old_styles) if old_styles else part  # noqa: PLW2901  # the same rows
        rows = list(numbered_rows(part, look.prefix, last))
        last = rows[-1][1] if rows else last
        due = [waiting.pop() for _ in range(len(waiting)) if waiting[-1][0] <= last]
        yield _patched_rows(part, rows, due, look) if due else part
    yield b"".join(_new_row(number, row_marks, look) for number, row_marks in reversed(waiting))
    yield tail


def without_marks(rows: bytes, prefix: bytes, old_styles: Mapping[int, int]) -> bytes:
    """Rows in which no cell has a style that was made for a mark."""
    old = b"|".join(b"%d" % style for style in old_styles)
    cell = rb"(<" + prefix + rb"c\s(?:[^<>]*?\s)?s=\")(" + old + rb")(?=\")"
    return re.sub(cell, lambda found: found[1] + b"%d" % old_styles[int(found[2])], rows)


def _patched_rows(
    xml: bytes, rows: Sequence[tuple[re.Match[bytes], int]], due: Sequence[tuple[int, RowMarks]], look: SheetLook
) -> bytes:
    """Rows that do not exist yet are put before the first with a greater number. The last row is not before any."""
    out: list[bytes] = []
    done = at = 0
    for number, row_marks in due:
        while rows[at][1] < number:
            at += 1
        tag, there = rows[at]
        out.append(xml[done : tag.start()])
        done = tag.start()
        if there > number:
            out.append(_new_row(number, row_marks, look))
            continue
        done = tag.end() if is_closed(tag[0]) else after(xml, b"</" + look.prefix + b"row>", tag.end())
        out.append(_patched_row(xml[tag.start() : done], tag[0], number, row_marks, look))
    return b"".join([*out, xml[done:]])


def _patched_row(row: bytes, tag: bytes, number: int, row_marks: RowMarks, look: SheetLook) -> bytes:
    """The row with its cells restyled, and those that were not there put in their places."""
    cells = _cells(row, look.prefix)
    out = [_with_room(opened(tag) if is_closed(tag) else tag, max(row_marks))]
    done = len(tag)
    for column, restyle in sorted(row_marks.items()):
        at = next((at for at, (there, _) in enumerate(cells) if there >= column), None)
        before = cells[at][1].start() if at is not None else _end_of_cells(row, cells, len(tag), look.prefix)
        out.append(row[done:before])
        done = before
        if at is not None and cells[at][0] == column:
            cell = cells[at][1][0]
            style = restyle(number_in(cell, b"s"))
            out.append(with_attribute(cell, b"s", b"%d" % style))
            done += len(cell)
        else:
            out.append(_new_cell(column, number, restyle(_style_of_blank(tag, column, look)), look.prefix))
    return b"".join([*out, row[done:]]) + (b"</" + look.prefix + b"row>" if is_closed(tag) else b"")


def _cells(row: bytes, prefix: bytes) -> list[tuple[int, re.Match[bytes]]]:
    """Each cell's column and start tag. A cell without an address follows the one before it."""
    cells: list[tuple[int, re.Match[bytes]]] = []
    for tag in tags(row, prefix + b"c"):
        address = attribute(tag[0], b"r")
        before = cells[-1][0] if cells else -1
        cells.append((column_of(address) if address else before + 1, tag))
        if cells[-1][0] <= before:
            raise Unusual
    return cells


def _end_of_cells(row: bytes, cells: Sequence[tuple[int, re.Match[bytes]]], start: int, prefix: bytes) -> int:
    if not cells:
        return start
    tag = cells[-1][1]
    return tag.end() if is_closed(tag[0]) else after(row, b"</" + prefix + b"c>", tag.end())


def _style_of_blank(row_tag: bytes, column: int, look: SheetLook) -> int:
    """What a cell that is not there looks like: its row's style where that has one, else its column's."""
    if attribute(row_tag, b"customFormat") in ("1", "true"):
        return number_in(row_tag, b"s")
    return look.column(column).style


def _new_row(number: int, row_marks: RowMarks, look: SheetLook) -> bytes:
    cells = (
        _new_cell(column, number, restyle(look.column(column).style), look.prefix)
        for column, restyle in sorted(row_marks.items())
    )
    return b'<%brow r="%d">' % (look.prefix, number) + b"".join(cells) + b"</" + look.prefix + b"row>"


def _new_cell(column: int, row: int, style: int, prefix: bytes) -> bytes:
    return b'<%bc r="%b%d" s="%d"/>' % (prefix, letters(column).encode(), row, style)


def _with_room(row_tag: bytes, column: int) -> bytes:
    """`spans` says from which column to which the row has cells; it must not lie."""
    first, _, last = (attribute(row_tag, b"spans") or "").partition(":")
    if last.isdigit() and int(last) <= column:
        return with_attribute(row_tag, b"spans", b"%b:%d" % (first.encode(), column + 1))
    return row_tag
