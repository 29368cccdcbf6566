"""Our side of every benchmark: houses with encrypted stores in a throw-away folder, and a hand-in by the services."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.invented_rows import TODAY
from monitoring.access.people import PeopleBook
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Changes
from monitoring.services import hand_in, workbook_check
from monitoring.services.house import House
from monitoring.settings import Settings
from monitoring.store.keys import read_key
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import Store

MANAGER = Actor("Benchmark", Role.PROGRAMME_MANAGER)


@contextmanager
def open_houses(catalogue: Catalogue, folder: Path, many: int) -> Iterator[list[House]]:
    """Empty encrypted stores, open as in a running server, one for each run."""
    houses = [_house(catalogue, folder / str(each)) for each in range(many)]
    try:
        yield houses
    finally:
        for house in houses:
            house.store.close()


@contextmanager
def open_house(catalogue: Catalogue, folder: Path) -> Iterator[House]:
    """One empty encrypted store."""
    with open_houses(catalogue, folder, 1) as (house,):
        yield house


def check_and_hand_in(house: House, content: bytes) -> Changes:
    """What the hand-in changed. Raises NotAllowed where the workbook is not ready."""
    checked = workbook_check.check(MANAGER, house, content, "workbook.xlsx")
    return hand_in.hand_in(MANAGER, house, checked).changes


def _house(catalogue: Catalogue, folder: Path) -> House:
    """As the demo's, with every role to look through; its people and answers are invented."""
    data = folder / "data"
    settings = Settings(data=data, key_file=folder / "key", today=TODAY, pinned=True, demo=True)
    data.mkdir(parents=True)
    store = Store(data, read_key(settings.key_file, data), catalogue)
    releases = ReleaseFiles.of(settings)
    return House(catalogue, store, PeopleBook(data / "people.sqlite"), settings, releases)
