"""Who did what, when: a line for every sign-in, page, refusal and deed. Holds no cell values and no survivor codes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from monitoring.access.anchor import Head
from monitoring.access.chain import FIRST, linked
from monitoring.access.staff_file import StaffFile

LONGEST_DETAIL = 400
"""Letters. A line says what was done, not what was found."""

_LAST = "select number, chain from log order by number desc limit 1"
_ADD = "insert into log (number, at, who, what, detail, chain) values (?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `at` is UTC in ISO form; `who` a person's name or "-" for nobody known; `what` one of our words."""

    number: int
    at: str
    who: str
    what: str
    detail: str


class Log:
    """Lines are added and read, never changed. Several processes may write at once."""

    def __init__(self, file: StaffFile) -> None:
        self._file = file

    def add(self, who: str, what: str, detail: str = "") -> None:
        """Adds a line. What a visitor typed is never handed in here: neither names nor passwords that were tried."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        detail = detail[:LONGEST_DETAIL]
        with self._file.open() as book:
            book.execute("begin immediate")  # else two writers would both hang their line on the same one
            last, before = book.execute(_LAST).fetchone() or (0, FIRST)
            number = last + 1
            chain = linked(before, number, at, who, what, detail)
            book.execute(_ADD, (number, at, who, what, detail, chain))
        if self._file.anchor is not None:
            self._file.anchor.advance(Head(number, chain), lambda known: before if known == last else self._hash(known))

    def newest(
        self,
        most: int = 200,
        *,
        who: str | None = None,
        what: str | None = None,
        day: date | None = None,
        holds: str | None = None,
    ) -> tuple[Entry, ...]:
        """The newest lines first: all, or those of one person, one event, one day (UTC), or with a word in them."""
        sql = (
            "select number, at, who, what, detail from log "
            "where (:who is null or who = :who) and (:what is null or what = :what) "
            "and (:day is null or substr(at, 1, 10) = :day) and (:holds is null or instr(detail, :holds) > 0) "
            "order by number desc limit :most"
        )
        asked = {"who": who, "what": what, "day": day and day.isoformat(), "holds": holds, "most": most}
        with self._file.open() as book:
            return tuple(Entry(*row) for row in book.execute(sql, asked))

    def since(self, moment: datetime) -> Iterator[Entry]:
        """Every line from a moment on (UTC), the oldest first."""
        sql = "select number, at, who, what, detail from log where at >= ? order by number"
        with self._file.open() as book:
            for row in book.execute(sql, (moment.astimezone(UTC).isoformat(timespec="seconds"),)):
                yield Entry(*row)

    def last(self) -> Head:
        """The newest line; number 0 where there is none."""
        with self._file.open() as book:
            return Head(*(book.execute(_LAST).fetchone() or (0, FIRST)))

    def _hash(self, number: int) -> str | None:
        with self._file.open() as book:
            row = book.execute("select chain from log where number = ?", (number,)).fetchone()
        return row[0] if row else None

    def people(self) -> tuple[str, ...]:
        """Everybody who stands in the log, in alphabetical order; "-" where nobody was known."""
        with self._file.open() as book:
            return tuple(who for (who,) in book.execute("select distinct who from log order by who"))

    def events(self) -> tuple[str, ...]:
        """Every kind of event that stands in the log, in alphabetical order."""
        with self._file.open() as book:
            return tuple(what for (what,) in book.execute("select distinct what from log order by what"))
