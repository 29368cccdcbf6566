"""Why a warning is right: kept with its hand-in, and found again when the same cell comes with the same answer.

A cell is known by the row of the history that it became: so no code and no answer is written a second time.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from monitoring.derive.create_table import history_table, quoted
from monitoring.domain.answers import Answer, Cause
from monitoring.domain.catalogue import Catalogue
from monitoring.store import comparison

if TYPE_CHECKING:
    import polars

_SQL = Path(__file__).parent / "sql"
_BEFORE = (_SQL / "answered_before.sql").read_text(encoding="utf-8")
_STILL_OPEN = (_SQL / "still_open.sql").read_text(encoding="utf-8")


def write(cursor: duckdb.DuckDBPyConnection, submission: int, answers: Sequence[Answer]) -> None:
    """Keeps the answers of a hand-in: one line each, and one for each of its cells."""
    if not answers:
        return
    import polars  # of no use to pages that only read figures

    lines, cells = [], []
    for each in answers:
        cause = (submission, each.cause.code, each.cause.form, each.cause.question)
        said = (each.reason, each.by, each.at)
        lines.append((*cause, len(each.rows), *said))
        cells += [(*cause, row, *said) for row in each.rows]
    for table, rows in (("warning_answers", lines), ("answered_cells", cells)):
        cursor.register("told", polars.DataFrame(rows, orient="row").to_arrow())
        cursor.execute(f"insert into {table} select * from told")


def write_open(cursor: duckdb.DuckDBPyConnection, submission: int, asked: Mapping[Cause, Sequence[int]]) -> None:
    """Keeps which cells (cause to row numbers) have a warning that nobody has explained yet."""
    cells = [(submission, c.code, c.form, c.question, row) for c, rows in asked.items() for row in rows]
    if not cells:
        return
    import polars

    cursor.register("asked", polars.DataFrame(cells, orient="row").to_arrow())
    cursor.execute("insert into open_warnings select * from asked")


def read_open(cursor: duckdb.DuckDBPyConnection, submission: int) -> dict[Cause, tuple[int, ...]]:
    """The cells of a hand-in with a warning that nobody has explained, then or since."""
    found: dict[Cause, list[int]] = {}
    for *cause, row in cursor.execute(_STILL_OPEN, {"submission": submission}).fetchall():
        found.setdefault(Cause(*cause), []).append(row)
    return {cause: tuple(rows) for cause, rows in found.items()}


def read(cursor: duckdb.DuckDBPyConnection, submission: int) -> tuple[Answer, ...]:
    """The answers of a hand-in, without their rows, in the order of form, question and code."""
    sql = (
        "select code, form, question, cells, reason, answered_by, answered_at from warning_answers "
        "where submission_id = ? order by form, question, code, answered_at, reason, cells"
    )
    found = cursor.execute(sql, [submission]).fetchall()
    return tuple(Answer(Cause(*row[:3]), row[4], row[5], row[6], row[3]) for row in found)


def given_before(
    cursor: duckdb.DuckDBPyConnection,
    catalogue: Catalogue,
    country: str,
    tables: "Mapping[str, polars.DataFrame]",
    asked: Mapping[Cause, Sequence[int]],
) -> tuple[Answer, ...]:
    """Of the cells with a warning (cause to row numbers) those that were explained before, in the words of then."""
    known = set(cursor.execute("select distinct code, form, question from answered_cells").fetchall())
    wanted = {cause: rows for cause, rows in asked.items() if (cause.code, cause.form, cause.question) in known}
    if not wanted:
        return ()
    import polars

    rows = [(c.code, c.form, c.question, row) for c, of_cause in wanted.items() for row in of_cause]
    kinds = {"code": polars.String, "form": polars.String, "question": polars.String, "sheet_row": polars.Int32}
    cursor.register("asked", polars.DataFrame(rows, schema=kinds, orient="row").to_arrow())
    found: dict[tuple[Cause, str, str, datetime], list[int]] = {}
    for name, question in sorted({(cause.form, cause.question) for cause in wanted}):
        form = catalogue.forms[name]
        comparison.register(cursor, form, country, tables[name], name="after")
        sql = _BEFORE.format(
            form=name, history=history_table(form), question=quoted(question), same_key=comparison.same_key(form)
        )
        for *cause, row, reason, by, at in cursor.execute(sql, {"form": name, "question": question}).fetchall():
            found.setdefault((Cause(*cause), reason, by, at), []).append(row)
    return tuple(
        Answer(cause, reason, by, at, len(of_them), tuple(sorted(of_them)))
        for (cause, reason, by, at), of_them in sorted(found.items())
    )
