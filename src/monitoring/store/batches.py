"""Rows that leave the store in large numbers: some at a time, so that memory does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from monitoring.store.connection import Database

if TYPE_CHECKING:
    import polars


def read_batches(
    database: Database, sql: str, parameters: Mapping[str, object], rows: int
) -> Iterator[polars.DataFrame]:
    """The statement's rows, in their order, at most so many at a time; one empty frame where there are none."""
    import polars

    with database.cursor() as cursor:
        reader = cursor.execute(sql, dict(parameters)).to_arrow_reader(rows)
        met = False
        for batch in reader:
            met = True
            yield polars.DataFrame(batch)
        if not met:
            yield polars.DataFrame(reader.schema.empty_table())
