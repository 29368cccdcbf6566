"""A release of three countries over two reporting years, approved by another manager than the one who built it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Status, Submission
from monitoring.services import releases
from monitoring.services.house import House

FEW = (
    *("people_returned", "people_supported", "agreed_to_contact", "interviewed", "reached"),
    *("housing_secure", "income_covers_needs", "stigma_low", "wellbeing_low", "feels_safe"),
    *("respect", "informed_choice", "voluntary_return", "risk_assessed"),
)
"""What a brief is made of, in part: all hundred and fifty would take minutes."""

LIVES = [
    {"gender": gender, "age_band": age, "disability": disability}
    for gender in ("woman_or_girl", "man_or_boy")
    for age in ("18-29", "30-47")
    for disability in (True, False, False)
]
RETURNS = (date(2024, 5, 1), date(2025, 5, 1))
"""In the years 2024-25 and 2025-26, from April to March."""


@pytest.fixture
def house(house: House) -> House:
    """The usual house, whose catalogue has few numbers, and a heading for each side of life that is left."""
    indicators = {id_: house.catalogue.indicators[id_] for id_ in FEW}
    return replace(house, catalogue=replace(house.catalogue, indicators=indicators))


@pytest.fixture
def second() -> Actor:
    return Actor("Noor", Role.PROGRAMME_MANAGER)


@pytest.fixture
def accepted(house: House, hand_in: Callable[..., Submission]) -> Callable[..., None]:
    """accepted("MD", 120): so many people, half of them back in each year, each met at return and a year later."""

    def do(country: str, people: int) -> None:
        codes = [f"{country}-{number:04}" for number in range(people)]
        survivors = [
            {
                "survivor_id": code,
                "return_date": RETURNS[at % 2],
                "return_kind": "assisted_voluntary",
                "informed_choice": at % 3 > 0,
                **LIVES[at // 2 % len(LIVES)],
            }
            for at, code in enumerate(codes)
        ]
        met = [_met(at, code, months) for at, code in enumerate(codes) for months in ("0", "12")]
        submission = hand_in(country, survivors=survivors, follow_ups=met)
        house.store.decide(submission, Status.ACCEPTED, by="Noor", at=datetime(2026, 6, 1, 10), reason=None)

    return do


@pytest.fixture
def released(house: House, accepted: Callable[..., None], manager: Actor, second: Actor) -> House:
    """Two large countries and one of seven people."""
    for country, people in (("MD", 240), ("NG", 240), ("AL", 7)):
        accepted(country, people)
    releases.approve(second, house, releases.build(manager, house).id)
    return house


def _met(at: int, code: str, months: str) -> dict[str, object]:
    returned = RETURNS[at % 2]
    is_later = months == "12"
    return {
        "survivor_id": code,
        "round": months,
        "contact_date": returned.replace(year=returned.year + is_later, day=5),
        "status": "interviewed",
        "housing_type": "own" if at % 10 < (7 if is_later else 3) else "shelter",
        "may_stay_six_months": True,
        "feels_safe": "safe" if at % 4 else "unsafe",
        "treated_with_respect": "always" if at % 5 else "never",
        "help_received": "health" if at % 2 else "none",
    }
