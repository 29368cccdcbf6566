"""Keeps the relations that figures are counted over: current people, their rounds, and events, country by country.

They follow wholly from the history and the declarations, and are made anew whenever either has changed.
"""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import duckdb

from monitoring.derive import relations
from monitoring.derive.relations import Sources, standing_steps, with_steps
from monitoring.domain.catalogue import Catalogue

FOR_EVER = datetime(9999, 1, 1)
"""Later than any hand-in: "as things stand now"."""

_PEOPLE_MADE_ANEW = "select * from current_people where $country is null or country = $country"
_OF_COUNTRY = "where $country is null or country = $country"
_CONSENT_ENDED = (Path(__file__).parent / "sql" / "consent_ended.sql").read_text(encoding="utf-8")


def version(catalogue: Catalogue) -> str:
    """Changes with the declarations and with the statements below: of either change, current rows must be made anew."""
    texts = [catalogue.fingerprint, _CONSENT_ENDED, *_selects(catalogue).values(), *standing_steps(catalogue).values()]
    return sha256("\0".join(texts).encode()).hexdigest()


def refresh(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, country: str | None) -> None:
    """Makes the current rows of a country, or of all (None), anew, inside the caller's transaction."""
    parameters = {"until": FOR_EVER, "country": country}
    steps = standing_steps(catalogue)
    cursor.execute(f"delete from consent_ended {_OF_COUNTRY}", {"country": country})
    left = with_steps({**steps, "left_us": _CONSENT_ENDED}, "select * from left_us")
    cursor.execute(f"insert into consent_ended {left}", parameters)
    for table, select in _selects(catalogue).items():
        cursor.execute(f"delete from {table} {_OF_COUNTRY}", {"country": country})
        if _was_ever_handed_in(cursor, _form_of(table), country):
            cursor.execute(f"insert into {table} {_whole(steps, table, select)}", parameters)


def rebuild(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Drops and makes every country's current rows: in a new store, and after the declarations have changed."""
    steps, parameters = standing_steps(catalogue), {"until": FOR_EVER, "country": None}
    for table, select in _selects(catalogue).items():
        cursor.execute(f"drop table if exists {table}")
        cursor.execute(f"create table {table} as {_whole(steps, table, select)} limit 0", parameters)
    refresh(cursor, catalogue, None)


def _whole(steps: Mapping[str, str], table: str, select: str) -> str:
    """SQL: the table's rows from the history up."""
    return with_steps({**steps, **_before(table), "made": select}, "select * from made")


def _selects(catalogue: Catalogue) -> dict[str, str]:
    """Table to the select that makes it; rounds and events are of the people who were made before them."""
    tables, sources = Sources(), Sources(people="people_made_anew")
    return {
        tables.people: relations.people(catalogue, sources),
        tables.rounds: relations.rounds(catalogue, sources),
        tables.events: relations.incidents(catalogue, sources),
        **{tables.of(form): rows for form, rows in relations.other_rows(catalogue, sources).items()},
    }


def _form_of(table: str) -> str:
    """The form without whose rows the table has none: the rounds are those of people."""
    tables = Sources()
    return {tables.people: "survivors", tables.rounds: "survivors"}.get(table, table.removeprefix("current_"))


def _was_ever_handed_in(cursor: duckdb.DuckDBPyConnection, form: str, country: str | None) -> bool:
    """Asked first, for most offices have no rows of some forms, and each relation takes its time even to be empty."""
    sql = f"select exists (select 1 from {form}_history {_OF_COUNTRY})"
    (found,) = cursor.execute(sql, {"country": country}).fetchone() or (False,)
    return bool(found)


def _before(table: str) -> dict[str, str]:
    """The people of the countries that are being made anew, and of no other: theirs stand already."""
    return {} if table == Sources().people else {"people_made_anew": _PEOPLE_MADE_ANEW}
