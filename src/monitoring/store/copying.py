"""Copies a whole database into another file, under another key if so wished, while others go on reading and writing.

Table by table through memory: attaching a second file would need the access to files that the connection gave up.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from monitoring.derive.create_table import quoted
from monitoring.store.connection import Database

_COLUMNS = """
select table_name, column_name, data_type, is_nullable
from information_schema.columns
where table_catalog = current_database() and table_schema = 'main'
order by table_name, ordinal_position
"""
_ROWS_AT_ONCE = 50_000


def copy(database: Database, path: Path, key: str) -> dict[str, int]:
    """Writes the copy, as the database stood at one moment; returns table to number of rows. `path` is a new file."""
    other = Database(path, key)
    try:
        with database.cursor() as source, other.transaction() as target:
            source.execute("BEGIN TRANSACTION")  # all tables as they stood at the same moment
            made = _make_tables(source, target)
            for table in made:
                _copy_rows(source, target, table)
            source.execute("COMMIT")
            counted = counts(target)
    finally:
        other.close()
    path.chmod(0o600)
    return counted


def counts(cursor: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Table to number of rows."""
    tables = sorted({row[0] for row in cursor.execute(_COLUMNS).fetchall()})
    found = {}
    for table in tables:
        (found[table],) = cursor.execute(f"select count(*) from {quoted(table)}").fetchone() or (0,)
    return found


def _make_tables(source: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection) -> list[str]:
    columns: dict[str, list[str]] = {}
    for table, column, kind, is_nullable in source.execute(_COLUMNS).fetchall():
        needed = "" if is_nullable == "YES" else " not null"
        columns.setdefault(table, []).append(f"{quoted(column)} {kind}{needed}")
    for table, listed in columns.items():
        target.execute(f"create table {quoted(table)} ({', '.join(listed)})")
    return list(columns)


def _copy_rows(source: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: str) -> None:
    for batch in source.execute(f"select * from {quoted(table)}").to_arrow_reader(_ROWS_AT_ONCE):
        target.register("batch_of_rows", batch)
        target.execute(f"insert into {quoted(table)} select * from batch_of_rows")
        target.unregister("batch_of_rows")
