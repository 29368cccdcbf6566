"""Hand-ins: written once, never overwritten. Undo, sending back and acceptance are added beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from monitoring.derive.create_table import columns_of, history_table, quoted
from monitoring.derive.relations import standing_rows, with_steps
from monitoring.derive.sql_files import statement
from monitoring.domain.answers import Answer, Cause
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.comparison import AsOf
from monitoring.domain.form import Form
from monitoring.domain.submission import Changes, SheetOfHandIn, Standing, Status, Submission
from monitoring.store import answers, comparison, current, kept_facts, origins
from monitoring.store.comparison import Incoming, SideBySide
from monitoring.store.kept_cells import Kept, KeptCells, packed

if TYPE_CHECKING:
    import polars

_SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True)
class HandIn:
    """What is to be written: one country's typed rows by form, the cells as read, and who hands them in when."""

    country: str
    file: str
    fingerprint: str
    by: str
    at: datetime
    warnings: int
    tables: Mapping[str, polars.DataFrame]
    cells: Mapping[str, polars.DataFrame]
    answers: tuple[Answer, ...] = ()
    drop_reason: str | None = None
    sheets: tuple[SheetOfHandIn, ...] = ()
    left_open: Mapping[Cause, Sequence[int]] = field(default_factory=dict)  # cells with a warning nobody explains

    @property
    def rows(self) -> int:
        return sum(frame.height for frame in self.tables.values())


Agreed = Callable[[Standing, Mapping[str, Changes]], None]
"""Hears what a hand-in would change, when nobody else can write any more. Raises, and nothing is written."""


def compare(
    cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, country: str, tables: Mapping[str, polars.DataFrame]
) -> dict[str, Changes]:
    """What would change by form if these rows were handed in now. Leaves them known to the cursor as `after_<form>`."""
    is_first = standing(cursor, country).newest == 0
    beside = SideBySide(cursor, country, AsOf(), Incoming(tables))
    found = {}
    for form in _in_order(catalogue, tables):
        beside.know(form, with_conditions=False)
        found[form.name] = Changes(new=tables[form.name].height) if is_first else beside.counted(form)
    return found


def standing(cursor: duckdb.DuckDBPyConnection, country: str) -> Standing:
    """Where the country's history stands now."""
    return Standing(*(cursor.execute(_text("country_standing"), {"country": country}).fetchone() or (0, 0)))


def write(
    cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, kept: KeptCells, hand_in: HandIn, agreed: Agreed
) -> Submission:
    """Adds a hand-in inside the caller's transaction and makes its country's current rows anew."""
    by_form = compare(cursor, catalogue, hand_in.country, hand_in.tables)
    agreed(standing(cursor, hand_in.country), by_form)
    to_keep = Kept(hand_in.cells, hand_in.tables)
    with ThreadPoolExecutor(1) as aside:  # packing and sealing takes the other core, while the database writes
        packing = aside.submit(packed, to_keep)
        submission = _record(cursor, catalogue, hand_in, sum(by_form.values(), Changes()))
        to_keep = replace(to_keep, facts=kept_facts.of_submission(cursor, submission.id))
        keeping = aside.submit(kept.write, submission.id, to_keep, packing.result())
        del packing  # the bytes are not held while the current rows are made
        current.refresh(cursor, catalogue, hand_in.country)
        keeping.result()
    return submission


def _record(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, hand_in: HandIn, changes: Changes) -> Submission:
    """Adds the hand-in's rows to the history, and what was said of it."""
    (number,) = cursor.execute("select coalesce(max(submission_id), 0) + 1 from submissions").fetchone() or (1,)
    if "survivors" in hand_in.tables:
        cursor.execute(_text("new_people"), {"country": hand_in.country})
    for form in _in_order(catalogue, hand_in.tables):
        write_rows(cursor, form, number)
    submission = _described(number, hand_in, changes)
    cursor.execute("insert into submissions values (" + ", ".join("?" * 12) + ")", _as_row(submission))
    answers.write(cursor, number, hand_in.answers)
    origins.write(cursor, number, hand_in.sheets)
    answers.write_open(cursor, number, hand_in.left_open)
    if hand_in.drop_reason:
        cursor.execute("insert into drop_reasons values (?, ?)", [number, hand_in.drop_reason])
    return submission


def write_rows(cursor: duckdb.DuckDBPyConnection, form: Form, number: int) -> None:
    """Adds the rows that are known to the cursor as `after_<form>` to the form's history."""
    columns = ", ".join(quoted(name) for name in columns_of(form) if name != "submission_id")
    cursor.execute(
        f"insert into {history_table(form)} ({columns}, submission_id) "
        f"select {columns}, {int(number)} from after_{form.name}"
    )


def listed(cursor: duckdb.DuckDBPyConnection, day: date | None) -> list[Submission]:
    """Every hand-in, newest first, with what was decided of it; as known at the end of a day, or now."""
    answer = cursor.execute(_text("submissions"), {"until": comparison.end_of(day)})
    names = [column[0] for column in answer.description or ()]
    return [_read(dict(zip(names, row, strict=True))) for row in answer.fetchall()]


def rows_still_counted(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, submission: Submission) -> int:
    """How many rows of the hand-in no newer one has replaced; none where it was withdrawn."""
    steps = {"standing": statement("standing")}
    used = {"until": current.FOR_EVER, "country": submission.country, "submission": submission.id}
    found = 0
    for form in catalogue.forms.values():
        select = _text("rows_still_counted").format(standing_rows=standing_rows(form))
        (still,) = cursor.execute(with_steps(steps, select), used).fetchone() or (0,)
        found += still
    return found


@cache
def _text(name: str) -> str:
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def _in_order(catalogue: Catalogue, tables: Mapping[str, polars.DataFrame]) -> list[Form]:
    return [form for name, form in catalogue.forms.items() if name in tables]


def _described(number: int, hand_in: HandIn, changes: Changes) -> Submission:
    return Submission(
        id=number,
        country=hand_in.country,
        file=hand_in.file,
        fingerprint=hand_in.fingerprint,
        handed_in_by=hand_in.by,
        handed_in_at=hand_in.at,
        rows=hand_in.rows,
        changes=changes,
        warnings=hand_in.warnings,
        answered=sum(len(answer.rows) for answer in hand_in.answers),
        drop_reason=hand_in.drop_reason,
    )


def _as_row(submission: Submission) -> list[object]:
    return [
        submission.id,
        submission.country,
        submission.file,
        submission.fingerprint,
        submission.handed_in_by,
        submission.handed_in_at,
        submission.rows,
        *asdict(submission.changes).values(),
        submission.warnings,
    ]


def _read(row: dict[str, object]) -> Submission:
    changes = Changes(*(row.pop(f"{name}_rows") for name in ("new", "changed", "unchanged", "missing")))  # type: ignore[arg-type]  # integers by the table
    renamed = {"id": row.pop("submission_id"), "rows": row.pop("row_count"), "status": Status(str(row.pop("status")))}
    return Submission(**row, **renamed, changes=changes)  # type: ignore[arg-type]  # types by the table
