"""By what an erased person is known again, so that no later workbook brings them back. Nobody can be read from it.

A mark is a hash of the code with a salt that lies in the encrypted database alone.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    import polars

_SALT = "erased_salt"

Frames = Mapping[str, "polars.DataFrame"]


def is_marked(cursor: duckdb.DuckDBPyConnection, country: str, code: str) -> bool:
    return _mark(_salt(cursor), country, code) in _marks(cursor, country)


def add(cursor: duckdb.DuckDBPyConnection, country: str, code: str, at: datetime) -> None:
    """Remembers that the code was erased; the salt is made with the first."""
    if not _salt(cursor):
        cursor.execute("insert into notes values (?, ?)", [_SALT, secrets.token_hex(32)])
    cursor.execute("insert into erased_people values (?, ?, ?)", [country, _mark(_salt(cursor), country, code), at])


def without_erased(
    cursor: duckdb.DuckDBPyConnection, country: str, rows: Frames, cells: Frames
) -> tuple[Frames, Frames]:
    """Typed rows and the same rows as cells, without those of people who were erased, also under a newer code."""
    marks = _marks(cursor, country)
    if not marks:
        return rows, cells
    salt = _salt(cursor)
    named = {
        code for frame in rows.values() if "survivor_id" in frame.columns for code in frame["survivor_id"].unique()
    }
    gone = {code for code in named if code and _mark(salt, country, code) in marks}
    gone |= {newer for newer, former in _renamed(rows) if former in gone or _mark(salt, country, former) in marks}
    return taken_out(rows, cells, gone)


def taken_out(rows: Frames, cells: Frames, codes: set[str]) -> tuple[Frames, Frames]:
    """Typed rows and their cells, row by row the same, without the rows of these codes."""
    if not codes:
        return rows, cells
    stay = {
        form: ~frame["survivor_id"].is_in(list(codes)).fill_null(value=False)
        for form, frame in rows.items()
        if "survivor_id" in frame.columns
    }
    return (
        {form: frame.filter(stay[form]) if form in stay else frame for form, frame in rows.items()},
        {form: frame.filter(stay[form]) if form in stay else frame for form, frame in cells.items()},
    )


def _renamed(rows: Frames) -> list[tuple[str, str]]:
    """(newer code, former code) of everybody whose code has changed."""
    frame = rows.get("survivors")
    if frame is None or "previous_survivor_id" not in frame.columns:
        return []
    pairs = frame.select("survivor_id", "previous_survivor_id").drop_nulls()
    return [(newer, former) for newer, former in pairs.iter_rows()]


def _marks(cursor: duckdb.DuckDBPyConnection, country: str) -> set[str]:
    found = cursor.execute("select mark from erased_people where country = ?", [country]).fetchall()
    return {mark for (mark,) in found}


def _salt(cursor: duckdb.DuckDBPyConnection) -> str:
    row = cursor.execute("select value from notes where name = ?", [_SALT]).fetchone()
    return str(row[0]) if row else ""


def _mark(salt: str, country: str, code: str) -> str:
    return sha256(f"{salt} {country} {code.strip().casefold()}".encode()).hexdigest()
