"""Whether everything in a data folder is there and opens; and the database made anew where it is not."""

from dataclasses import dataclass
from pathlib import Path

from monitoring.access.log import Log
from monitoring.access.log_check import Checked, check
from monitoring.bootstrap import open_people
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House
from monitoring.settings import Settings
from monitoring.store.connection import Database
from monitoring.store.housekeeping import Integrity
from monitoring.store.kept_cells import KeptCells
from monitoring.store.keys import read_keys
from monitoring.store.rebuild import Rebuilt, rebuild
from monitoring.store.store import DATABASE, KEPT

REPLACED = ".before-rebuild"
"""What the former database is called after it was made anew. It is for whoever runs the machine to destroy."""


@dataclass(frozen=True, slots=True)
class Verified:
    """Database and kept files, and the log."""

    records: Integrity
    log: Checked

    @property
    def is_whole(self) -> bool:
        return self.records.is_whole and not self.log.findings


def verify(house: House) -> Verified:
    """Opens every kept file and reads every line of the log. Changes nothing."""
    file = house.people.file
    return Verified(house.store.housekeeping.integrity(), check(file, file.anchor))


def make_anew(settings: Settings, catalogue: Catalogue) -> tuple[Rebuilt, Path | None]:
    """The database from what is kept; also where the former one lies now. Raises Refusal where a server holds it."""
    data, path = settings.data, settings.data / DATABASE
    keys = read_keys(settings.key_file, data, make=False)
    _must_not_be_in_use(path, keys)
    unfinished = path.with_name(f"{DATABASE}.unfinished")
    unfinished.unlink(missing_ok=True)
    done = rebuild(unfinished, keys, catalogue, KeptCells(data / KEPT, keys))
    former = _set_aside(path)
    unfinished.replace(path)
    Log(open_people(settings).file).add("command line", "rebuilt", f"hand_ins={done.hand_ins} rows={done.rows}")
    return done, former


def _must_not_be_in_use(path: Path, keys: tuple[str, ...]) -> None:
    """A damaged database, or one that is gone, is no hindrance: for it all this is there."""
    if not path.exists():
        return
    try:
        Database(path, keys[0], keys[1:]).close()
    except Refusal as refusal:
        if refusal.reason == "store_in_use":
            raise


def _set_aside(path: Path) -> Path | None:
    if not path.exists():
        return None
    former = path.with_name(f"{path.name}{REPLACED}")
    path.replace(former)
    log = path.with_name(f"{path.name}.wal")
    if log.exists():
        log.replace(former.with_name(f"{former.name}.wal"))
    return former
