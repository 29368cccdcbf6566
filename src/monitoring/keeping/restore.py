"""Puts a backup back, into a folder where nothing is yet; and the drill that tries it without touching anything."""

import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from monitoring.access.anchor import Anchor
from monitoring.access.log import Log
from monitoring.access.log_check import Fault, check
from monitoring.access.staff_file import StaffFile
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.refusal import Refusal
from monitoring.keeping.archive import Facts, unpack
from monitoring.keeping.backup import PEOPLE
from monitoring.settings import Settings
from monitoring.store.housekeeping import Integrity
from monitoring.store.keys import read_keys
from monitoring.store.store import Store


@dataclass(frozen=True, slots=True)
class Restored:
    """What was in the backup, and how long it took to have it whole and open again."""

    made_at: str
    rows: int
    hand_ins: int
    log_lines: int
    seconds: float


def restore(settings: Settings, catalogue: Catalogue, file: Path) -> Restored:
    """Raises Refusal over existing data, for a file that is no backup of ours, and where the key does not fit."""
    started, data = time.monotonic(), settings.data
    if data.exists() and (not data.is_dir() or any(data.iterdir())):
        raise Refusal("restore_over_data", folder=data)
    data.parent.mkdir(parents=True, exist_ok=True)
    with _unpacked(settings, file, data.parent) as (folder, facts):
        whole = _tried(replace(settings, data=folder), catalogue, facts)
        if data.exists():
            data.rmdir()
        folder.rename(data)
    _say_so(settings, file, facts)
    return _restored(facts, whole, started)


def drill(settings: Settings, catalogue: Catalogue, file: Path) -> Restored:
    """The same into a folder that is gone afterwards: whether it could be put back, and in what time."""
    started = time.monotonic()
    with _unpacked(settings, file, file.resolve().parent) as (folder, facts):
        whole = _tried(replace(settings, data=folder), catalogue, facts)
    return _restored(facts, whole, started)


@contextmanager
def _unpacked(settings: Settings, file: Path, beside: Path) -> Iterator[tuple[Path, Facts]]:
    """A folder with the backup's members; it is gone afterwards, unless it was moved into its place."""
    if not file.is_file():
        raise Refusal("no_such_file", file=file)
    keys = read_keys(settings.key_file, settings.data, make=False)
    folder = beside / f".restoring-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700)
    try:
        yield folder, unpack(file, keys, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _tried(settings: Settings, catalogue: Catalogue, facts: Facts) -> Integrity:
    """Opens it as a server would, and looks through everything. Raises Refusal where it is not whole."""
    keys = read_keys(settings.key_file, settings.data, make=False)
    store = Store(settings.data, keys[0], catalogue, older_keys=keys[1:])
    with closing(store):
        whole = store.housekeeping.integrity()
    book = StaffFile(settings.data / PEOPLE)
    with book.open() as people:
        people.execute("delete from sessions")  # whoever was signed in then is not signed in now
    faults = {each.fault for each in check(book, None).findings} - {Fault.NO_ANCHOR}
    if not whole.is_whole or faults or Log(book).last().number != facts["log"]:
        raise Refusal("backup_not_whole", file=settings.data)
    return whole


def _say_so(settings: Settings, file: Path, facts: Facts) -> None:
    """The log goes on from where it was in the backup, and says so in its next line."""
    keys = read_keys(settings.key_file, settings.data, make=False)
    anchor = Anchor(settings.key_file, settings.data, keys)
    book = StaffFile(settings.data / PEOPLE, anchor)
    anchor.place(Log(book).last())
    Log(book).add("command line", "restored", f"{file.name} {facts['made_at']}")


def _restored(facts: Facts, whole: Integrity, started: float) -> Restored:
    return Restored(facts["made_at"], whole.rows, whole.hand_ins, facts["log"], time.monotonic() - started)
