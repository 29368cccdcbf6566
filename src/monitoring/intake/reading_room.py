"""The child process in which a workbook is read: bytes on standard input, texts by column on standard output.

A hostile file can make the reader abort or devour memory; here it takes nobody with it. The child limits itself first
of all, writes no file and knows nothing of forms. It imports as little as it can: its start counts in every check.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZipFile

from monitoring.intake import limits
from monitoring.intake.anatomy import NO_ANATOMY, Anatomy, SheetPart, open_workbook
from monitoring.intake.notes import notes_of
from monitoring.intake.preflight import OLE_SIGNATURE, UNREADABLE, ZIP_SIGNATURE, Refused, too_large
from monitoring.intake.slices import SheetXml, Slice

if TYPE_CHECKING:
    from monitoring.intake.slice_reader import Piece, SliceReader

WORKERS = min(2, os.cpu_count() or 1)
_CONTENT_TYPES, _FIRST_BYTES = b"[Content_Types].xml", 200


def main() -> None:
    """Reads one workbook. What goes wrong in an unforeseen way ends the process; the parent concludes."""
    limits.lower_own_limits()
    answer(sys.stdin.buffer, sys.stdout.buffer, is_text="--text" in sys.argv[1:])


def answer(given: BinaryIO, out: BinaryIO, *, is_text: bool = False) -> None:
    """Writes what the workbook holds, or why it is refused. `is_text`: its name is that of a table of text."""
    content = given.read(limits.MAX_FILE_BYTES + 1)
    try:
        if len(content) > limits.MAX_FILE_BYTES:
            raise too_large()
        is_table = is_text and not content.startswith((ZIP_SIGNATURE, OLE_SIGNATURE))
        in_zip = None if is_table else _tables(content)
        archive, anatomy = (None, NO_ANATOMY) if is_table or in_zip else open_workbook(content)
        try:
            if in_zip:
                sheets, warnings = in_zip(content)
                anatomy = replace(NO_ANATOMY, warnings=warnings)
            else:
                sheets = list(_sheets(archive, anatomy)) if archive else [_text(content)]
        except _damages() as mistake:
            raise Refused("unreadable_workbook") from mistake
        _hand_over(sheets, anatomy, out)
    except Refused as refusal:
        out.write(json.dumps({"refused": refusal.code, "facts": refusal.facts}).encode() + b"\n")
    out.flush()


def _text(content: bytes) -> tuple[dict[str, Any], Any]:
    from monitoring.intake.text_tables import read_text

    return read_text(content)


def _tables(content: bytes) -> Callable[[bytes], tuple[list[tuple[dict[str, Any], Any]], tuple[str, ...]]] | None:
    """The reader of a zip of tables, where that is what it is. A workbook names its parts' kinds in the first bytes."""
    if not content.startswith(ZIP_SIGNATURE) or _CONTENT_TYPES in content[:_FIRST_BYTES]:
        return None  # as every program writes workbooks: nothing is imported for them
    from monitoring.intake.zipped_tables import is_zip_of_tables, read_tables

    return read_tables if is_zip_of_tables(content) else None


def _damages() -> tuple[type[Exception], ...]:
    """What is raised at damaged sheets. Asked for only when it is too late to save the import."""
    import fastexcel
    import pyarrow

    return (*UNREADABLE, fastexcel.FastExcelError, pyarrow.ArrowException, MemoryError)


def _sheets(archive: ZipFile, anatomy: Anatomy) -> Iterator[tuple[dict[str, Any], Any]]:
    """(what is known of the sheet, its table of texts) of each sheet that has cells."""
    from monitoring.intake.slice_reader import SliceReader

    reader = SliceReader(archive, anatomy)
    size = max(limits.SLICE_BYTES, 2 * reader.shared_bytes)
    with ThreadPoolExecutor(WORKERS) as pool:
        for part in anatomy.sheets:
            yield _sheet(archive, part, reader, pool, size)


def _sheet(
    archive: ZipFile, part: SheetPart, reader: "SliceReader", pool: ThreadPoolExecutor, size: int
) -> tuple[dict[str, Any], Any]:
    try:
        stream = archive.open(part.path)
    except KeyError as mistake:
        raise Refused("unreadable_workbook") from mistake
    with stream:
        xml = SheetXml(stream)
        try:
            table, errors = reader.assemble(_in_parallel(reader.read, xml.slices(size), pool))
        except Refused as refusal:
            where = {"sheet": part.name} if "cell" in refusal.facts else {}
            raise Refused(refusal.code, **where, **refusal.facts) from refusal
    known = {
        "name": part.name, "hidden": part.hidden, "errors": errors,
        "merged": xml.merged, "without_value": xml.without_value, "notes": notes_of(archive, part.path),
        "hidden_rows": xml.hidden_rows, "hidden_columns": xml.hidden_columns,
    }  # fmt: skip
    return known, table


def _in_parallel(read: Callable[[Slice], "Piece"], slices: Iterable[Slice], pool: ThreadPoolExecutor) -> "list[Piece]":
    """The pieces in order. At most one slice more than there are workers waits: more would only fill memory."""
    gate = BoundedSemaphore(WORKERS + 1)
    pending: list[Future[Piece]] = []
    for each in slices:
        gate.acquire()
        future = pool.submit(read, each)
        future.add_done_callback(lambda _: gate.release())
        pending.append(future)
    return [future.result() for future in pending]


def _hand_over(sheets: list[tuple[dict[str, Any], Any]], anatomy: Anatomy, out: BinaryIO) -> None:
    """One line of JSON about all sheets, then one Arrow stream a sheet."""
    import pyarrow

    different = sum(len(texts.chunk(0).dictionary) for _, table in sheets for texts in table.columns[1:] if len(texts))
    rows = sum(table.num_rows for _, table in sheets)
    known = {
        "sheets": [known for known, _ in sheets],
        "warnings": anatomy.warnings,
        "counts_from_1904": anatomy.counts_from_1904,
    }
    line = json.dumps(known).encode()
    size = len(line) + sum(table.nbytes for _, table in sheets)
    if size > limits.MAX_HANDED_OVER_BYTES or different > limits.MAX_DIFFERENT_TEXTS or rows > limits.MAX_ROWS:
        raise too_large()
    out.write(line + b"\n")
    for _, table in sheets:
        with pyarrow.ipc.new_stream(out, table.schema) as writer:
            writer.write_table(table)


if __name__ == "__main__":
    main()
