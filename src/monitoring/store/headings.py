"""Keeps what an office said of headings that we do not know. Holds no row and no answer of anybody."""

from collections.abc import Iterable
from datetime import datetime

import duckdb

from monitoring.domain.heading_answers import RememberedHeading

_READ = """
select form, heading, question, said_by
from heading_answers
where country = ?
order by form, heading
"""


def read(cursor: duckdb.DuckDBPyConnection, country: str) -> tuple[RememberedHeading, ...]:
    """In the order of forms' names, then of headings."""
    return tuple(RememberedHeading(*row) for row in cursor.execute(_READ, [country]).fetchall())


def write(cursor: duckdb.DuckDBPyConnection, country: str, answers: Iterable[RememberedHeading], at: datetime) -> None:
    """Keeps each; what was said of the same heading before is replaced."""
    for each in answers:
        forget(cursor, country, each.form, each.heading)
        row = [country, each.form, each.heading, each.question, each.said_by, at]
        cursor.execute("insert into heading_answers values (?, ?, ?, ?, ?, ?)", row)


def forget(cursor: duckdb.DuckDBPyConnection, country: str, form: str, heading: str) -> None:
    cursor.execute(
        "delete from heading_answers where country = ? and form = ? and heading = ?", [country, form, heading]
    )
