"""The people who use the product, and what each may see. Holds no passwords and no survivors."""

import sqlite3
from dataclasses import replace
from pathlib import Path

from monitoring.access.anchor import Anchor
from monitoring.access.staff_file import StaffFile
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal


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

    def __init__(self, path: Path, anchor: Anchor | None = None) -> None:
        """`anchor` remembers where the log of the file ended. Raises Refusal where the file is damaged."""
        self.file = StaffFile(path, anchor)
        self._open = self.file.open

    def add(self, person: Actor) -> None:
        """Raises NameTaken."""
        row = (person.name, person.role.value, " ".join(sorted(person.countries)), person.provider)
        with self._open() as book:
            if person.name.casefold() in {name.casefold() for (name,) in book.execute("select name from people")}:
                raise NameTaken(person.name)
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
        """Shuts a person out, and ends their sessions. Raises UnknownPerson."""
        self._switch(name, disabled=True)

    def enable(self, name: str) -> None:
        """Lets a person in again. Raises UnknownPerson."""
        self._switch(name, disabled=False)

    def change_scope(self, person: Actor) -> None:
        """Gives the person of that name another role, countries or provider. Raises UnknownPerson."""
        row = (person.role.value, " ".join(sorted(person.countries)), person.provider, person.name)
        with self._open() as book:
            changed = book.execute("update people set role = ?, countries = ?, provider = ? where name = ?", row)
            if changed.rowcount == 0:
                raise UnknownPerson(person.name)

    def known_elsewhere(self, subject: str, person: Actor) -> Actor | None:
        """Keeps a person who signs in with another server, with the role given there today; None if disabled here.

        `subject` says who they are for good. Where the name is another's already, a number is put behind it.
        """
        with self._open() as book:
            sql = "select name, disabled from accounts join people using (name) where subject = ?"
            row = book.execute(sql, (subject,)).fetchone()
            if row is None:
                taken = {name for (name,) in book.execute("select name from people")}
                names = (person.name, *(f"{person.name} {number}" for number in range(2, len(taken) + 3)))
                person = replace(person, name=next(name for name in names if name not in taken))
                book.execute("insert into people (name, role, countries) values (?, ?, '')", (person.name, person.role))
                book.execute("insert into accounts (name, subject) values (?, ?)", (person.name, subject))
            elif row[1]:
                return None
        person = replace(person, name=row[0]) if row else person
        self.change_scope(person)
        return person

    def _switch(self, name: str, *, disabled: bool) -> None:
        with self._open() as book:
            if book.execute("update people set disabled = ? where name = ?", (disabled, name)).rowcount == 0:
                raise UnknownPerson(name)
            if disabled:
                book.execute("delete from sessions where name = ?", (name,))


def _actor(row: tuple[str, str, str, str | None]) -> Actor:
    name, role, countries, provider = row
    return Actor(name, Role(role), frozenset(countries.split()), provider)
