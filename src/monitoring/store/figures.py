"""Reads counts: runs the statements that were derived, over the current rows or replayed to a day."""

from datetime import date, datetime, time, timedelta
from typing import Any

from monitoring.derive.query import Query
from monitoring.derive.relations import replayed_steps, with_steps
from monitoring.domain.catalogue import Catalogue
from monitoring.store.connection import Database

Row = dict[str, Any]


def read_rows(database: Database, sql: str, parameters: dict[str, object]) -> list[Row]:
    """Plain rows, column name to value."""
    with database.cursor() as cursor:
        answer = cursor.execute(sql, parameters)
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def read_counts(database: Database, catalogue: Catalogue, query: Query, as_of: date | None) -> list[Row]:
    """The query's rows, as things stand, or as they stood at the end of a day."""
    if as_of is None:
        return read_rows(database, query.sql, dict(query.parameters))
    steps = replayed_steps(catalogue)
    until = datetime.combine(as_of + timedelta(days=1), time())
    parameters = {**query.parameters, "until": until, "country": None}
    return read_rows(database, with_steps(steps, _nested(query.sql)), parameters)


def _nested(sql: str) -> str:
    """A statement that has steps of its own, as the final select behind other steps."""
    return f"select * from (\n{sql}\n) as figures"
