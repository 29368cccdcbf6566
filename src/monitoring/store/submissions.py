"""Hand-ins: written once, never overwritten. Undo, sending back and acceptance are added beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from monitoring.derive.create_table import columns_of, history_table, quoted
from monitoring.derive.relations import standing_steps
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.submission import Changes, Status, Submission
from monitoring.store import current
from monitoring.store.kept_cells import KeptCells

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

    @property
    def rows(self) -> int:
        return sum(frame.height for frame in self.tables.values())


def compare(
    cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, country: str, tables: Mapping[str, polars.DataFrame]
) -> Changes:
    """What would change if these rows were handed in now. Leaves the incoming rows registered on the cursor."""
    import polars  # of no use to pages that only read figures

    (is_first,) = cursor.execute("select count(*) = 0 from submissions where country = ?", [country]).fetchone() or (0,)
    if not is_first:
        _lay_out_standing(cursor, catalogue, country)
    total = Changes()
    for form in _in_order(catalogue, tables):
        incoming = tables[form.name]
        if "country" not in incoming.columns:
            incoming = incoming.with_columns(polars.lit(country).alias("country"))
        cursor.register(f"incoming_{form.name}", incoming.to_arrow(compat_level=polars.CompatLevel.newest()))
        total += Changes(new=incoming.height) if is_first else _changes(cursor, form, incoming.height)
    return total


def _lay_out_standing(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, country: str) -> None:
    """The country's standing rows, each form in a temporary table."""
    parameters = {"until": current.FOR_EVER, "country": country}
    for name, text in standing_steps(catalogue).items():
        used = {key: value for key, value in parameters.items() if f"${key}" in text}
        cursor.execute(f"create or replace temp table {name} as {text}", used)


def _changes(cursor: duckdb.DuckDBPyConnection, form: Form, rows: int) -> Changes:
    """What the registered incoming rows of a form would change."""
    (standing,) = cursor.execute(f"select count(*) from standing_{form.name}").fetchone() or (0,)
    if not standing:
        return Changes(new=rows)
    return Changes(*(cursor.execute(_comparison(form)).fetchone() or (0, 0, 0, 0)))


def write(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, kept: KeptCells, hand_in: HandIn) -> Submission:
    """Adds a hand-in inside the caller's transaction and makes its country's current rows anew."""
    changes = compare(cursor, catalogue, hand_in.country, hand_in.tables)
    (number,) = cursor.execute("select coalesce(max(submission_id), 0) + 1 from submissions").fetchone() or (1,)
    if "survivors" in hand_in.tables:
        cursor.execute((_SQL / "new_people.sql").read_text(), {"country": hand_in.country})
    for form in _in_order(catalogue, hand_in.tables):
        columns = ", ".join(quoted(name) for name in columns_of(form) if name != "submission_id")
        cursor.execute(
            f"insert into {history_table(form)} ({columns}, submission_id) "
            f"select {columns}, {int(number)} from incoming_{form.name}"
        )
    submission = _described(number, hand_in, changes)
    cursor.execute("insert into submissions values (" + ", ".join("?" * 12) + ")", _as_row(submission))
    current.refresh(cursor, catalogue, hand_in.country)
    kept.write(number, hand_in.cells)
    return submission


def decide(
    cursor: duckdb.DuckDBPyConnection,
    catalogue: Catalogue,
    submission: Submission,
    status: Status,
    *,
    by: str,
    at: datetime,
    reason: str | None,
) -> None:
    """Adds a decision; where it withdraws the hand-in, the former answers are current again."""
    cursor.execute("insert into decisions values (?, ?, ?, ?, ?)", [submission.id, status.value, by, at, reason])
    if status in (Status.UNDONE, Status.SENT_BACK):
        current.refresh(cursor, catalogue, submission.country)


def listed(cursor: duckdb.DuckDBPyConnection) -> list[Submission]:
    """Every hand-in, newest first, with what was decided of it."""
    answer = cursor.execute((_SQL / "submissions.sql").read_text())
    names = [column[0] for column in answer.description or ()]
    return [_read(dict(zip(names, row, strict=True))) for row in answer.fetchall()]


def _comparison(form: Form) -> str:
    compared = [name for name in columns_of(form) if name not in (*form.key, "country", "submission_id", "sheet_row")]
    differs = " or ".join(f"incoming.{quoted(name)} is distinct from before.{quoted(name)}" for name in compared)
    same = " and ".join(
        f"incoming.{quoted(name)} is not distinct from before.{quoted(name)}" for name in ("country", *form.key)
    )
    return (_SQL / "compare.sql").read_text().format(form=form.name, differs=differs, same_key=same)


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
