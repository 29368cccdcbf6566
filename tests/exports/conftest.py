"""An office with people who agreed to research, and somebody who wants to work with their rows."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Submission

RETURNED = date(2025, 1, 1)
DAYS = {"0": 10, "3": 91, "6": 182, "12": 365}


@pytest.fixture
def analyst() -> Actor:
    return Actor("Ana", Role.ANALYST)


@pytest.fixture
def people(hand_in: Callable[..., Submission]) -> Callable[..., None]:
    """people("MD", 40): so many agreed to research, and five more did not."""

    def do(country: str, many: int) -> None:
        ids = [f"{country}-{number:04}" for number in range(many + 5)]
        survivors = [
            {
                "survivor_id": id_,
                "return_date": RETURNED,
                "consent_research": "given" if at < many else "refused",
                "disability": at % 2 == 0,
                "exploitation_types": "ForcedLabour",
                "return_kind": "assisted_voluntary",
            }
            for at, id_ in enumerate(ids)
        ]
        hand_in(
            country, survivors=survivors, follow_ups=[_told(at, id_, m) for at, id_ in enumerate(ids) for m in DAYS]
        )

    return do


def _told(at: int, id_: str, months: str) -> dict[str, object]:
    return {
        "survivor_id": id_,
        "round": months,
        "contact_date": RETURNED + timedelta(days=DAYS[months]),
        "status": "interviewed",
        "mode": "in_person",
        "asked_by": "lead_worker",
        "housing_type": ["rented", "own", "shelter"][at % 3],
        "feels_safe": ["safe", "unsafe"][at // 2 % 2],
        "main_activity": ["employed", "looking", "studying"][(at + 1) % 3],
    }
