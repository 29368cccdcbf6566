"""Writes a backup while people work: database, kept cells, people, log, releases, in one encrypted file; then opens it.

The keys are not in it. What cannot be opened again is no backup: it is tried at once, and thrown away if it fails.
"""

import secrets
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from monitoring.access.log import Log
from monitoring.domain.refusal import Refusal
from monitoring.keeping.archive import Facts, unpack, written
from monitoring.services.house import House
from monitoring.store.connection import Database
from monitoring.store.copying import counts
from monitoring.store.keys import read_keys
from monitoring.store.store import DATABASE

PEOPLE = "people.sqlite"
_LEFT_OUT = (DATABASE, PEOPLE)
_UNFINISHED = ".unfinished"
_SPILL = "spill"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was opened again and holds what it should."""

    file: Path
    size: int
    rows: int
    hand_ins: int
    log_lines: int
    seconds: float


def make(house: House, file: Path) -> Made:
    """Raises Refusal where the file is there already, lies in the data folder, or cannot be written."""
    started, data = time.monotonic(), house.settings.data
    _check_place(file, data)
    keys = read_keys(house.settings.key_file, data, make=False)
    unfinished = file.with_name(f"{file.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    try:
        facts = _write(house, unfinished, keys[0])
        _try_out(unfinished, keys, facts)
        unfinished.rename(file)
    except OSError:
        raise Refusal("cannot_write", file=file) from None
    finally:
        unfinished.unlink(missing_ok=True)
    Log(house.people.file).add("command line", "backup_made", f"{file.name} {facts['made_at']}")
    rows = dict(facts["rows"])
    return Made(
        file, file.stat().st_size, sum(rows.values()), rows["submissions"], facts["log"], time.monotonic() - started
    )


def _write(house: House, path: Path, key: str) -> Facts:
    data, copy = house.settings.data, house.settings.data / f"{secrets.token_hex(4)}{_UNFINISHED}"
    try:
        with written(path, key) as archive, house.store.housekeeping.standing_still():
            rows = house.store.housekeeping.copy(copy)
            archive.add_file(DATABASE, copy)
            archive.add(PEOPLE, _people(data / PEOPLE))
            for each in _others(data):
                archive.add_file(str(each.relative_to(data)), each)
            head = Log(house.people.file).last()
            facts = {
                "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
                "version": version("monitoring"),
                "rows": rows,
                "log": head.number,
            }
            archive.close(facts)
    finally:
        copy.unlink(missing_ok=True)
        copy.with_name(f"{copy.name}.wal").unlink(missing_ok=True)
    return facts


def _people(path: Path) -> bytes:
    """The file about people and its log as they stand at one moment, never on disk a second time."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(":memory:")) as copy:
        source.backup(copy)
        return copy.serialize()


def _others(data: Path) -> Iterator[Path]:
    """Kept cells, releases, exports in waiting: every other file, but for what is there only while a server runs."""
    for path in sorted(data.rglob("*")):
        own = path.relative_to(data).parts
        is_passing = own[0] == _SPILL or path.suffix == _UNFINISHED or path.name.startswith(_LEFT_OUT)
        if path.is_file() and not is_passing:
            yield path


def _try_out(file: Path, keys: Sequence[str], facts: Facts) -> None:
    """Opens what was written as a restoring would. Raises Refusal where anything is missing."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".trying-") as folder:
        found = unpack(file, keys, Path(folder))
        database = Database(Path(folder) / DATABASE, keys[0], keys[1:])
        try:
            with database.cursor() as cursor:
                is_the_same = counts(cursor) == facts["rows"] and found["rows"] == facts["rows"]
        finally:
            database.close()
    if not is_the_same:
        raise Refusal("backup_not_whole", file=file)


def _check_place(file: Path, data: Path) -> None:
    if file.exists():
        raise Refusal("backup_exists", file=file)
    if file.resolve().is_relative_to(data.resolve()):
        raise Refusal("backup_in_data", file=file)
    if not file.parent.is_dir():
        raise Refusal("cannot_write", file=file)
