"""Rows to CSV, Parquet and a workbook, beside DuckDB's bare COPY and a bare XlsxWriter: what an export costs in ratios.

Run it as `python -m benchmarks.export [rows]`; the text guard, batching and labels are in ours, and not in theirs.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import polars
import pyarrow.parquet  # noqa: F401  (imported before the clock runs: once a process, not once a file)
import xlsxwriter

from monitoring.exports.row_files import CsvFile, ParquetFile, RowFile, WorkbookFile
from monitoring.exports.variables import Variable, VariableKind

_ROWS, _SHEET_ROWS, _COLUMNS, _BATCH = 1_000_000, 50_000, 40, 50_000
_BOUNDS = {"csv": 2.0, "parquet": 2.0, "xlsx": 1.5}


def _table(connection: duckdb.DuckDBPyConnection, rows: int) -> None:
    """Codes, numbers, yes and no, as an export has them."""
    kinds = (
        "case when hash({n}, i) % 8 = 0 then null else 'answer_' || (hash({n}, i) % 7) end",
        "cast(hash({n}, i) % 6 as integer)",
        "hash({n}, i) % 2 = 0",
        "(hash({n}, i) % 100) / 100.0",
    )
    columns = ", ".join(f"{kinds[n % len(kinds)].format(n=n)} as c{n}" for n in range(_COLUMNS))
    connection.execute(f"create table rows as select {columns} from range({rows}) as numbers (i)")


def _batches(connection: duckdb.DuckDBPyConnection, rows: int) -> Iterator[polars.DataFrame]:
    for batch in connection.cursor().execute(f"select * from rows limit {rows}").to_arrow_reader(_BATCH):
        yield polars.DataFrame(batch)


def _ours(write: Callable[..., RowFile], connection: duckdb.DuckDBPyConnection, path: Path, rows: int) -> None:
    file = write(path, [Variable(f"c{n}", "", VariableKind.TEXT) for n in range(_COLUMNS)])
    for batch in _batches(connection, rows):
        file.add(batch)
    file.close()


def _bare_workbook(connection: duckdb.DuckDBPyConnection, path: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet, at = book.add_worksheet(), 0
    cursor = connection.cursor().execute(f"select * from rows limit {rows}")
    while found := cursor.fetchmany(_BATCH):
        for row in found:
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(at, column, value)
            at += 1
    book.close()


def _seconds(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(rows: int = _ROWS) -> int:
    """Prints a line a format: seconds, ratio, bound; and the peak of memory. 1 where a bound is missed."""
    connection, missed = duckdb.connect(), 0
    _table(connection, rows)
    sheet_rows = min(rows, _SHEET_ROWS)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        theirs: dict[str, Callable[[], object]] = {
            "csv": lambda: connection.execute(f"copy rows to '{folder}/bare.csv' (header)"),
            "parquet": lambda: connection.execute(f"copy rows to '{folder}/bare.parquet' (compression zstd)"),
            "xlsx": lambda: _bare_workbook(connection, folder / "bare.xlsx", sheet_rows),
        }
        before = _memory()
        for name, write in {"csv": CsvFile, "parquet": ParquetFile, "xlsx": WorkbookFile}.items():
            many = sheet_rows if name == "xlsx" else rows
            bare = _seconds(theirs[name])
            ours = _seconds(lambda: _ours(write, connection, folder / f"ours.{name}", many))  # noqa: B023  (called at once)
            missed += ours / bare > _BOUNDS[name]
            size = (folder / f"ours.{name}").stat().st_size / 1e6
            print(
                f"{name:8} {many:9,} rows  ours {ours:6.2f} s  bare {bare:6.2f} s  ratio {ours / bare:4.2f}"
                f"  (at most {_BOUNDS[name]})  {size:.1f} MB"
            )
        print(f"memory   peak {_memory():.0f} MB, {_memory() - before:.0f} MB more than before the first file")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
