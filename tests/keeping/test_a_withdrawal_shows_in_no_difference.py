"""Whoever withdraws consent to their record has left every figure of every day: no two days differ by them."""

from datetime import date, datetime

import pytest

from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.people import Actor, Role
from monitoring.services import compare_hand_ins
from monitoring.services.read_figures import read_figures

DAYS = [date(2025, 2, 15), date(2025, 6, 15), date(2025, 9, 15), None]
"""Before, between and after two hand-ins; None is now."""

CODES = [f"MD-{number:04}" for number in range(1, 13)]
WITHDRAWN = "MD-0005"


def met(code):
    answers = {"housing_type": "own", "may_stay_six_months": True, "feels_safe": "safe"}
    return {"survivor_id": code, "round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed", **answers}


def people(*, without=(), withdrawn=()):
    return [
        {"survivor_id": code, "consent_record": "withdrawn" if code in withdrawn else "given"}
        for code in CODES
        if code not in without
    ]


@pytest.fixture
def office_of_twelve(hand_in):
    """Twelve were handed in twice; in between nothing happened but that one of them withdrew."""

    def hand_in_both(withdrawn):
        hand_in("MD", at=datetime(2025, 2, 1), survivors=people(), follow_ups=[met(code) for code in CODES])
        hand_in("MD", at=datetime(2025, 7, 1), survivors=people(withdrawn=withdrawn))

    return hand_in_both


def figures(house, day):
    mina = Actor("Mina", Role.PROGRAMME_MANAGER)
    asked = FigureRequest(("people_returned", "housing_secure"), (), as_of=day, where={})
    return [(each.indicator, each.numerator, each.denominator) for each in read_figures(mina, house, asked)]


def test_no_two_days_differ_by_whoever_withdrew(office_of_twelve, house):
    office_of_twelve([WITHDRAWN])
    found = [figures(house, day) for day in DAYS]

    assert found == [found[0]] * len(DAYS)
    assert {numerator for _, numerator, _ in found[0]} == {11}


def test_without_a_withdrawal_they_would_all_be_there(office_of_twelve, house):
    office_of_twelve([])

    assert {numerator for _, numerator, _ in figures(house, None)} == {12}


def test_no_two_days_of_the_shared_view_differ_either(office_of_twelve, house):
    """It knows no days at all: what was reported then cannot be asked for."""
    office_of_twelve([WITHDRAWN])
    frida = Actor("Frida", Role.FUNDER)
    asked = FigureRequest(("housing_secure",), ("country",), view=View.SHARED, as_of=date(2025, 6, 15))

    with pytest.raises(Exception, match="not_in_shared_view"):
        read_figures(frida, house, asked)


def test_comparing_two_hand_ins_names_nobody_who_withdrew(office_of_twelve, house, office):
    office_of_twelve([WITHDRAWN])
    sides = compare_hand_ins.of_hand_ins(office, house, 1, 2)
    found = compare_hand_ins.changed_rows(office, house, sides, "survivors")

    assert (found.rows, found.total) == ((), 0)
