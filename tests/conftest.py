"""What tests stand on: the real declarations, a real encrypted database in a folder of its own, and people."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from monitoring.access.people import PeopleBook
from monitoring.declarations.read import read_catalogue
from monitoring.derive.create_table import columns_of
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
_POLARS = {"varchar": polars.String, "boolean": polars.Boolean, "date": polars.Date, "integer": polars.Int32}

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

Rows = list[dict[str, Any]]


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
    releases = ReleaseFiles(settings.releases, settings.release_key_file)
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

    def make(form: str, rows: Rows) -> polars.DataFrame:
        declared = catalogue.forms[form]
        kinds = {
            name: _POLARS[kind]
            for name, kind in columns_of(declared).items()
            if name != "submission_id" and (name != "country" or declared.question("country"))
        }
        whole = [{"sheet_row": at, **row} for at, row in enumerate(rows, 3)]
        return polars.DataFrame([{name: row.get(name) for name in kinds} for row in whole], schema=kinds)

    return make


@pytest.fixture
def hand_in(store: Store, typed: Callable[[str, Rows], polars.DataFrame]) -> Callable[..., Submission]:
    """Hands in typed rows for a country: hand_in("MD", survivors=[...], follow_ups=[...])."""

    def do(country: str, *, at: datetime = datetime(2026, 6, 1, 9), by: str = "office", **rows: Rows) -> Submission:
        tables = {
            form: typed(form, [_person(country, row) if form == "survivors" else row for row in of_form])
            for form, of_form in rows.items()
        }
        cells = {form: table.select("sheet_row") for form, table in tables.items()}
        return store.hand_in(HandIn(country, "workbook.xlsx", "f" * 64, by, at, 0, tables, cells))

    return do


def _person(country: str, row: dict[str, Any]) -> dict[str, Any]:
    usual = {
        "country": country,
        "provider_id": f"{country}-01",
        "gender": "woman_or_girl",
        "age_band": "18-29",
        "return_date": date(2024, 1, 1),
        "consent_record": "given",
        "consent_contact": "given",
        "case_status": "active",
    }
    return {**usual, **row}
