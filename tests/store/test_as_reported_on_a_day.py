"""Any past figure can be had again as it was reported, except for people whose consent has ended since."""

from datetime import date, datetime

from monitoring.domain.figures import FigureRequest
from monitoring.services.read_figures import read_figures

PEOPLE = [{"survivor_id": f"MD-000{number}"} for number in range(1, 4)]


def met(person, housing):
    return {
        "survivor_id": person["survivor_id"],
        "round": "12",
        "contact_date": date(2025, 1, 2),
        "status": "interviewed",
        "housing_type": housing,
        "may_stay_six_months": True,
    }


def secure(manager, house, day):
    (figure,) = read_figures(manager, house, FigureRequest(("housing_secure",), as_of=day, where={"round": ("12",)}))
    return figure.numerator, figure.denominator


def test_a_later_hand_in_does_not_change_what_was_reported(hand_in, house, manager):
    hand_in("MD", at=datetime(2025, 2, 1), survivors=PEOPLE, follow_ups=[met(one, "shelter") for one in PEOPLE])
    hand_in("MD", at=datetime(2025, 6, 1), survivors=PEOPLE, follow_ups=[met(one, "own") for one in PEOPLE])

    assert secure(manager, house, date(2025, 3, 1)) == (0, 3)
    assert secure(manager, house, date(2025, 6, 1)) == (3, 3)
    assert secure(manager, house, None) == (3, 3)


def test_whoever_withdrew_consent_has_left_every_earlier_day_too(hand_in, house, manager):
    hand_in("MD", at=datetime(2025, 2, 1), survivors=PEOPLE, follow_ups=[met(one, "own") for one in PEOPLE])
    hand_in("MD", at=datetime(2025, 6, 1), survivors=[{**PEOPLE[0], "consent_record": "withdrawn"}])

    assert secure(manager, house, date(2025, 3, 1)) == (2, 2)
    assert secure(manager, house, None) == (2, 2)


def test_whoever_withdrew_under_a_newer_code_has_left_earlier_days_under_the_former_one_too(hand_in, house, manager):
    hand_in("MD", at=datetime(2025, 2, 1), survivors=PEOPLE, follow_ups=[met(one, "own") for one in PEOPLE])
    newer = {"survivor_id": "MD-0009", "previous_survivor_id": "MD-0001", "consent_record": "withdrawn"}
    hand_in("MD", at=datetime(2025, 6, 1), survivors=[newer])

    assert secure(manager, house, date(2025, 3, 1)) == (2, 2)
    assert secure(manager, house, None) == (2, 2)
