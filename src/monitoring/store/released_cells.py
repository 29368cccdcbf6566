"""The one table of a release's file: published cells, and the record of the release. Nothing in it is not said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from monitoring.domain.release import Published, ReleasedCell, Shown
from monitoring.domain.release_plan import Group
from monitoring.store.connection import Database

if TYPE_CHECKING:
    import polars

_COLUMNS = {
    "place": "integer",
    "indicator": "varchar",
    "table_id": "varchar",
    "first_dimension": "varchar",
    "first_code": "varchar",
    "second_dimension": "varchar",
    "second_code": "varchar",
    "months": "integer",
    "shown": "varchar",
    "value": "double",
    "numerator": "integer",
    "denominator": "integer",
    "band": "integer",
    "carried": "boolean",
    "for_others": "boolean",
    "revised": "boolean",
}
_POLARS = {"varchar": "String", "integer": "Int64", "double": "Float64", "boolean": "Boolean"}
_READ = """
select *
from cells
where
    (len($indicators) = 0 or list_contains($indicators, indicator))
    and (
        $dimensions is null
        or coalesce(first_dimension, '') || ',' || coalesce(second_dimension, '') = $dimensions
    )
order by place
"""


def write(path: Path, key: str, cells: Iterable[ReleasedCell], facts: Mapping[str, Any]) -> None:
    """Makes the file. It is never opened for writing again."""
    import polars

    frame = frame_of(cells)
    database = Database(path, key)
    try:
        with database.transaction() as cursor:
            columns = ", ".join(f"{name} {kind}" for name, kind in _COLUMNS.items())
            cursor.execute(f"create table cells ({columns})")
            cursor.register("rows_to_freeze", frame.to_arrow(compat_level=polars.CompatLevel.oldest()))
            cursor.execute("insert into cells select * from rows_to_freeze")
            cursor.unregister("rows_to_freeze")
            cursor.execute("create table about (release varchar)")
            cursor.execute("insert into about values (?)", [json.dumps(facts, ensure_ascii=False)])
        with database.cursor() as cursor:
            cursor.execute("checkpoint")
    finally:
        database.close()


def frame_of(cells: Iterable[ReleasedCell]) -> polars.DataFrame:
    """The table, in the order of the cells."""
    import polars

    rows = [_row(at, cell) for at, cell in enumerate(cells)]
    schema = {name: getattr(polars, _POLARS[kind]) for name, kind in _COLUMNS.items()}
    return polars.DataFrame(rows, schema=schema, orient="row")


def read(
    cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str], by: Sequence[str] | None
) -> tuple[ReleasedCell, ...]:
    """The cells of some indicators (none named: all) and of exactly these dimensions (None: any), in their order."""
    first, second = (*(by or ()), "", "")[:2]
    asked = {"indicators": list(indicators), "dimensions": None if by is None else f"{first},{second}"}
    answer = cursor.execute(_READ, asked)
    names = [column[0] for column in answer.description or ()]
    return tuple(cell_of(dict(zip(names, row, strict=True))) for row in answer.fetchall())


def _row(at: int, cell: ReleasedCell) -> list[object]:
    said = cell.published
    places = [part for pair in cell.group for part in pair]
    return [
        at,
        cell.indicator,
        cell.table,
        *(places + [None] * (4 - len(places))),
        cell.months,
        said.shown.value,
        said.value,
        said.numerator,
        said.denominator,
        said.band,
        said.carried,
        said.for_others,
        cell.revised,
    ]


def cell_of(row: dict[str, Any]) -> ReleasedCell:
    """The cell of one row, by column."""
    said = Published(
        Shown(row["shown"]),
        row["value"],
        row["numerator"],
        row["denominator"],
        row["band"],
        carried=row["carried"],
        for_others=row["for_others"],
    )
    group: Group = tuple(
        (row[f"{at}_dimension"], row[f"{at}_code"]) for at in ("first", "second") if row[f"{at}_dimension"]
    )
    return ReleasedCell(row["indicator"], row["table_id"], group, said, row["months"], row["revised"])
