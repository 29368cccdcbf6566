"""A house as `open_house` makes it: its key in a file of its own, its log anchored beside it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from typed_rows import Rows, typed_tables

from monitoring.access.log import Log
from monitoring.bootstrap import open_people
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Role
from monitoring.services import submissions
from monitoring.services.house import House
from monitoring.settings import Settings
from monitoring.store.keys import write_keys
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import HandIn, Store

KEY = "5e" * 32
PEOPLE = [{"survivor_id": f"MD-{number:04}", "return_date": date(2024, 1, number)} for number in range(1, 6)]
MET = [
    {"survivor_id": each["survivor_id"], "round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed"}
    for each in PEOPLE
]


MINA = Actor("Mina", Role.PROGRAMME_MANAGER)


def settings_in(folder: Path) -> Settings:
    """A data folder and, apart from it, a key; each its owner's alone."""
    (folder / "keys").mkdir(mode=0o700)
    write_keys(folder / "keys" / "key", (KEY,))
    (folder / "data").mkdir(mode=0o700)
    return Settings(data=folder / "data", key_file=folder / "keys" / "key", today=date(2026, 6, 1), pinned=True)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def store(settings: Settings, catalogue: Catalogue) -> Iterator[Store]:
    opened = Store(settings.data, KEY, catalogue)
    yield opened
    opened.close()


@pytest.fixture
def house(settings: Settings, catalogue: Catalogue, store: Store) -> House:
    return House(catalogue, store, open_people(settings), settings, ReleaseFiles.of(settings))


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """The data folder of `full`, made once: handing in takes longer than copying what came of it."""
    settings = settings_in(tmp_path_factory.mktemp("furnished"))
    house = House(
        catalogue,
        Store(settings.data, KEY, catalogue),
        open_people(settings),
        settings,
        ReleaseFiles.of(settings),
    )
    house.people.add(Actor("Adil", Role.ADMINISTRATOR))
    closed = {**PEOPLE[0], "case_status": "completed", "case_closed_on": date(2026, 1, 1)}
    for country, rows in (
        ("MD", {"survivors": PEOPLE, "follow_ups": MET}),
        ("MD", {"survivors": [closed]}),
        ("NG", {"survivors": [{"survivor_id": "NG-0001"}]}),
    ):
        tables = typed_tables(catalogue, country, rows)
        cells = {form: table.select("sheet_row") for form, table in tables.items()}
        at = datetime(2026, 6, 1, 9)
        house.store.hand_in(HandIn(country, "workbook.xlsx", "f" * 64, "office", at, 0, tables, cells))
    submissions.accept(MINA, house, 2)
    submissions.undo(MINA, house, 3, "the wrong file")
    house.store.close()
    return settings.data


@pytest.fixture
def full(furnished: Path, settings: Settings, catalogue: Catalogue) -> Iterator[House]:
    """Two hand-ins of Moldova, one of them accepted, and one of Nigeria that was undone; people and a log."""
    shutil.copytree(furnished, settings.data, dirs_exist_ok=True)
    people = open_people(settings)
    assert people.file.anchor is not None
    people.file.anchor.place(Log(people.file).last())  # the copy's own place is known nowhere yet
    house = House(
        catalogue,
        Store(settings.data, KEY, catalogue),
        people,
        settings,
        ReleaseFiles.of(settings),
    )
    yield house
    house.store.close()


@pytest.fixture
def office_hands_in(full: House) -> Callable[..., None]:
    """office_hands_in("TN", survivors=[...]): one more hand-in into the full house."""

    def do(country: str, **rows: Rows) -> None:
        tables = typed_tables(full.catalogue, country, rows)
        cells = {form: table.select("sheet_row") for form, table in tables.items()}
        full.store.hand_in(HandIn(country, "late.xlsx", "e" * 64, "office", datetime(2026, 6, 1, 10), 0, tables, cells))

    return do
