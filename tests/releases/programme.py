"""An invented programme of four countries and its folder as it stood at three moments. Holds no test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from typed_rows import typed_tables

from monitoring.access.people import PeopleBook
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Status, Submission
from monitoring.services.house import House
from monitoring.settings import Settings
from monitoring.store.release_files import ReleaseFiles
from monitoring.store.store import HandIn, Store

KEY = "5e" * 32
TODAY = date(2026, 6, 1)

FEW = ("people_returned", "people_supported", "housing_secure", "interviewed", "trafficker_contact")
"""Enough to see every rule at work; all hundred and fifty take minutes."""

MANAGER, SECOND = Actor("Mina", Role.PROGRAMME_MANAGER), Actor("Noor", Role.PROGRAMME_MANAGER)


@dataclass(frozen=True)
class Kept:
    """Folders as they stood: with the programme's hand-ins accepted, then with a release built, then approved."""

    programme: Path
    built: Path
    released: Path


def house_of(folder: Path, store: Store, catalogue: Catalogue) -> House:
    """A house whose catalogue has few numbers."""
    few = replace(catalogue, indicators={id_: catalogue.indicators[id_] for id_ in FEW})
    settings = Settings(data=folder / "data", key_file=folder / "key", today=TODAY, pinned=True)
    people = PeopleBook(folder / "data" / "people.sqlite")
    return House(few, store, people, settings, ReleaseFiles.of(settings))


@contextmanager
def opened(folder: Path, catalogue: Catalogue) -> Iterator[House]:
    """The house of a folder, closed again afterwards, so that the folder can be copied."""
    store = Store(folder / "data", KEY, catalogue)
    house = house_of(folder, store, catalogue)
    yield house
    house.releases.close()
    store.close()


LIVES = [
    {"gender": gender, "age_band": age}
    for age in ("18-29", "30-47")
    for gender in ("woman_or_girl", "man_or_boy", "woman_or_girl", "man_or_boy", "woman_or_girl")
]


def answers(country: str, people: int, *, secure: int, from_: int = 0) -> dict[str, list[dict[str, object]]]:
    """So many people of a country, interviewed a year on; the first so many of them have a secure home.

    A fifth as many more came home and do not want to be contacted. Two in five are men, half are thirty or more.
    """
    codes = [f"{country}-{number:04}" for number in range(from_, from_ + people)]
    met = {"round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed", "may_stay_six_months": True}
    homes = ["own" if at < secure else "shelter" for at in range(people)]
    quiet = [f"{country}-Q{number:04}" for number in range(from_, from_ + people // 5)]
    return {
        "survivors": [
            *({"survivor_id": code, **LIVES[at % len(LIVES)]} for at, code in enumerate(codes)),
            *({"survivor_id": code, "consent_contact": "refused"} for code in quiet),
        ],
        "follow_ups": [
            {"survivor_id": code, **met, "housing_type": home} for code, home in zip(codes, homes, strict=True)
        ],
    }


def accept(house: House, country: str, people: int, *, secure: int, from_: int = 0, warnings: int = 0) -> Submission:
    """Hands in so many people and accepts it; `warnings` are cells that nobody has explained."""
    tables = typed_tables(house.catalogue, country, answers(country, people, secure=secure, from_=from_))
    cells = {form: table.select("sheet_row") for form, table in tables.items()}
    at = datetime(2026, 6, 1, 9)
    submission = house.store.hand_in(HandIn(country, "workbook.xlsx", "f" * 64, "office", at, warnings, tables, cells))
    house.store.decide(submission, Status.ACCEPTED, by="Noor", at=datetime(2026, 6, 1, 10), reason=None)
    return submission
