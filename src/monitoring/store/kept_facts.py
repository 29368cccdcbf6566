"""What is kept of a hand-in beside its rows, and of the house beside its hand-ins: enough to rebuild the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import duckdb

OF_SUBMISSIONS = (
    "submissions",
    "warning_answers",
    "answered_cells",
    "open_warnings",
    "drop_reasons",
    "sheets_handed_in",
    "sheets_counted_on",
)
"""Tables with rows of a hand-in. Only erasure and an explained warning change them: then they are kept anew."""

OF_THE_HOUSE = ("nothing_to_report", "heading_answers", "erased_people", "notes")

Facts = dict[str, Any]


def of_submission(cursor: duckdb.DuckDBPyConnection, number: int) -> Facts:
    """Table to its rows of the hand-in, as JSON can hold them."""
    return {name: _rows(cursor, f"select * from {name} where submission_id = ?", [number]) for name in OF_SUBMISSIONS}


def of_decision(cursor: duckdb.DuckDBPyConnection, number: int) -> Facts:
    """What was decided of the hand-in."""
    return {"decisions": _rows(cursor, "select * from decisions where submission_id = ?", [number])}


def of_house(cursor: duckdb.DuckDBPyConnection) -> Facts:
    """Small tables that belong to no hand-in."""
    return {name: _rows(cursor, f"select * from {name}", []) for name in OF_THE_HOUSE}


def write(cursor: duckdb.DuckDBPyConnection, facts: Mapping[str, Iterable[list[Any]]]) -> None:
    """Puts the rows back where they were."""
    for name, rows in facts.items():
        if name not in (*OF_SUBMISSIONS, *OF_THE_HOUSE, "decisions"):
            continue
        for row in rows:
            cursor.execute(f"insert into {name} values ({', '.join('?' * len(row))})", row)


def _rows(cursor: duckdb.DuckDBPyConnection, sql: str, parameters: list[object]) -> list[list[Any]]:
    found = cursor.execute(sql, parameters).fetchall()
    return [[value.isoformat() if isinstance(value, date) else value for value in row] for row in found]
