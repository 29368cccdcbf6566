"""A release of two countries over two reporting years, built once and laid into the house of each test."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from shutil import copy, copytree

import pytest
from typed_rows import typed_tables

from monitoring.access.people import PeopleBook
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Role
from monitoring.domain.release import Release, ReleasedCell, ReleaseStatus
from monitoring.domain.submission import Status
from monitoring.services import releases
from monitoring.services.house import House
from monitoring.settings import Settings
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import HandIn, Store

FEW = (
    *("people_returned", "people_supported", "interviewed", "reached", "respect", "informed_choice", "risk_assessed"),
    *("housing_secure", "income_covers_needs", "stigma_low", "wellbeing_low", "feels_safe"),
)
"""What a brief is made of, in part: all two hundred would take minutes."""

LIVES = [
    {"gender": gender, "age_band": age, "disability": disability}
    for gender in ("woman_or_girl", "man_or_boy")
    for age in ("18-29", "30-47")
    for disability in (True, False, False)
]
RETURNS = (date(2024, 5, 1), date(2025, 5, 1))
"""In the years 2024-25 and 2025-26, from April to March."""

MINA, NOOR = (Actor(name, Role.PROGRAMME_MANAGER) for name in ("Mina", "Noor"))
Another = Callable[..., Release]


def few(house: House) -> House:
    """Few numbers, and years from that of the first returns on."""
    catalogue = house.catalogue
    plan = replace(catalogue.releases, reporting_years=replace(catalogue.releases.reporting_years, first=2024))
    indicators = {id_: catalogue.indicators[id_] for id_ in FEW}
    return replace(house, catalogue=replace(catalogue, indicators=indicators, releases=plan))


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Iterator[Settings]:
    """Where the release lies. Moldova and Nigeria have 240 people each, half of them back in each year."""
    folder = tmp_path_factory.mktemp("frozen")
    settings = Settings(data=folder / "data", key_file=folder / "key", today=date(2026, 6, 1), pinned=True)
    store = Store(settings.data, "5e" * 32, catalogue)
    house = few(
        House(
            catalogue, store, PeopleBook(settings.data / "people.sqlite"), settings, releases=ReleaseFiles.of(settings)
        )
    )
    for country in ("MD", "NG"):
        tables = typed_tables(catalogue, country, _rows(country, 240))
        cells = {form: table.select("sheet_row") for form, table in tables.items()}
        at = datetime(2026, 6, 1, 9)
        handed_in = store.hand_in(HandIn(country, "workbook.xlsx", "f" * 64, "office", at, 0, tables, cells))
        store.decide(handed_in, Status.ACCEPTED, by="Noor", at=at, reason=None)
    releases.approve(NOOR, house, releases.build(MINA, house).id)
    house.releases.close()
    store.close()
    return settings


@pytest.fixture
def released(house: House, frozen: Settings) -> House:
    """A house that has the release, and nothing else."""
    copytree(frozen.releases, house.settings.releases)
    copy(frozen.release_key_file, house.settings.release_key_file)
    return few(house)


@pytest.fixture
def another(released: House) -> Another:
    """another(ReleaseStatus.REFUSED): one more release, that was decided so. `change` says other cells."""

    def do(status: ReleaseStatus, change: Callable[[ReleasedCell], ReleasedCell] = lambda cell: cell) -> Release:
        first = released.releases.all()[-1]
        cells = [change(cell) for cell in released.releases.cells(first)]
        made = replace(first, contents="another", revised=sum(cell.revised for cell in cells))
        added = released.releases.add(
            replace(made, status=ReleaseStatus.BUILT, decided_by=None, decided_at=None), cells
        )
        if status is not ReleaseStatus.BUILT:
            added = replace(added, status=status, decided_by="Noor", decided_at=datetime(2026, 6, 2, 9))
            released.releases.decide(added)
        return added

    return do


def _rows(country: str, people: int) -> dict[str, list[dict[str, object]]]:
    codes = [f"{country}-{number:04}" for number in range(people)]
    survivors = [
        {
            "survivor_id": code,
            "return_date": RETURNS[at % 2],
            "informed_choice": at % 3 > 0,
            **LIVES[at // 2 % len(LIVES)],
        }
        for at, code in enumerate(codes)
    ]
    met = [_met(at, code, months) for at, code in enumerate(codes) for months in ("0", "12")]
    return {"survivors": survivors, "follow_ups": met}


def _met(at: int, code: str, months: str) -> dict[str, object]:
    """At return and, of two in three, a year later. Nobody was asked about respect twice: of few it is withheld."""
    returned = RETURNS[at % 2]
    is_later = months == "12"
    return {
        "survivor_id": code,
        "round": months,
        "contact_date": returned.replace(year=returned.year + is_later, day=5),
        "status": "not_reached" if is_later and at % 3 == 0 else "interviewed",
        "housing_type": "own" if at % 10 < (7 if is_later else 3) else "shelter",
        "may_stay_six_months": True,
        "feels_safe": "safe" if at % 4 else "unsafe",
        "treated_with_respect": "always" if at < 10 else None,
        "help_received": "health" if at % 4 > 1 else "none",
    }
