"""A throw-away store for worked examples and invented rows. Each is a country of its own: all are counted at once."""

import secrets
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import polars

from monitoring.derive.create_table import columns_of, history_table, quoted
from monitoring.derive.query import Query
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Changes, Status, Submission
from monitoring.store import current, figures, tables
from monitoring.store.connection import Database

_POLARS = {"varchar": polars.String, "boolean": polars.Boolean, "date": polars.Date, "integer": polars.Int32}
_ONE_HAND_IN = (Submission(1, "", "", "", "", datetime(2000, 1, 1), 0, Changes(), 0),)
_PEOPLE = (
    "insert into people_known select row_number() over (order by country, survivor_id), country, survivor_id "
    "from (select distinct country, survivor_id from survivors_history)"
)


class Uncountable(Refusal):
    """A statement made of the declarations cannot be run. DuckDB's own words would mean nothing to who wrote them."""


class Scratch:
    """Use as a context: the folder is gone afterwards."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._folder = tempfile.TemporaryDirectory()
        self._database = Database(Path(self._folder.name) / "scratch.duckdb", secrets.token_hex(32))

    def __enter__(self) -> "Scratch":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()
        self._folder.cleanup()

    @property
    def version(self) -> int:
        """Changes with everything that is filled in."""
        return self._database.version

    def fill(
        self, rows: Mapping[str, Sequence[Mapping[str, Any]]], hand_ins: Sequence[Submission] = _ONE_HAND_IN
    ) -> None:
        """Typed rows by form, each with its `country`; columns that a row does not name are missing answers.

        With several hand-ins each row names its `submission_id`, and a hand-in's status says whether it counts.
        """
        with self._database.transaction() as cursor:
            tables.prepare(cursor, self._catalogue)
            _tell(cursor, hand_ins)
            for name, of_form in rows.items():
                form = self._catalogue.forms[name]
                kinds = {column: _POLARS[kind] for column, kind in columns_of(form).items()}
                whole = [{"submission_id": 1, "sheet_row": at, **row} for at, row in enumerate(of_form, 1)]
                frame = polars.DataFrame([{column: row.get(column) for column in kinds} for row in whole], schema=kinds)
                cursor.register("examples", frame.to_arrow())
                listed = ", ".join(map(quoted, kinds))
                cursor.execute(f"insert into {history_table(form)} ({listed}) select {listed} from examples")
            cursor.execute(_PEOPLE)
            current.rebuild(cursor, self._catalogue)

    def rows(self, sql: str, parameters: Mapping[str, object], as_of: date | None = None) -> list[figures.Row]:
        """The rows of any statement over what was filled in, as things stand or as reported on a day."""
        return figures.read_rows(self._database, self._catalogue, sql, parameters, as_of)

    def counts(self, query: Query) -> list[figures.Row]:
        """The rows of a derived query.

        Raises Uncountable where the declarations compare a text with a number, or the like.
        """
        try:
            return self.rows(query.sql, query.parameters)
        except duckdb.Error:
            raise Uncountable("broken_declarations", count=1) from None


def _tell(cursor: duckdb.DuckDBPyConnection, hand_ins: Sequence[Submission]) -> None:
    """Writes thousands of hand-ins and what was decided of them at once."""
    told = [(each.id, each.country, "", "", "", each.handed_in_at, 0, 0, 0, 0, 0, 0) for each in hand_ins]
    decided = [
        (each.id, each.status.value, "", each.decided_at, None) for each in hand_ins if each.status is not Status.COUNTS
    ]
    for table, rows in (("submissions", told), ("decisions", decided)):
        if rows:
            cursor.register("told", polars.DataFrame(rows, orient="row").to_arrow())
            cursor.execute(f"insert into {table} select * from told")
