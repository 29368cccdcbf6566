"""Rows to CSV, Parquet and a workbook, beside DuckDB's bare COPY and a bare XlsxWriter: time, and memory.

Each file is written in a process of its own, from a database on disk, so that memory is that of writing alone. The
guard against formulas, batching and labels are in ours, and not in theirs.
"""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks.measured import Result, timed_in_turn

ROWS, SHEET_ROWS, COLUMNS = 1_000_000, 200_000, 40
"""A workbook takes so long in either way that a fifth of the rows has to say it: its time grows evenly with them."""

BOUNDS = {"csv": 2.0, "parquet": 2.0, "xlsx": 1.5}
MOST_MEMORY = 2.0
"""Memory for all rows, beside that for a tenth of them: what is streamed does not grow with its rows."""

Told = dict[str, float]


def run() -> list[Result]:
    """A comparison of time and one of memory for each format."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        database = folder / "rows.duckdb"
        make_rows(database, ROWS)
        return [result for ending in BOUNDS for result in _compared(folder, database, ending)]


def make_rows(database: Path, rows: int) -> None:
    """Codes, numbers, yes and no, as an export has them."""
    kinds = (
        "case when hash({n}, i) % 8 = 0 then null else 'answer_' || (hash({n}, i) % 7) end",
        "cast(hash({n}, i) % 6 as integer)",
        "hash({n}, i) % 2 = 0",
        "(hash({n}, i) % 100) / 100.0",
    )
    columns = ", ".join(f"{kinds[n % len(kinds)].format(n=n)} as c{n}" for n in range(COLUMNS))
    connection = duckdb.connect(str(database))
    connection.execute(f"create table rows as select {columns} from range({rows}) as numbers (i)")
    connection.close()


def _compared(folder: Path, database: Path, ending: str) -> list[Result]:
    rows = SHEET_ROWS if ending == "xlsx" else ROWS
    told: dict[str, list[Told]] = {"ours": [], "bare": []}

    def seconds(who: str) -> float:
        told[who].append(written(folder, database, who, ending, rows))
        return told[who][-1]["seconds"]

    turns = 1 if ending == "xlsx" else 3
    times = timed_in_turn({who: partial(seconds, who) for who in told}, dict.fromkeys(told, turns))
    least = written(folder, database, "ours", ending, rows // 10)["memory"]
    most = max(each["memory"] for each in told["ours"])
    size = told["ours"][-1]["size"]
    name = f"{rows:,} rows of {COLUMNS} columns to {ending} ({size:.0f} MB)"
    ours, other = (f"{times.median(who):.2f} s" for who in told)
    memory = f"memory of {ending}: all rows beside a tenth of them"
    return [
        Result(name, ours, other, times.ratio("ours", "bare"), BOUNDS[ending]),
        Result(memory, f"{most:.0f} MB", f"{least:.0f} MB", most / least, MOST_MEMORY),
    ]


def written(folder: Path, database: Path, who: str, ending: str, rows: int) -> Told:
    """One file written by a child and thrown away."""
    out = folder / f"{who}.{ending}"
    words = [str(database), who, ending, str(rows), str(out)]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.export_child", *words], check=True, capture_output=True, text=True
    )
    out.unlink()
    found: Told = json.loads(done.stdout)
    return found
