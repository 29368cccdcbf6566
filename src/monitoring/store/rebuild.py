"""Makes the database anew from what is kept of each hand-in: for the day on which it cannot be opened any more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from monitoring.derive.create_table import columns_of
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.refusal import Refusal
from monitoring.store import comparison, current, kept_facts, submissions, tables
from monitoring.store.connection import Database
from monitoring.store.housekeeping import HOUSE
from monitoring.store.kept_cells import Kept, KeptCells

_POLARS = {"varchar": pl.String, "boolean": pl.Boolean, "date": pl.Date, "integer": pl.Int32}
_PEOPLE = """
insert into people_known
select
    row_number() over (order by seen.first_seen, seen.country, seen.survivor_id),
    seen.country,
    seen.survivor_id
from (
    select country, survivor_id, min(submission_id) as first_seen
    from survivors_history
    group by country, survivor_id
) as seen
"""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many hand-ins and rows the new database has."""

    hand_ins: int
    rows: int


def rebuild(path: Path, keys: tuple[str, ...], catalogue: Catalogue, kept: KeptCells) -> Rebuilt:
    """Writes a new database file. Raises NotOurs for a kept file that cannot be opened, Refusal where none is kept."""
    numbers = kept.submissions()
    if not numbers:
        raise Refusal("nothing_kept", folder=path.parent)
    facts = kept.facts()
    database = Database(path, keys[0])
    try:
        with database.transaction() as cursor:
            tables.prepare(cursor, catalogue)
            rows = sum(_write(cursor, catalogue, number, kept.read(number)) for number in numbers)
            for name, each in facts.items():
                if name == HOUSE or int(name.partition(".")[0]) in numbers:
                    kept_facts.write(cursor, each)
            cursor.execute(_PEOPLE)
            current.rebuild(cursor, catalogue)
            cursor.execute("delete from notes where name = 'current_rows'")
            cursor.execute("insert into notes values ('current_rows', ?)", [current.version(catalogue)])
    finally:
        database.close()
    path.chmod(0o600)
    return Rebuilt(len(numbers), rows)


def _write(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, number: int, kept: Kept) -> int:
    """One hand-in's rows and facts; returns how many rows."""
    ((_, country, *_rest),) = kept.facts["submissions"]
    for name, frame in kept.rows.items():
        form = catalogue.forms.get(name)
        if form is None:  # a sheet that is no longer declared: its rows stay in what is kept
            continue
        kinds = {column: _POLARS[kind] for column, kind in columns_of(form).items() if column != "submission_id"}
        lacking = [column for column in kinds if column not in frame.columns]  # newer questions, and often the country
        filled = [pl.lit(country if each == "country" else None, kinds[each]).alias(each) for each in lacking]
        whole = frame.with_columns(*filled)
        comparison.register(cursor, form, country, whole, name="after")
        submissions.write_rows(cursor, form, number)
    kept_facts.write(cursor, kept.facts)
    return sum(frame.height for frame in kept.rows.values())
