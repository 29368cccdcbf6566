"""Any past figure can be had again as it was reported, except for people whose consent has ended since."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from monitoring.domain.figures import FigureRequest
from monitoring.services.figure_requests import ImpossibleRequest
from monitoring.services.first_improvement import first_improvement
from monitoring.services.heard_and_unheard import heard_and_unheard
from monitoring.services.read_figures import read_figures
from monitoring.services.rows_behind import hand_ins
from monitoring.services.same_people import same_people
from monitoring.services.submissions import since
from monitoring.services.time_to_event import time_to_event
from monitoring.services.who_we_hear_from import who_we_hear_from
from monitoring.services.workload import burden, workload

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


EARLIER = date(2025, 3, 1)
TOLD = {
    "the same people": lambda a, h, day: same_people(a, h, "housing_secure", where={}, as_of=day),
    "who is missing": lambda a, h, day: heard_and_unheard(a, h, "housing_secure", 12, {}, day),
    "the first improvement": lambda a, h, day: first_improvement(a, h, "wellbeing_who5", {}, day),
    "a risk": lambda a, h, day: time_to_event(a, h, "re_trafficked", {}, day),
    "who is heard from": lambda a, h, day: who_we_hear_from(a, h, {}, day),
    "the workload": lambda a, h, day: workload(a, h, "provider", {}, day),
    "the burden": lambda a, h, day: [(each.people, each.interviews) for each in burden(a, h, "country", {}, day)],
    "the hand-ins behind a number": lambda a, h, day: hand_ins(a, h, "housing_secure", {}, day),
    "a figure by cohort": lambda a, h, day: read_figures(
        a, h, FigureRequest(("housing_secure",), ("return_quarter",), as_of=day)
    ),
}
"""What is told of people on the screens, as things stand (None) or as reported on a day."""


def answers(person, months, day, well):
    who5 = {f"who5_{item}": 4 if well else 1 for item in range(1, 6)}
    home = {"housing_type": "own" if well else "shelter", "may_stay_six_months": True, "exploited_again": False}
    contact = {"round": months, "contact_date": day, "status": "interviewed", "minutes": 30}
    return {"survivor_id": person["survivor_id"], **contact, **who5, **home}


@pytest.mark.parametrize("what", TOLD)
def test_everything_told_of_people_can_be_had_again(hand_in, house, manager, what):
    """What was told on that day, before anything else was handed in, is what is told of that day now."""
    first, later = date(2024, 1, 10), date(2025, 1, 2)
    met_then = [answers(one, "0", first, well=False) for one in PEOPLE]
    met_then += [answers(one, "12", later, well=True) for one in PEOPLE[:2]]
    hand_in("MD", at=datetime(2025, 2, 1), survivors=PEOPLE, follow_ups=met_then)
    that_day = replace(house, settings=replace(house.settings, today=EARLIER))
    told = TOLD[what](manager, that_day, None)

    event = {"survivor_id": "MD-0001", "incident_type": "re_trafficking", "basis": "authority", "signed_off": True}
    hand_in(
        "MD",
        at=datetime(2025, 6, 1),
        survivors=[{**one, "provider_id": "MD-02"} for one in PEOPLE],
        follow_ups=[answers(one, "12", later, well=False) for one in PEOPLE],
        incidents=[{**event, "occurred_on": date(2024, 6, 1), "reported_on": date(2024, 7, 1)}],
    )

    assert told
    assert TOLD[what](manager, house, EARLIER) == told
    assert TOLD[what](manager, house, None) != told


@pytest.mark.parametrize("what", TOLD)
def test_nothing_is_told_of_a_day_to_come(house, manager, what):
    with pytest.raises(ImpossibleRequest) as refused:
        TOLD[what](manager, house, date(2026, 6, 2))

    assert refused.value.reason == "day_to_come"


@pytest.mark.parametrize("what", TOLD)
def test_a_withdrawal_of_consent_shows_in_no_difference_between_two_days(hand_in, house, manager, what):
    contacts = [answers(one, "0", date(2024, 1, 10), well=False) for one in PEOPLE]
    contacts += [answers(one, "12", date(2025, 1, 2), well=True) for one in PEOPLE]
    hand_in("MD", at=datetime(2025, 2, 1), survivors=PEOPLE, follow_ups=contacts)
    hand_in("MD", at=datetime(2025, 3, 3), survivors=[{**PEOPLE[0], "consent_record": "withdrawn"}])

    before, after = (TOLD[what](manager, house, day) for day in (date(2025, 3, 2), date(2025, 3, 4)))

    assert before
    assert before == after


def test_what_came_in_since_is_told_without_rows(hand_in, house, manager):
    hand_in("MD", at=datetime(2025, 2, 1), survivors=PEOPLE)
    hand_in("MD", at=datetime(2025, 6, 1), survivors=PEOPLE)

    assert [each.id for each in since(manager, house, EARLIER)] == [2]
    assert since(manager, house, date(2025, 6, 1)) == ()
