"""Has a workbook read by a limited child process, and takes over what it read. Judges no cell."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from threading import Thread
from typing import Any

import polars as pl
import pyarrow as pa

from monitoring.domain.problem import Problem
from monitoring.intake import limits
from monitoring.intake.preflight import Refused
from monitoring.intake.text_tables import is_text

_COMMAND = [sys.executable, "-I", "-m", "monitoring.intake.reading_room"]
_ENVIRONMENT = {"MALLOC_ARENA_MAX": "4", "ARROW_DEFAULT_MEMORY_POOL": "system"}  # less address space, which is limited


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column's different texts, and for each row which of them stands there (UInt32; null: an empty cell)."""

    texts: Sequence[str]
    at: pl.Series

    def top(self, rows: int) -> list[str | None]:
        """The texts of the first rows."""
        return [None if which is None else self.texts[which] for which in self.at.slice(0, rows).to_list()]


@dataclass(frozen=True, slots=True)
class SheetAsRead:
    """One sheet as text. `rows` are its row numbers (Int32, from 1, rising); columns begin with A.

    `errors` are (row, column from 0) of cells with an error value, which read as empty; `merged` the ranges
    of merged cells; `without_value` the formulas without a saved result, which read as empty too. `notes` are (cell,
    text) of what is written beside cells; no answer, and never kept. `hidden_rows` and `hidden_columns` (first and
    last, from 0) read like all others. `counts_from_1904`: a plain number that means a day is four years and a day
    later than usual.
    """

    name: str
    hidden: bool
    rows: pl.Series
    columns: tuple[TextColumn, ...]
    errors: tuple[tuple[int, int], ...] = ()
    merged: tuple[str, ...] = ()
    without_value: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    counts_from_1904: bool = False

    @property
    def is_empty(self) -> bool:
        return all(column.at.null_count() == len(column.at) for column in self.columns)


@dataclass(frozen=True, slots=True)
class WorkbookAsRead:
    """All sheets of a workbook, in its order, and the codes of what it brings along that deserves a warning."""

    sheets: tuple[SheetAsRead, ...]
    warnings: tuple[str, ...] = ()


class Reading:
    """A workbook being read by a child. The caller may prepare other things meanwhile, then ask for the sheets."""

    def __init__(self, content: bytes, file: str = "") -> None:
        """`file` is its name: a table of text is told by its ending, a workbook by its bytes."""
        self._content = content
        self._name = PurePath(file).stem
        self._answer = b""
        self._late = False
        command = [*_COMMAND, "--text"] if is_text(file) else _COMMAND
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_ENVIRONMENT
        )  # its error output may quote cells, so nobody listens to it
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def workbook(self) -> WorkbookAsRead:
        """What was read. Raises Refused, also where the child died or gave no answer in time."""
        self._listener.join()
        answer, self._answer = self._answer, b""
        if self._late:
            raise Refused("took_too_long")
        return understood(answer, self._name)

    def sheets(self) -> tuple[SheetAsRead, ...]:
        """The sheets alone. Raises Refused like workbook()."""
        return self.workbook().sheets

    def _listen(self) -> None:
        try:
            self._answer, _ = self._process.communicate(self._content, timeout=limits.PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self._late = True
            self._process.kill()
            self._process.communicate()
            if self._process.stdin:
                with suppress(OSError):  # what was not yet sent, to nobody who would read it
                    self._process.stdin.close()
        if self._process.returncode:
            self._answer = b""


def read_workbook(content: bytes, file: str = "") -> tuple[SheetAsRead, ...]:
    """All sheets of a workbook, or the table of a text file, as text. Raises Refused with a problem's code."""
    return Reading(content, file).sheets()


def understood(answer: bytes, name: str = "") -> WorkbookAsRead:
    """What the child's answer says. Raises Refused for a refusal, and for an answer that is none.

    `name` is that of a sheet that has none: a table of text is called like its file.
    """
    end = answer.find(b"\n")
    try:
        known = json.loads(answer[: max(end, 0)])
        if "refused" in known:
            raise Refused(known["refused"], **known["facts"])
        sheets = tuple(_take_over(known, pa.py_buffer(answer).slice(end + 1), name))
        return WorkbookAsRead(sheets, tuple(known["warnings"]))
    except (pa.ArrowException, OSError, EOFError, ValueError, KeyError, TypeError) as mistake:
        raise Refused("unreadable_workbook") from mistake


def problem_of(refusal: Refused) -> Problem:
    """The refusal as the one problem that its file has; with the sheet and cell that are the reason, where one is."""
    facts = dict(refusal.facts)
    return Problem(
        refusal.code, sheet=facts.pop("sheet", None), cell=facts.pop("cell", None), facts=tuple(facts.items())
    )


def _take_over(known: Mapping[str, Any], streams: pa.Buffer, name: str) -> Iterator[SheetAsRead]:
    source = pa.BufferReader(streams)
    for sheet in known["sheets"]:
        table = pa.ipc.open_stream(source).read_all()
        table.validate(full=True)  # a child that a workbook has taken over may answer anything
        rows, *columns = table.combine_chunks().columns
        yield SheetAsRead(
            name=sheet["name"] or name,
            hidden=sheet["hidden"],
            rows=pl.Series("sheet_row", pl.from_arrow(rows), pl.Int32),
            columns=tuple(_column(column) for column in columns),
            errors=tuple((row, column) for row, column in sheet["errors"]),
            merged=tuple(sheet["merged"]),
            without_value=tuple(sheet["without_value"]),
            notes=tuple((cell, text) for cell, text in sheet["notes"]),
            hidden_rows=tuple(sheet["hidden_rows"]),
            hidden_columns=tuple((first, last) for first, last in sheet["hidden_columns"]),
            counts_from_1904=known["counts_from_1904"],
        )


def _column(column: pa.ChunkedArray) -> TextColumn:
    """Texts of white space alone count as empty."""
    if not column.num_chunks:
        return TextColumn((), pl.Series([], dtype=pl.UInt32))
    array = column.chunk(0)
    texts = array.dictionary.to_pylist()
    at = pl.Series(pl.from_arrow(array.indices)).cast(pl.UInt32)
    blank = [which for which, text in enumerate(texts) if not text.strip()]
    if blank:
        at = at.set(at.is_in(pl.Series(blank, dtype=pl.UInt32).implode()), None)
    return TextColumn(texts, at)
