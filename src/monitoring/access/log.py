"""Who did what, when: a line for every sign-in, refusal and deed. Holds no cell values and no survivor codes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

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

    def newest(
        self, most: int = 200, *, who: str | None = None, what: str | None = None, day: date | None = None
    ) -> tuple[Entry, ...]:
        """The newest lines first: all, or those of one person, one kind of event or one day (UTC)."""
        sql = (
            "select number, at, who, what, detail from log "
            "where (:who is null or who = :who) and (:what is null or what = :what) "
            "and (:day is null or substr(at, 1, 10) = :day) order by number desc limit :most"
        )
        asked = {"who": who, "what": what, "day": day and day.isoformat(), "most": most}
        with self._file.open() as book:
            return tuple(Entry(*row) for row in book.execute(sql, asked))

    def people(self) -> tuple[str, ...]:
        """Everybody who stands in the log, in alphabetical order; "-" where nobody was known."""
        with self._file.open() as book:
            return tuple(who for (who,) in book.execute("select distinct who from log order by who"))

    def events(self) -> tuple[str, ...]:
        """Every kind of event that stands in the log, in alphabetical order."""
        with self._file.open() as book:
            return tuple(what for (what,) in book.execute("select distinct what from log order by what"))
