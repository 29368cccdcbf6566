"""The small SQLite file about staff: people, accounts, sessions, failed attempts and the log. Holds no survivor.

Several processes use it at once, and DuckDB lets in one; hence a file of its own.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from monitoring.domain.refusal import Refusal

_TABLES = """
create table if not exists people (
    name text primary key,
    role text not null,
    countries text not null,
    provider text,
    disabled integer not null default 0
);
create table if not exists accounts (
    name text primary key references people (name),
    password text,
    password_is_for_once integer not null default 0,
    second_step text,
    offered_second_step text,
    last_second_step integer not null default 0,
    subject text unique,
    last_signed_in text
);
create table if not exists sessions (
    id text primary key,
    name text not null references people (name),
    opened_at real not null,
    seen_at real not null
);
create table if not exists attempts (
    what text not null,
    at real not null
);
create table if not exists log (
    number integer primary key autoincrement,
    at text not null,
    who text not null,
    what text not null,
    detail text not null
);
"""


class StaffFile:
    """One data folder's file about staff, readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the file. Raises Refusal where it is damaged."""
        self._path = path
        try:
            with self.open() as book:
                book.execute("pragma journal_mode = wal")
                book.executescript(_TABLES)
        except sqlite3.DatabaseError:
            raise Refusal("people_damaged", file=path) from None
        path.chmod(0o600)

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """A connection whose work is kept whole or not at all, for the one caller."""
        book = sqlite3.connect(self._path, timeout=10)
        try:
            with book:
                yield book
        finally:
            book.close()
