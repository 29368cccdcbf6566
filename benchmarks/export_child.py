"""Writes rows to one file in one way, in a process of its own, and prints the seconds and the most memory it held."""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import polars
import pyarrow.parquet  # noqa: F401  (imported before the clock runs: once a process, not once a file)
import xlsxwriter

from monitoring.exports.row_files import ROW_FILES
from monitoring.exports.variables import Variable, VariableKind

BATCH = 50_000


def batches(connection: duckdb.DuckDBPyConnection, rows: int) -> Iterator[polars.DataFrame]:
    for batch in connection.cursor().execute(f"select * from rows limit {rows}").to_arrow_reader(BATCH):
        yield polars.DataFrame(batch)


def ours(connection: duckdb.DuckDBPyConnection, ending: str, path: Path, rows: int) -> None:
    """As an export writes them: batch by batch, text made harmless, what columns mean beside them."""
    names = [name for name, *_ in connection.execute("describe rows").fetchall()]
    file = ROW_FILES[ending](path, [Variable(name, "", VariableKind.TEXT) for name in names])
    for batch in batches(connection, rows):
        file.add(batch)
    file.close()


def bare(connection: duckdb.DuckDBPyConnection, ending: str, path: Path, rows: int) -> None:
    """DuckDB's COPY; a workbook by XlsxWriter with nothing around it."""
    if ending == "xlsx":
        bare_workbook(connection, path, rows)
        return
    how = {"csv": "header", "parquet": "compression zstd"}[ending]
    connection.execute(f"copy (select * from rows limit {rows}) to '{path}' ({how})")


def bare_workbook(connection: duckdb.DuckDBPyConnection, path: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet, at = book.add_worksheet(), 0
    cursor = connection.cursor().execute(f"select * from rows limit {rows}")
    while found := cursor.fetchmany(BATCH):
        for row in found:
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(at, column, value)
            at += 1
    book.close()


def main(database: str, who: str, ending: str, rows: str, out: str) -> None:
    """Prints one JSON document: seconds, megabytes at most, megabytes of the file."""
    write: Callable[[duckdb.DuckDBPyConnection, str, Path, int], None] = {"ours": ours, "bare": bare}[who]
    connection = duckdb.connect(database, read_only=True, config={"memory_limit": "400MB"})
    began = time.perf_counter()
    write(connection, ending, Path(out), int(rows))
    seconds = time.perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "memory": most, "size": Path(out).stat().st_size / 1e6}))


if __name__ == "__main__":
    main(*sys.argv[1:])
