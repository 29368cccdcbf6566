"""Takes a person out of everything that is kept: current and earlier rows, kept cells, explanations of their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING

import duckdb

from monitoring.derive.create_table import history_table, quoted
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.refusal import Refusal
from monitoring.store import current, erased_marks, kept_facts
from monitoring.store.kept_cells import Kept, KeptCells

if TYPE_CHECKING:
    import polars

_KNOWN = """
select survivor_id from survivors_history where country = $country
union
select survivor_id from people_known where country = $country
"""
_LINKED = """
select distinct survivor_id, previous_survivor_id
from survivors_history
where country = $country and previous_survivor_id is not null
"""
_GONE = "select code from gone_codes"
_TEXTS = """
select table_name, column_name
from information_schema.columns
where table_catalog = current_database() and data_type = 'VARCHAR'
"""


@dataclass(frozen=True, slots=True)
class Erased:
    """What was removed: rows by table, and how many kept files were written anew without the person.

    `codes` is how many codes they ever had; `still_found` what a search finds afterwards, anywhere: 0.
    """

    codes: int
    rows: Mapping[str, int] = field(default_factory=dict)
    kept_files: int = 0
    still_found: int = 0


def erase(
    cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, kept: KeptCells, country: str, code: str, at: datetime
) -> tuple[Erased, set[str]]:
    """Erases whoever has the code, under every code that was ever theirs; also returns those, for other places.

    Inside the caller's transaction. Raises Refusal for a code that nobody has, or that was erased before.
    """
    codes = _codes_of(cursor, country, code)
    if not codes:
        marked = erased_marks.is_marked(cursor, country, code)
        raise Refusal("already_erased" if marked else "nobody_to_erase", country=country)
    for each in sorted(codes):
        erased_marks.add(cursor, country, each, at)
    _know(cursor, codes)
    rows = {**_explanations_removed(cursor, catalogue, country), **_rows_removed(cursor, catalogue, country)}
    current.refresh(cursor, catalogue, country)
    files = sum(_written_anew(cursor, kept, number, codes) for number in _submissions(cursor, kept, country))
    return Erased(len(codes), rows, files, search(cursor, kept, country, codes)), codes


def search(cursor: duckdb.DuckDBPyConnection, kept: KeptCells, country: str, codes: set[str]) -> int:
    """How often one of the codes stands anywhere: as a text of any table, or in any kept file of the country."""
    _know(cursor, codes)
    texts = cursor.execute(_TEXTS).fetchall()
    with_country = {table for table, column in texts if column == "country"}
    found = 0
    for table, column in texts:
        narrowed = "and country = $country" if table in with_country else "and $country <> ''"
        sql = f"select count(*) from {table} where {quoted(column)} in ({_GONE}) {narrowed}"
        (number,) = cursor.execute(sql, {"country": country}).fetchone() or (0,)
        found += int(number)
    return found + sum(_stands_in(kept.read(number), codes) for number in _submissions(cursor, kept, country))


def _codes_of(cursor: duckdb.DuckDBPyConnection, country: str, code: str) -> set[str]:
    """Every code of the person: whoever changed provider has had several. Empty where nobody has this one."""
    asked = {"country": country}
    if (code,) not in cursor.execute(_KNOWN, asked).fetchall():
        return set()
    links = cursor.execute(_LINKED, asked).fetchall()
    codes, before = {code}, 0
    while len(codes) > before:
        before = len(codes)
        codes |= {each for pair in links if codes & set(pair) for each in pair}
    return codes


def _know(cursor: duckdb.DuckDBPyConnection, codes: set[str]) -> None:
    """Makes the codes known to the cursor as `gone_codes`."""
    import polars as pl  # of no use to pages that only read figures

    cursor.register("gone_codes", pl.DataFrame({"code": sorted(codes)}).to_arrow())


def _rows_removed(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, country: str) -> dict[str, int]:
    """Takes the rows out of every form's history and of the list of who is known; table to rows removed."""
    tables = [history_table(form) for form in catalogue.forms.values() if form.question("survivor_id")]
    removed = {}
    for table in (*tables, "people_known", "consent_ended"):
        where = f"where country = $country and survivor_id in ({_GONE})"
        asked = {"country": country}
        (removed[table],) = cursor.execute(f"select count(*) from {table} {where}", asked).fetchone() or (0,)
        cursor.execute(f"delete from {table} {where}", asked)
    return {table: number for table, number in removed.items() if number}


def _explanations_removed(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, country: str) -> dict[str, int]:
    """Cells with a warning, explained or open, are known by their row: with the row they go."""
    removed = dict.fromkeys(("answered_cells", "open_warnings"), 0)
    for form, table in product(catalogue.forms.values(), removed):
        if not form.question("survivor_id"):
            continue
        where = (
            f"where form = $form and exists (select 1 from {history_table(form)} as gone "
            f"where gone.submission_id = {table}.submission_id and gone.sheet_row = {table}.sheet_row "
            f"and gone.country = $country and gone.survivor_id in ({_GONE}))"
        )
        asked = {"form": form.name, "country": country}
        (number,) = cursor.execute(f"select count(*) from {table} {where}", asked).fetchone() or (0,)
        cursor.execute(f"delete from {table} {where}", asked)
        removed[table] += int(number)
    return {table: number for table, number in removed.items() if number}


def _submissions(cursor: duckdb.DuckDBPyConnection, kept: KeptCells, country: str) -> list[int]:
    found = cursor.execute("select submission_id from submissions where country = ?", [country]).fetchall()
    return sorted({number for (number,) in found} & set(kept.submissions()))


def _written_anew(cursor: duckdb.DuckDBPyConnection, kept: KeptCells, number: int, codes: set[str]) -> bool:
    before = kept.read(number)
    if not _stands_in(before, codes):
        return False
    rows, cells = erased_marks.taken_out(before.rows, before.cells, codes)
    kept.write(number, Kept(cells, rows, kept_facts.of_submission(cursor, number)))
    return True


def _stands_in(kept: Kept, codes: set[str]) -> int:
    return sum(_found_in(frame, codes) for frame in (*kept.rows.values(), *kept.cells.values()))


def _found_in(frame: polars.DataFrame, codes: set[str]) -> int:
    """Cells that are one of the codes, however an office may have written it."""
    import polars as pl  # of no use to pages that only read figures

    wanted = sorted({code.lower() for code in codes})
    texts = frame.select(pl.col(pl.String))
    return sum(int(column.str.strip_chars().str.to_lowercase().is_in(wanted).sum()) for column in texts)
