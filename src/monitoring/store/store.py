"""The store as services know it: hand-ins in, counts out. Nothing of DuckDB shows through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from monitoring.derive.create_table import history_table
from monitoring.derive.query import Query
from monitoring.derive.relations import standing_rows, with_steps
from monitoring.derive.sql_files import statement
from monitoring.domain.answers import Answer, Cause
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.heading_answers import RememberedHeading
from monitoring.domain.submission import Changes, Standing, Status, Submission
from monitoring.store import (
    answers,
    batches,
    current,
    figures,
    headings,
    quarters,
    submissions,
    tables,
)
from monitoring.store.comparison import Incoming, Side, SideBySide
from monitoring.store.connection import Database
from monitoring.store.export_requests import ExportRequests
from monitoring.store.kept_cells import KeptCells
from monitoring.store.quarters import NothingToReport
from monitoring.store.submissions import Agreed, HandIn
from monitoring.store.targets import Targets

if TYPE_CHECKING:
    import polars

__all__ = ["HandIn", "Incoming", "NothingToReport", "Side", "SideBySide", "Store"]

_COLUMNS = "select table_name, column_name from information_schema.columns where table_catalog = current_database()"


class Store:
    """One data folder: the encrypted database and the kept cells."""

    def __init__(self, folder: Path, key: str, catalogue: Catalogue) -> None:
        """Opens the folder, makes what is missing, and makes current rows anew if the declarations have changed.

        Raises StoreClosed where another process holds the database or the key does not fit.
        """
        self._catalogue = catalogue
        self._database = Database(folder / "monitoring.duckdb", key)
        self._kept = KeptCells(folder / "kept", key)
        self.exports = ExportRequests(self._database)
        self.targets = Targets(self._database)
        with self._database.transaction() as cursor:
            tables.prepare(cursor, catalogue)
        if self.note("current_rows") != current.version(catalogue):
            with self._database.transaction() as cursor:
                current.rebuild(cursor, catalogue)
            self.write_note("current_rows", current.version(catalogue))

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
            return standing, submissions.compare(cursor, self._catalogue, country, rows)

    def standing(self, country: str) -> Standing:
        """Where the country's history stands now."""
        with self._database.cursor() as cursor:
            return submissions.standing(cursor, country)

    def hand_in(self, hand_in: HandIn, agreed: Agreed = lambda standing, changes: None) -> Submission:
        """Writes a hand-in; its answers count from now on. What `agreed` raises keeps it from being written."""
        with self._database.transaction() as cursor:
            return submissions.write(cursor, self._catalogue, self._kept, hand_in, agreed)

    def decide(self, submission: Submission, status: Status, *, by: str, at: datetime, reason: str | None) -> None:
        """Adds undo, acceptance or sending back to a hand-in. Raises AlreadyDecided."""
        with self._database.transaction() as cursor:
            submissions.decide(cursor, self._catalogue, submission, status, by=by, at=at, reason=reason)

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

    def answers(self, submission: int) -> tuple[Answer, ...]:
        """What the office said of warnings in a hand-in."""
        with self._database.cursor() as cursor:
            return answers.read(cursor, submission)

    def answers_before(
        self, country: str, rows: Mapping[str, polars.DataFrame], asked: Mapping[Cause, Sequence[int]]
    ) -> tuple[Answer, ...]:
        """Of cells with a warning (row numbers in the sheet) those that were explained in an earlier hand-in."""
        with self._database.cursor() as cursor:
            return answers.given_before(cursor, self._catalogue, country, rows, asked)

    def say_nothing_to_report(self, said: NothingToReport) -> None:
        """Keeps that an office had nothing to report of a quarter."""
        with self._database.transaction() as cursor:
            quarters.add(cursor, said)

    def nothing_to_report(self) -> list[NothingToReport]:
        """Every such word."""
        with self._database.cursor() as cursor:
            return quarters.listed(cursor)

    def kept_cells(self, submission: int) -> dict[str, polars.DataFrame]:
        """The cells of a hand-in as they were read, form name to text columns and sheet_row."""
        return self._kept.read(submission)

    def headings(self, country: str) -> tuple[RememberedHeading, ...]:
        """What the country's office said of headings that we do not know."""
        with self._database.cursor() as cursor:
            return headings.read(cursor, country)

    def remember_headings(self, country: str, answers: Iterable[RememberedHeading], at: datetime) -> None:
        """Keeps or replaces what the office said."""
        with self._database.transaction() as cursor:
            headings.write(cursor, country, answers, at)

    def forget_heading(self, country: str, form: str, heading: str) -> None:
        with self._database.transaction() as cursor:
            headings.forget(cursor, country, form, heading)

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
        names = {history_table(form): form.name for form in self._catalogue.forms.values()}
        found: dict[str, set[str]] = {name: set() for name in names.values()}
        for row in self.rows(_COLUMNS, {}):
            if row["table_name"] in names:
                found[names[row["table_name"]]].add(row["column_name"])
        return {name: frozenset(columns) for name, columns in found.items()}

    def counts(self, query: Query, as_of: date | None = None) -> list[figures.Row]:
        """The rows of a derived query, as things stand or as reported on a day."""
        return figures.read_counts(self._database, self._catalogue, query, as_of)

    def rows(self, sql: str, parameters: Mapping[str, object]) -> list[figures.Row]:
        """The rows of a statement over the current relations."""
        return figures.read_rows(self._database, sql, dict(parameters))

    def batches(self, sql: str, parameters: Mapping[str, object], rows: int = 50_000) -> Iterator[polars.DataFrame]:
        """The rows of a statement over the current relations, some at a time."""
        return batches.read_batches(self._database, sql, parameters, rows)

    def close(self) -> None:
        self._database.close()
