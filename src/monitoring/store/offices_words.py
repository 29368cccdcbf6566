"""What offices said beside their rows: why a warning is right, what a heading means, nothing to report. No rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from monitoring.domain.answers import Answer, Cause
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.heading_answers import RememberedHeading
from monitoring.store import answers, decisions, headings, quarters
from monitoring.store.connection import Database
from monitoring.store.housekeeping import Housekeeping
from monitoring.store.kept_cells import KeptCells
from monitoring.store.quarters import NothingToReport

if TYPE_CHECKING:
    import polars


class OfficesWords:
    """The part of the store that is about words; rows are the other."""

    _database: Database
    _catalogue: Catalogue
    _kept: KeptCells

    @property
    def housekeeping(self) -> Housekeeping:
        """Copies, erasure, proofs that all is there."""
        return Housekeeping(self._database, self._kept, self._catalogue)

    def answers(self, submission: int) -> tuple[Answer, ...]:
        """What the office said of warnings in a hand-in."""
        with self._database.cursor() as cursor:
            return answers.read(cursor, submission)

    def open_warnings(self, submission: int) -> dict[Cause, tuple[int, ...]]:
        """Cells of a hand-in (cause to row numbers in the sheet) with a warning that nobody has explained."""
        with self._database.cursor() as cursor:
            return answers.read_open(cursor, submission)

    def explain(self, submission: int, cause: Cause, reason: str, *, by: str, at: datetime) -> None:
        """Adds why the open warnings of one cause are right. Raises AlreadyDecided, NothingOpen."""
        with self._database.transaction() as cursor:
            decisions.explain(cursor, self._kept, submission, cause, reason, by, at)

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
        self.housekeeping.keep_facts()

    def nothing_to_report(self) -> list[NothingToReport]:
        """Every such word."""
        with self._database.cursor() as cursor:
            return quarters.listed(cursor)

    def headings(self, country: str) -> tuple[RememberedHeading, ...]:
        """What the country's office said of headings that we do not know."""
        with self._database.cursor() as cursor:
            return headings.read(cursor, country)

    def remember_headings(self, country: str, answers: Iterable[RememberedHeading], at: datetime) -> None:
        """Keeps or replaces what the office said."""
        with self._database.transaction() as cursor:
            headings.write(cursor, country, answers, at)
        self.housekeeping.keep_facts()

    def forget_heading(self, country: str, form: str, heading: str) -> None:
        with self._database.transaction() as cursor:
            headings.forget(cursor, country, form, heading)
        self.housekeeping.keep_facts()
