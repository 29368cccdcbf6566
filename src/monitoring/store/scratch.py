"""A throw-away store for worked examples. Each example is a country of its own, so that all are counted at once."""

import secrets
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import polars

from monitoring.derive.create_table import columns_of, history_table, quoted
from monitoring.derive.query import Query
from monitoring.domain.catalogue import Catalogue
from monitoring.store import current, figures, tables
from monitoring.store.connection import Database

_POLARS = {"varchar": polars.String, "boolean": polars.Boolean, "date": polars.Date, "integer": polars.Int32}
_SUBMISSION = "insert into submissions values (1, '', '', '', '', timestamp '2000-01-01', 0, 0, 0, 0, 0, 0)"
_PEOPLE = (
    "insert into people_known select row_number() over (order by country, survivor_id), country, survivor_id "
    "from (select distinct country, survivor_id from survivors_history)"
)


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

    def fill(self, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        """Typed rows by form, each with its `country`; columns that a row does not name are missing answers."""
        with self._database.transaction() as cursor:
            tables.prepare(cursor, self._catalogue)
            cursor.execute(_SUBMISSION)
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

    def counts(self, query: Query) -> list[figures.Row]:
        """The rows of a derived query."""
        return figures.read_rows(self._database, query.sql, dict(query.parameters))
