"""What tests stand on: the real declarations, a real encrypted database in a folder of its own, and people."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pandera.pandas  # noqa: F401  # first and whole: the peer needs it, and derive/pandera_alone does without
import polars
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from typed_rows import Rows, typed_table, typed_tables

from monitoring.access.people import PeopleBook
from monitoring.declarations.read import read_catalogue
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Submission
from monitoring.services.house import House
from monitoring.settings import ROOT, Settings
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import HandIn, Store

settings.register_profile("same_every_time", derandomize=True)
settings.load_profile("same_every_time")
"""What is drawn is the same in every run: luck keeps nothing out. `make fuzz` and `make agreement` go looking."""

TODAY = date(2026, 6, 1)
KEY = "5e" * 32

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium, for the tests of one file: Playwright's event loop left running would stop the next file's."""
    if CHROMIUM is None:
        pytest.fail("No Chromium found. Install it as root (Debian: apt-get install chromium) and run the tests again.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """All that is declared under indicators/."""
    return read_catalogue(ROOT / "indicators")


@pytest.fixture
def store(tmp_path: Path, catalogue: Catalogue) -> Iterator[Store]:
    """An empty encrypted database."""
    opened = Store(tmp_path / "data", KEY, catalogue)
    yield opened
    opened.close()


@pytest.fixture
def house(tmp_path: Path, catalogue: Catalogue, store: Store) -> House:
    """A house around the empty store, its clock pinned."""
    data = tmp_path / "data"
    settings = Settings(data=data, key_file=tmp_path / "key", today=TODAY, pinned=True)
    releases = ReleaseFiles.of(settings)
    return House(catalogue, store, PeopleBook(data / "people.sqlite"), settings, releases)


@pytest.fixture
def manager() -> Actor:
    return Actor("Mina", Role.PROGRAMME_MANAGER)


@pytest.fixture
def office() -> Actor:
    return Actor("Moldova office", Role.COUNTRY_OFFICE, frozenset({"MD"}))


@pytest.fixture
def funder() -> Actor:
    return Actor("Funder", Role.FUNDER)


@pytest.fixture
def typed(catalogue: Catalogue) -> Callable[[str, Rows], polars.DataFrame]:
    """A typed table of a form from rows that name only what matters, as intake would give it."""

    return partial(typed_table, catalogue)


@pytest.fixture
def hand_in(store: Store, catalogue: Catalogue) -> Callable[..., Submission]:
    """Hands in typed rows for a country: hand_in("MD", survivors=[...], follow_ups=[...])."""

    def do(country: str, *, at: datetime = datetime(2026, 6, 1, 9), by: str = "office", **rows: Rows) -> Submission:
        tables = typed_tables(catalogue, country, rows)
        cells = {form: table.select("sheet_row") for form, table in tables.items()}
        return store.hand_in(HandIn(country, "workbook.xlsx", "f" * 64, by, at, 0, tables, cells))

    return do
