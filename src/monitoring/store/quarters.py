"""Quarters in which an office said that it had nothing to report. Lines are added and read, never changed."""

from datetime import datetime
from typing import NamedTuple

import duckdb


class NothingToReport(NamedTuple):
    """One such word."""

    country: str
    quarter: str
    by: str
    at: datetime


def add(cursor: duckdb.DuckDBPyConnection, said: NothingToReport) -> None:
    """Keeps the word; said twice, the first stays."""
    sql = "select count(*) from nothing_to_report where country = ? and quarter = ?"
    (there,) = cursor.execute(sql, [said.country, said.quarter]).fetchone() or (0,)
    if not there:
        cursor.execute("insert into nothing_to_report values (?, ?, ?, ?)", list(said))


def listed(cursor: duckdb.DuckDBPyConnection) -> list[NothingToReport]:
    """Every such word, by country and quarter."""
    sql = "select country, quarter, declared_by, declared_at from nothing_to_report order by country, quarter"
    return [NothingToReport(*row) for row in cursor.execute(sql).fetchall()]
