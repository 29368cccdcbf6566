"""Two states of a country's rows side by side, counted in the database and read page by page. Changes nothing.

Each side of a form is a named step of one statement: laying 50,000 wide rows out in a table of their own takes seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from monitoring.derive.create_table import columns_of, history_table, quoted
from monitoring.derive.relations import standing_rows, with_steps
from monitoring.derive.sql_files import statement
from monitoring.domain.comparison import AsOf, HandedIn
from monitoring.domain.form import Form
from monitoring.domain.submission import Changes
from monitoring.store.current import FOR_EVER

if TYPE_CHECKING:
    import polars

_SQL = Path(__file__).parent / "sql"

Row = dict[str, Any]
Used = dict[str, object]


@dataclass(frozen=True, slots=True)
class Incoming:
    """Typed rows by form that nobody has handed in yet, as intake gives them."""

    tables: Mapping[str, polars.DataFrame]


Side = Incoming | HandedIn | AsOf


class SideBySide:
    """Two sides of one country, for as long as the cursor is open."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, country: str, before: Side, after: Side) -> None:
        self._cursor = cursor
        self._country = country
        self._sides = {"before": before, "after": after}
        self._known: set[str] = set()

    def know(self, form: Form, *, with_conditions: bool = True) -> None:
        """Makes the incoming rows of the form known to the cursor, once. See `register`."""
        if form.name in self._known:
            return
        self._known.add(form.name)
        for name, side in self._sides.items():
            if isinstance(side, Incoming):
                rows = side.tables.get(form.name)
                register(self._cursor, form, self._country, rows, name=name, with_conditions=with_conditions)

    def counted(self, form: Form) -> Changes:
        """What of the form is new, changed, unchanged and missing on the later side."""
        before, after = (self._number(form, f"select count(*) from {name}_{form.name}") for name in self._sides)
        if not before or not after:
            return Changes(new=after, missing=before)
        new, changed, unchanged = self._run(form, _filled("compare", form)).fetchone() or (0, 0, 0)
        return Changes(new, changed, unchanged, before - changed - unchanged)

    def changed(self, form: Form, *, limit: int, offset: int) -> tuple[list[tuple[Row, Row]], int]:
        """A page of changed rows, each as it was and as it is, in the order of the key; and how many there are."""
        names = [*form.key, *_compared(form)]
        both = [f"{side}.{quoted(n)} as {quoted(f'{side}__{n}')}" for side in self._sides for n in names]
        rows, total = self._page(form, "changed_rows", both, "before__", limit, offset)
        pairs = [({n: row[f"before__{n}"] for n in names}, {n: row[f"after__{n}"] for n in names}) for row in rows]
        return pairs, total

    def missing(self, form: Form, *, limit: int, offset: int) -> tuple[list[Row], int]:
        """A page of the keys that the later side does not hold, and how many there are."""
        return self._page(form, "missing_rows", [f"before.{quoted(n)}" for n in form.key], "", limit, offset)

    def _page(
        self, form: Form, file: str, columns: list[str], prefix: str, limit: int, offset: int
    ) -> tuple[list[Row], int]:
        total = self._number(form, f"select count(*) from ({_filled(file, form, '1 as one')}) as found")
        order = ", ".join(f"found.{quoted(prefix + name)}" for name in form.key)
        found = f"select * from ({_filled(file, form, ', '.join(columns))}) as found"
        answer = self._run(form, f"{found} order by {order} limit {int(limit)} offset {int(offset)}")
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()], total

    def _number(self, form: Form, sql: str) -> int:
        (number,) = self._run(form, sql).fetchone() or (0,)
        return int(number)

    def _run(self, form: Form, sql: str) -> duckdb.DuckDBPyConnection:
        self.know(form)
        steps: dict[str, str] = {}
        used: Used = {}
        for name, side in self._sides.items():
            if not isinstance(side, Incoming):
                steps[f"{name}_{form.name}"], of_side = _rows(form, self._country, side, name)
                used |= of_side
        return self._cursor.execute(with_steps(steps, sql), used)


def end_of(day: date | None) -> datetime:
    """The moment up to which something was known at the end of a day; None: for ever."""
    return datetime.combine(day + timedelta(days=1), time()) if day else FOR_EVER


def same_key(form: Form) -> str:
    """SQL: a row of `before` and one of `after` have the same key. Parts of a key may be blank."""
    return " and ".join(f"before.{quoted(n)} is not distinct from after.{quoted(n)}" for n in ("country", *form.key))


def register(
    cursor: duckdb.DuckDBPyConnection,
    form: Form,
    country: str,
    rows: polars.DataFrame | None,
    *,
    name: str,
    with_conditions: bool = True,
) -> None:
    """Makes rows known to the cursor as `<name>_<form>`, with their country; none where the sheet is not there.

    `with_conditions`: for statements that narrow them down. DuckDB hands such conditions to Arrow, which can apply
    them to texts in its older way of writing only; that is a copy, which a whole hand-in is spared.
    """
    import polars  # of no use to pages that only read figures

    if rows is None:
        kinds = dict.fromkeys(columns_of(form), polars.String)
        rows = polars.DataFrame(schema=kinds)
    if "country" not in rows.columns:
        rows = rows.with_columns(polars.lit(country).alias("country"))
    level = polars.CompatLevel.oldest() if with_conditions else polars.CompatLevel.newest()
    cursor.register(f"{name}_{form.name}", rows.to_arrow(compat_level=level))


def _rows(form: Form, country: str, side: HandedIn | AsOf, name: str) -> tuple[str, Used]:
    """SQL: a side's rows of the form, of this country alone; and its parameters."""
    if isinstance(side, HandedIn):
        sql = f"select * from {history_table(form)} where submission_id = ${name}_id and country = $country"
        return sql, {f"{name}_id": side.submission, "country": country}
    sql = with_steps({"standing": statement("standing")}, standing_rows(form))
    return sql.replace("$until", f"${name}_until"), {f"{name}_until": end_of(side.day), "country": country}


def _compared(form: Form) -> list[str]:
    return [name for name in columns_of(form) if name not in (*form.key, "country", "submission_id", "sheet_row")]


@cache
def _text(name: str) -> str:
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def _filled(file: str, form: Form, columns: str = "") -> str:
    """A statement of this folder about the two sides of a form."""
    return _text(file).format(
        form=form.name,
        columns=columns,
        differs=" or ".join(f"after.{quoted(n)} is distinct from before.{quoted(n)}" for n in _compared(form)),
        same_key=same_key(form),
        kept=_text("kept_people") if form.question("survivor_id") else "",
    )
