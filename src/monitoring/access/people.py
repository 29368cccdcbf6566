"""The people who use the product, in a small SQLite file: several processes read it, and DuckDB lets in one.

Holds staff only. Survivors are never in this file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal

_TABLE = """
create table if not exists people (
    name text primary key,
    role text not null,
    countries text not null,
    provider text,
    disabled integer not null default 0
)
"""


class UnknownPerson(Refusal):
    """Nobody of that name may come in. The same sentence for a disabled person: names are not for trying out."""

    def __init__(self, name: str) -> None:
        super().__init__("unknown_person", name=name)


class NameTaken(Refusal):
    """Somebody of that name is there already."""

    def __init__(self, name: str) -> None:
        super().__init__("name_taken", name=name)


class PeopleBook:
    """Reads and writes the people of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with self._open() as book:
                book.execute("pragma journal_mode = wal")
                book.execute(_TABLE)
        except sqlite3.DatabaseError:
            raise Refusal("people_damaged", file=path) from None
        path.chmod(0o600)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        book = sqlite3.connect(self._path, timeout=10)
        try:
            with book:
                yield book
        finally:
            book.close()

    def add(self, person: Actor) -> None:
        """Raises NameTaken."""
        row = (person.name, person.role.value, " ".join(sorted(person.countries)), person.provider)
        with self._open() as book:
            try:
                book.execute("insert into people (name, role, countries, provider) values (?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                raise NameTaken(person.name) from None

    def find(self, name: str) -> Actor:
        """Raises UnknownPerson."""
        sql = "select name, role, countries, provider from people where name = ? and disabled = 0"
        with self._open() as book:
            row = book.execute(sql, (name,)).fetchone()
        if row is None:
            raise UnknownPerson(name)
        return _actor(row)

    def all(self) -> list[tuple[Actor, bool]]:
        """Everybody in alphabetical order, and whether they are disabled."""
        sql = "select name, role, countries, provider, disabled from people order by name"
        with self._open() as book:
            return [(_actor(row[:4]), bool(row[4])) for row in book.execute(sql)]

    def disable(self, name: str) -> None:
        """Raises UnknownPerson."""
        with self._open() as book:
            if book.execute("update people set disabled = 1 where name = ?", (name,)).rowcount == 0:
                raise UnknownPerson(name)


def _actor(row: tuple[str, str, str, str | None]) -> Actor:
    name, role, countries, provider = row
    return Actor(name, Role(role), frozenset(countries.split()), provider)
