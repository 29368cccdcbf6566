"""Who did what, when: a line for every sign-in, refusal and deed. Holds no cell values and no survivor codes."""

from dataclasses import dataclass
from datetime import UTC, datetime

from monitoring.access.staff_file import StaffFile


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `at` is UTC in ISO form; `who` a person's name or "-" for nobody known; `what` one of our words."""

    number: int
    at: str
    who: str
    what: str
    detail: str


class Log:
    """Lines are added and read, never changed."""

    def __init__(self, file: StaffFile) -> None:
        self._file = file

    def add(self, who: str, what: str, detail: str = "") -> None:
        """Adds a line. What a visitor typed is never handed in here: neither names nor passwords that were tried."""
        row = (datetime.now(UTC).isoformat(timespec="seconds"), who, what, detail)
        with self._file.open() as book:
            book.execute("insert into log (at, who, what, detail) values (?, ?, ?, ?)", row)

    def newest(self, most: int = 200) -> tuple[Entry, ...]:
        """The newest lines first."""
        sql = "select number, at, who, what, detail from log order by number desc limit ?"
        with self._file.open() as book:
            return tuple(Entry(*row) for row in book.execute(sql, (most,)))
