"""A round came due if on its target day there was consent, a living person and an active case; or an interview."""

from datetime import date

import pytest

from monitoring.domain.figures import FigureRequest
from monitoring.services.read_figures import read_figures

RETURNED = {"survivor_id": "MD-0001", "return_date": date(2025, 1, 1)}


def at_month_three(manager, house):
    figures = read_figures(manager, house, FigureRequest(("interviewed",), by=("round",)))
    return next((figure.numerator, figure.due) for figure in figures if figure.at("round") == "3")


@pytest.mark.parametrize(
    ("person", "due"),
    [
        ({}, 1),
        ({"consent_contact": "refused"}, 0),
        ({"consent_contact": "withdrawn", "consent_date": date(2025, 2, 1)}, 0),
        ({"consent_contact": "withdrawn", "consent_date": date(2025, 5, 1)}, 1),
        ({"case_status": "closed_own_wish", "case_closed_on": date(2025, 2, 1)}, 0),
        ({"case_status": "closed_own_wish", "case_closed_on": date(2025, 5, 1)}, 1),
    ],
)
def test_due_follows_what_held_on_the_target_day(hand_in, house, manager, person, due):
    hand_in("MD", survivors=[{**RETURNED, **person}, {"survivor_id": "MD-0002", "return_date": date(2025, 1, 1)}])

    assert at_month_three(manager, house) == (0, due + 1)


def test_an_interview_before_the_target_day_makes_the_round_due(hand_in, house, manager):
    met = {"survivor_id": "MD-0001", "round": "3", "contact_date": date(2026, 5, 20), "status": "interviewed"}
    hand_in("MD", survivors=[{**RETURNED, "return_date": date(2026, 3, 20)}], follow_ups=[met])

    assert at_month_three(manager, house) == (1, 1)


def test_of_several_contacts_the_interview_nearest_the_target_day_counts(hand_in, house, manager):
    met = {"survivor_id": "MD-0001", "round": "12", "status": "interviewed", "may_stay_six_months": True}
    contacts = [
        {**met, "contact_date": date(2025, 11, 20), "housing_type": "shelter"},
        {**met, "contact_date": date(2025, 12, 30), "housing_type": "own"},
        {**met, "contact_date": date(2026, 1, 1), "housing_type": None, "status": "not_reached"},
    ]
    hand_in("MD", survivors=[RETURNED], follow_ups=contacts)

    (figure,) = read_figures(manager, house, FigureRequest(("housing_secure",), where={"round": ("12",)}))

    assert (figure.numerator, figure.denominator) == (1, 1)


def test_pooled_rounds_count_a_person_once(hand_in, house, manager):
    met = {"survivor_id": "MD-0001", "status": "interviewed", "housing_type": "own", "may_stay_six_months": True}
    contacts = [
        {**met, "round": "3", "contact_date": date(2025, 4, 2), "housing_type": "shelter"},
        {**met, "round": "6", "contact_date": date(2025, 7, 2)},
    ]
    hand_in("MD", survivors=[RETURNED], follow_ups=contacts)

    figures = read_figures(manager, house, FigureRequest(("housing_secure",), by=("pooled_round",)))

    assert [(each.at("pooled_round"), each.numerator, each.denominator, each.due) for each in figures][1] == (
        "3-6",
        1,
        1,
        1,
    )


def test_a_hand_in_of_another_country_makes_nobody_due_twice(hand_in, house, manager):
    hand_in("MD", survivors=[RETURNED])
    hand_in("NG", survivors=[{**RETURNED, "survivor_id": "NG-0001"}])

    assert at_month_three(manager, house) == (0, 2)
