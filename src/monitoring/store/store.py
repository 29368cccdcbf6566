"""The store as services know it: hand-ins in, counts out. Nothing of DuckDB shows through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from monitoring.derive.create_table import history_table
from monitoring.derive.relations import standing_rows, with_steps
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.submission import Changes, SheetOfHandIn, Standing, Status, Submission
from monitoring.store import (
    batches,
    current,
    decisions,
    erased_marks,
    figures,
    origins,
    submissions,
    tables,
)
from monitoring.store.comparison import Incoming, Side, SideBySide
from monitoring.store.connection import Database
from monitoring.store.export_requests import ExportRequests
from monitoring.store.kept_cells import KeptCells
from monitoring.store.offices_words import OfficesWords
from monitoring.store.quarters import NothingToReport
from monitoring.store.submissions import Agreed, HandIn
from monitoring.store.targets import Targets
from monitoring.store.told_back import ToldBack

if TYPE_CHECKING:
    import polars

__all__ = ["HandIn", "Incoming", "NothingToReport", "Side", "SideBySide", "Store"]

DATABASE, KEPT = "monitoring.duckdb", "kept"
"""What lies in a data folder: the database, and the folder from which it can be rebuilt."""

_COLUMNS = "select table_name, column_name from information_schema.columns where table_catalog = current_database()"


class Store(OfficesWords):
    """One data folder: the encrypted database and the kept cells."""

    def __init__(self, folder: Path, key: str, catalogue: Catalogue, *, older_keys: Sequence[str] = ()) -> None:
        """Opens the folder, makes what is missing, and makes current rows anew if the declarations have changed.

        `key` writes; what was written with an older one is read as well.

        Raises StoreClosed where another process holds the database or the key does not fit.
        """
        self._catalogue = catalogue
        self._database = Database(folder / DATABASE, key, older_keys)
        self._kept = KeptCells(folder / KEPT, (key, *older_keys))
        self.exports = ExportRequests(self._database)
        self.targets = Targets(self._database)
        self.told_back = ToldBack(self._database)
        with self._database.transaction() as cursor:
            tables.prepare(cursor, catalogue)
        if self.note("current_rows") != current.version(catalogue):
            with self._database.transaction() as cursor:
                current.rebuild(cursor, catalogue)
            self.write_note("current_rows", current.version(catalogue))

    @property
    def version(self) -> int:
        """Changes with everything that is written here."""
        return self._database.version

    def note(self, name: str) -> str | None:
        """A word the store keeps about itself, such as which declarations its current rows are of."""
        found = self.rows("select value from notes where name = $name", {"name": name})
        return found[0]["value"] if found else None

    def write_note(self, name: str, value: str) -> None:
        """Keeps or replaces a word about the store."""
        with self._database.transaction() as cursor:
            cursor.execute("delete from notes where name = ?", [name])
            cursor.execute("insert into notes values (?, ?)", [name, value])

    def compare(self, country: str, rows: Mapping[str, polars.DataFrame]) -> tuple[Standing, dict[str, Changes]]:
        """What would change by form if these typed rows were handed in now, and what that is true of. Writes nothing.

        The standing is read first: a hand-in in between makes the comparison old, never wrongly new.
        """
        with self._database.cursor() as cursor:
            standing = submissions.standing(cursor, country)
            rows, _ = erased_marks.without_erased(cursor, country, rows, {})
            return standing, submissions.compare(cursor, self._catalogue, country, rows)

    def standing(self, country: str) -> Standing:
        """Where the country's history stands now."""
        with self._database.cursor() as cursor:
            return submissions.standing(cursor, country)

    def hand_in(self, hand_in: HandIn, agreed: Agreed = lambda standing, changes: None) -> Submission:
        """Writes a hand-in; its answers count from now on. What `agreed` raises keeps it from being written.

        Whoever was erased stays out, whatever the workbook still holds of them.
        """
        with self._database.transaction() as cursor:
            rows, cells = erased_marks.without_erased(cursor, hand_in.country, hand_in.tables, hand_in.cells)
            hand_in = replace(hand_in, tables=rows, cells=cells)
            return submissions.write(cursor, self._catalogue, self._kept, hand_in, agreed)

    def decide(self, submission: Submission, status: Status, *, by: str, at: datetime, reason: str | None) -> None:
        """Adds undo, acceptance or sending back to a hand-in. Raises AlreadyDecided."""
        with self._database.transaction() as cursor:
            decisions.decide(cursor, self._catalogue, self._kept, submission, status, by=by, at=at, reason=reason)

    def submissions(self, day: date | None = None) -> list[Submission]:
        """Every hand-in, newest first; as known at the end of a day, or now."""
        with self._database.cursor() as cursor:
            return submissions.listed(cursor, day)

    def rows_still_counted(self, submission: Submission) -> int:
        """How many rows of the hand-in no newer one has replaced."""
        with self._database.cursor() as cursor:
            return submissions.rows_still_counted(cursor, self._catalogue, submission)

    @contextmanager
    def side_by_side(self, country: str, before: Side, after: Side) -> Iterator[SideBySide]:
        """Two states of a country's rows, for as long as the context lasts. Writes nothing."""
        with self._database.cursor() as cursor:
            yield SideBySide(cursor, country, before, after)

    def kept_cells(self, submission: int) -> dict[str, polars.DataFrame]:
        """The cells of a hand-in as they were read, form name to text columns and sheet_row."""
        return dict(self._kept.read(submission).cells)

    def sheets_of(self, submissions: Iterable[int]) -> dict[int, tuple[SheetOfHandIn, ...]]:
        """Where in the offices' workbooks the answers of some hand-ins stood."""
        with self._database.cursor() as cursor:
            return origins.read(cursor, submissions)

    def rows_of(self, form: str, country: str) -> polars.DataFrame:
        """One country's standing rows of a form, typed as intake gives them."""
        steps = {"standing": statement("standing")}
        sql = with_steps(steps, standing_rows(self._catalogue.forms[form]))
        with self._database.cursor() as cursor:
            return cursor.execute(sql, {"until": current.FOR_EVER, "country": country}).pl()

    def under(self, catalogue: Catalogue) -> Store:
        """The same data read with other declarations. Only figures replayed to a day: current rows are of our own."""
        other = copy(self)
        other._catalogue = catalogue
        return other

    def columns(self) -> dict[str, frozenset[str]]:
        """Form to the questions whose answers the data folder has room for."""
        rows = self.rows(_COLUMNS, {})
        tables_of = [(form.name, history_table(form)) for form in self._catalogue.forms.values()]
        found = {name: [row["column_name"] for row in rows if row["table_name"] == of] for name, of in tables_of}
        return {name: frozenset(columns) for name, columns in found.items()}

    def rows(self, sql: str, parameters: Mapping[str, object], as_of: date | None = None) -> list[figures.Row]:
        """The rows of a statement over the current relations, as things stand or as reported on a day."""
        return figures.read_rows(self._database, self._catalogue, sql, parameters, as_of)

    def batches(self, sql: str, parameters: Mapping[str, object], rows: int = 50_000) -> Iterator[polars.DataFrame]:
        """The rows of a statement over the current relations, some at a time."""
        return batches.read_batches(self._database, sql, parameters, rows)

    def close(self) -> None:
        self._database.close()
