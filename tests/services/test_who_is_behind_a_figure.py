"""Everybody due is somewhere in the count, and what the missing could change is said."""

from datetime import date

import pytest

from monitoring.domain.figures import Figure, FigureRequest
from monitoring.services.figure_bounds import bounds_of, if_badly_and_well
from monitoring.services.read_figures import read_figures
from monitoring.services.who_we_hear_from import RoundStatus, who_we_hear_from
from monitoring.statistics.bounds import Bounds

STATUSES = [
    ("interviewed", {"lives_in": "other_country", "housing_type": "own", "may_stay_six_months": True}),
    ("interviewed", {"lives_in": "country_of_return", "housing_type": "shelter", "may_stay_six_months": False}),
    ("partly_interviewed", {}),
    ("declined_this_time", {}),
    ("not_reached", {}),
    ("not_attempted", {}),
    ("unsafe_to_contact", {}),
    ("withdrew_consent", {}),
    ("deceased", {}),
    (None, {}),
]


@pytest.fixture
def handed_in(hand_in):
    """One person for everything that may become of a round, and one who returned a month ago."""
    people = [{"survivor_id": f"MD-{at:04}"} for at in range(len(STATUSES))]
    contacts = [
        {"survivor_id": f"MD-{at:04}", "round": "12", "contact_date": date(2025, 1, 2), "status": status, **answers}
        for at, (status, answers) in enumerate(STATUSES)
        if status
    ]
    hand_in("MD", survivors=[*people, {"survivor_id": "MD-9999", "return_date": date(2026, 5, 1)}], follow_ups=contacts)


def test_what_became_of_everybody_due_adds_up(handed_in, house, manager):
    at_twelve = next(each for each in who_we_hear_from(manager, house, {}) if each.months == 12)

    assert at_twelve == RoundStatus(
        months=12,
        due=10,
        interviewed=3,
        partly=1,
        elsewhere=1,
        declined=1,
        withdrew=1,
        unsafe=1,
        deceased=1,
        not_reached=1,
        not_attempted=1,
        not_recorded=1,
        not_yet_due=1,
    )
    assert (at_twelve.reached, at_twelve.attempted, at_twelve.not_interviewed) == (5, 7, 7)


def test_the_missing_could_have_done_badly_or_well(handed_in, house, manager, catalogue):
    (figure,) = read_figures(manager, house, FigureRequest(("housing_secure",), where={"round": ("12",)}))

    assert (figure.numerator, figure.denominator, figure.due - figure.interviewed) == (1, 2, 7)
    assert bounds_of(catalogue.indicators["housing_secure"], figure) == Bounds(1 / 9, 8 / 9)


def figure(**counts):
    return Figure("x", (), due=20, interviewed=15, **counts)


def test_a_mean_is_bounded_by_the_ends_of_its_scale(catalogue):
    found = bounds_of(catalogue.indicators["wellbeing_who5"], figure(numerator=750.0, denominator=15))

    assert found == Bounds(750 / 20, 1250 / 20)


def test_of_what_has_no_end_there_are_no_bounds(catalogue):
    assert bounds_of(catalogue.indicators["help_gap"], figure(numerator=30, denominator=15)) is None
    assert bounds_of(catalogue.indicators["housing_secure"], Figure("x", (), withheld=True)) is None
    assert bounds_of(catalogue.indicators["interviewed"], figure(numerator=15, denominator=20)) is None


def test_doing_badly_is_more_where_more_is_worse(catalogue):
    bounds = Bounds(0.1, 0.4)

    assert if_badly_and_well(catalogue.indicators["housing_secure"], bounds) == (0.1, 0.4)
    assert if_badly_and_well(catalogue.indicators["food_cut"], bounds) == (0.4, 0.1)
    assert if_badly_and_well(catalogue.indicators["trafficker_contact"], bounds) == (0.4, 0.1)
