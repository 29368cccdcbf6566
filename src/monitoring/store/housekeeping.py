"""What keeps the data folder safe: copies, erasure, proofs that all is there. Reached as `Store.housekeeping`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from monitoring.derive.create_table import history_table
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.refusal import Refusal
from monitoring.store import copying, erasing, kept_facts
from monitoring.store.connection import Database
from monitoring.store.erasing import Erased
from monitoring.store.kept_cells import KeptCells

HOUSE = "house"
"""The name of what is kept of the house beside its hand-ins."""


@dataclass(frozen=True, slots=True)
class Integrity:
    """What was looked at, and the hand-ins whose kept file is missing, cannot be opened, or holds other rows."""

    tables: int
    rows: int
    hand_ins: int
    missing: tuple[int, ...] = ()
    damaged: tuple[int, ...] = ()
    different: tuple[int, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.damaged or self.different)


class Housekeeping:
    """Of one open data folder."""

    def __init__(self, database: Database, kept: KeptCells, catalogue: Catalogue) -> None:
        self._database = database
        self._kept = kept
        self._catalogue = catalogue

    def keep_facts(self) -> None:
        """Writes what belongs to no hand-in beside the kept cells, so that a rebuilt database has it too."""
        with self._database.cursor() as cursor:
            self._kept.write_facts(HOUSE, kept_facts.of_house(cursor))

    def erase(self, country: str, code: str, at: datetime) -> tuple[Erased, set[str]]:
        """Takes a person out of everything here; also returns every code they had. Raises Refusal."""
        with self._database.transaction() as cursor:
            done = erasing.erase(cursor, self._catalogue, self._kept, country, code, at)
            self._kept.write_facts(HOUSE, kept_facts.of_house(cursor))
        self._database.checkpoint()  # else the rows would lie in the log of the database until it is closed
        return done

    def search(self, country: str, codes: set[str]) -> int:
        """How often one of the codes stands anywhere."""
        with self._database.cursor() as cursor:
            return erasing.search(cursor, self._kept, country, codes)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """As long as the context lasts nobody hands in or decides; everybody reads on."""
        with self._database.transaction():
            yield

    def copy(self, path: Path) -> dict[str, int]:
        """Writes a copy of the database under the present key; table to number of rows."""
        return copying.copy(self._database, path, self._database.present_key)

    def counts(self) -> dict[str, int]:
        with self._database.cursor() as cursor:
            return copying.counts(cursor)

    def integrity(self) -> Integrity:
        """Opens everything that is kept and compares it with the database."""
        with self._database.cursor() as cursor:
            counted = copying.counts(cursor)
            listed = cursor.execute("select submission_id from submissions order by submission_id").fetchall()
            numbers = [number for (number,) in listed]
            found = {number: self._state(cursor, number) for number in numbers}
        named = {state: tuple(n for n in numbers if found[n] == state) for state in ("missing", "damaged", "different")}
        return Integrity(len(counted), sum(counted.values()), len(numbers), **named)

    def _state(self, cursor: duckdb.DuckDBPyConnection, number: int) -> str:
        if not self._kept.path(number).exists():
            return "missing"
        try:
            kept = self._kept.read(number)
        except Refusal:
            return "damaged"
        rows = {form: frame.height for form, frame in kept.rows.items() if frame.height}
        return "whole" if rows == self._rows_of(cursor, number) else "different"

    def _rows_of(self, cursor: duckdb.DuckDBPyConnection, number: int) -> dict[str, int]:
        """Form to how many rows of the hand-in the database holds."""
        found = {}
        for form in self._catalogue.forms.values():
            sql = f"select count(*) from {history_table(form)} where submission_id = ?"
            (rows,) = cursor.execute(sql, [number]).fetchone() or (0,)
            if rows:
                found[form.name] = int(rows)
        return found
