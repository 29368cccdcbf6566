"""The small SQLite file about staff: people, accounts, sessions, failed attempts and the log. Holds no survivor.

Several processes use it at once, and DuckDB lets in one; hence a file of its own.
"""

import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from monitoring.access.anchor import Anchor, Head
from monitoring.access.chain import FIRST, linked
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
    detail text not null,
    chain text not null default ''
);
"""

_NEVER_CHANGED = """
create trigger if not exists log_is_not_edited before update on log when old.chain <> ''
begin select raise(abort, 'lines of the log are not changed'); end;
create trigger if not exists log_is_not_cut before delete on log
begin select raise(abort, 'lines of the log are not taken out'); end;
"""
"""Against our own mistakes. Whoever can write the file can drop them: the chain and its anchor tell of that."""


class StaffFile:
    """One data folder's file about staff, readable by its owner alone."""

    def __init__(self, path: Path, anchor: Anchor | None = None) -> None:
        """Opens or makes the file; `anchor` remembers where its log ended. Raises Refusal where it is damaged."""
        self._path = path
        self.anchor = anchor
        try:
            with self.open() as book:
                book.execute("pragma journal_mode = wal")
                book.executescript(_TABLES)
                linked_now = _link_older_lines(book)
                book.executescript(_NEVER_CHANGED)
        except sqlite3.DatabaseError:
            raise Refusal("people_damaged", file=path) from None
        path.chmod(0o600)
        if linked_now is not None and anchor is not None:
            anchor.place(linked_now)
        self._keep_open()

    def _keep_open(self) -> None:
        """One idle connection as long as this lives: the last one to close has SQLite tidy up, which takes longer than
        all the work before it, and every line of the log would be the last one.
        """
        idle = sqlite3.connect(self._path, timeout=10, check_same_thread=False)
        idle.execute("select count(*) from people").fetchone()
        weakref.finalize(self, idle.close)

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """A connection whose work is kept whole or not at all, for the one caller."""
        book = sqlite3.connect(self._path, timeout=10)
        try:
            with book:
                yield book
        finally:
            book.close()


def _link_older_lines(book: sqlite3.Connection) -> Head | None:
    """Lines written before there was a chain are hung on one: all or none, so that no later hole is mended here.

    Returns the last of them, where there were any.
    """
    if "chain" not in {row[1] for row in book.execute("pragma table_info(log)")}:
        book.execute("alter table log add column chain text not null default ''")
    if book.execute("select 1 from log where chain <> '' limit 1").fetchone() is not None:
        return None
    before, last = FIRST, None
    for number, *line in book.execute("select number, at, who, what, detail from log order by number").fetchall():
        before = linked(before, number, *line)
        book.execute("update log set chain = ? where number = ?", (before, number))
        last = Head(number, before)
    return last
