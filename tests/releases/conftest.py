"""A programme of four countries, accepted and ready to be released, and two managers who may."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Status, Submission
from monitoring.services.house import House

FEW = ("people_returned", "people_supported", "housing_secure", "interviewed", "trafficker_contact")
"""Enough to see every rule at work; all hundred and fifty take minutes."""


@pytest.fixture
def house(house: House) -> House:
    """The usual house, whose catalogue has few numbers."""
    indicators = {id_: house.catalogue.indicators[id_] for id_ in FEW}
    return replace(house, catalogue=replace(house.catalogue, indicators=indicators))


@pytest.fixture
def second() -> Actor:
    return Actor("Noor", Role.PROGRAMME_MANAGER)


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


@pytest.fixture
def accepted(house: House, hand_in: Callable[..., Submission]) -> Callable[..., Submission]:
    """accepted("MD", 60, secure=30): hands in so many people and accepts it."""

    def do(country: str, people: int, *, secure: int, from_: int = 0) -> Submission:
        submission = hand_in(country, **answers(country, people, secure=secure, from_=from_))
        house.store.decide(submission, Status.ACCEPTED, by="Noor", at=datetime(2026, 6, 1, 10), reason=None)
        return submission

    return do


@pytest.fixture
def programme(house: House, accepted: Callable[..., Submission]) -> House:
    """Bangladesh with 80 people, Moldova 60, Nigeria 90, Albania 7: each told of once, a year after return."""
    accepted("BD", 80, secure=45)
    accepted("MD", 60, secure=30)
    accepted("NG", 90, secure=40)
    accepted("AL", 7, secure=3)
    return house
