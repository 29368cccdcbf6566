"""Runs the statements that were derived, over the current rows or replayed to a day."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from monitoring.derive.relations import Sources, replayed_steps, with_steps
from monitoring.domain.catalogue import Catalogue
from monitoring.store.connection import Database

Row = dict[str, Any]


def read_rows(
    database: Database, catalogue: Catalogue, sql: str, parameters: Mapping[str, object], as_of: date | None = None
) -> list[Row]:
    """Plain rows, column name to value, of a statement over the current relations: as they stand, or at a day's end."""
    used = dict(parameters)
    if as_of is not None:
        sql = with_steps(replayed_steps(catalogue, Sources()), sql)
        used = {"country": None, **used, "until": datetime.combine(as_of + timedelta(days=1), time())}
    with database.cursor() as cursor:
        answer = cursor.execute(sql, used)
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
