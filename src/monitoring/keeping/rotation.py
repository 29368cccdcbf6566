"""Gives a data folder a new key: everything in it is sealed anew. May be cut off at any moment and begun again.

The new key is written beside the older ones first. From then on every file is under one of them, and each of them
opens; so nothing is lost wherever it stops, and the next run goes on with what is still under an older key.
"""

import secrets
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from monitoring.access.anchor import Anchor, ForgedAnchor
from monitoring.access.log import Log
from monitoring.access.staff_file import StaffFile
from monitoring.domain.refusal import Refusal
from monitoring.keeping.backup import PEOPLE
from monitoring.settings import Settings
from monitoring.store.connection import Database
from monitoring.store.copying import copy, counts
from monitoring.store.kept_cells import KeptCells
from monitoring.store.keys import read_keys, write_keys
from monitoring.store.store import DATABASE, KEPT


@dataclass(frozen=True, slots=True)
class Rotated:
    """What was sealed anew. `went_on`: an earlier run had been cut off, and no further key was made."""

    rows: int
    kept_files: int
    older_keys: int
    went_on: bool


def rotate(settings: Settings) -> Rotated:
    """Raises Refusal where a server holds the folder, or a file opens with none of the keys."""
    data, key_file = settings.data, settings.key_file
    keys = read_keys(key_file, data, make=False)
    went_on = under_older_keys(data, keys) > 0
    if not went_on:
        keys = (secrets.token_hex(32), *keys)
        write_keys(key_file, keys)
    rows = _database_anew(data / DATABASE, keys)
    files = KeptCells(data / KEPT, keys).seal_anew()
    _sign_anew(settings, keys)
    return Rotated(rows, files, len(keys) - 1, went_on)


def forget(settings: Settings) -> int:
    """Takes the older keys out of the key file; returns how many. Raises Refusal while something needs one."""
    keys = read_keys(settings.key_file, settings.data, make=False)
    if waiting := under_older_keys(settings.data, keys):
        raise Refusal("keys_still_needed", count=waiting, folder=settings.data)
    write_keys(settings.key_file, keys[:1])
    _sign_anew(settings, keys)
    return len(keys) - 1


def under_older_keys(data: Path, keys: Sequence[str]) -> int:
    """How many files of the folder an older key sealed. Raises Refusal where one opens with none of them."""
    path, found = data / DATABASE, 0
    if path.exists():
        with closing(Database(path, keys[0], keys[1:])) as database:
            found += database.key != keys[0]
    return found + KeptCells(data / KEPT, tuple(keys)).of_an_older_key()


def _database_anew(path: Path, keys: Sequence[str]) -> int:
    """A copy under the new key, which takes the place of the old file once it holds the same; returns its rows."""
    if not path.exists():
        return 0
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)  # of a run that was cut off
    with closing(Database(path, keys[0], keys[1:])) as database:
        if database.key == keys[0]:
            return 0
        made = copy(database, unfinished, keys[0])
        with database.cursor() as cursor:
            if counts(cursor) != made:
                raise Refusal("store_damaged", file=path)
            cursor.execute("checkpoint")  # else what is still in the old file's log would be lost with it
    unfinished.replace(path)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
    return sum(made.values())


def _sign_anew(settings: Settings, keys: Sequence[str]) -> None:
    """The log's anchor under the present key; and a line in the log. A forged anchor stays as it is, to be found."""
    people = settings.data / PEOPLE
    if not people.exists():
        return
    anchor = Anchor(settings.key_file, settings.data, keys)
    try:
        head = anchor.read()
    except ForgedAnchor:
        return
    if head is not None:
        anchor.place(head)
    Log(StaffFile(people, anchor)).add("command line", "keys_rotated")
