"""What DuckDB puts on the disk for want of memory cannot be read there. The same statement without our settings can."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import duckdb
import pytest

from monitoring.store import connection
from monitoring.store.connection import Database

PLANTED = "planted-in-a-hand-in"
_ROWS = 300_000
_NOISE = " || ".join(f"unhex(sha256('{part}-' || range))" for part in range(7))
_SORTED = (
    f"select answer from (select {_NOISE} || encode($planted) as answer from range({_ROWS})) as made order by answer"
)
"""Among noise, for what spills is packed as well: no pattern may be found to pack."""


def test_a_forced_spill_shows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    little = tuple(each.replace("'400MB'", "'64MB'") for each in connection._SETTINGS)
    monkeypatch.setattr(connection, "_SETTINGS", little)
    database = Database(tmp_path / "data" / "monitoring.duckdb", "ab" * 32)
    with looked_at(tmp_path / "data" / "spill") as seen, database.cursor() as cursor:
        cursor.execute(_SORTED, {"planted": PLANTED}).fetchmany(10)
    database.close()
    assert seen["files"] > 0
    assert seen["in the clear"] == 0


def test_without_our_settings_it_lies_in_the_clear(tmp_path: Path) -> None:
    bare = duckdb.connect(config={"temp_directory": str(tmp_path / "spill"), "memory_limit": "64MB", "threads": 1})
    with looked_at(tmp_path / "spill") as seen:
        bare.execute(_SORTED, {"planted": PLANTED}).fetchmany(10)
    bare.close()
    assert seen["in the clear"] > 0


@contextmanager
def looked_at(folder: Path) -> Iterator[dict[str, int]]:
    """Looks again and again, while the context lasts, into the files that lie in the folder."""
    seen, over = {"files": 0, "in the clear": 0}, Event()
    watching = Thread(target=_watch, args=(folder, seen, over))
    watching.start()
    try:
        yield seen
    finally:
        over.set()
        watching.join()


def _watch(folder: Path, seen: dict[str, int], over: Event) -> None:
    while not over.wait(0.05):
        for path in folder.glob("*"):
            try:
                content = path.read_bytes()
            except FileNotFoundError:  # gone again
                continue
            seen["files"] += bool(content)
            seen["in the clear"] += PLANTED.encode() in content
