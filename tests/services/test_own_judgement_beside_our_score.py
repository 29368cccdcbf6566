"""What people say of their life stands beside what our score of them did since the talk before, in counts."""

from datetime import date, timedelta

import pytest

from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.services.own_judgement import Beside, Judgement, own_judgement

RETURNED = date(2024, 1, 1)
DAYS = {"0": 10, "6": 183, "12": 366}


def talk(at, months, wellbeing=None, compared=None):
    day = RETURNED + timedelta(days=DAYS[months])
    row = {"survivor_id": f"MD-{at:04}", "round": months, "contact_date": day, "status": "interviewed"}
    answers = {f"who5_{item}": wellbeing for item in range(1, 6)} if wellbeing is not None else {}
    return {**row, **answers, "compared_with_last_time": compared}


@pytest.fixture
def moldova(hand_in):
    """Better and rose, better and fell, the same and stayed, worse and rose; better without a score before; silent."""
    talks = [
        *(talk(0, "0", 1), talk(0, "12", 3, "better")),
        *(talk(1, "0", 1), talk(1, "6", 4), talk(1, "12", 2, "better")),
        *(talk(2, "0", 2), talk(2, "12", 2, "same")),
        *(talk(3, "0", 1), talk(3, "12", 4, "worse")),
        talk(4, "12", 4, "better"),
        *(talk(5, "0", 1), talk(5, "12", 4)),
    ]
    people = [{"survivor_id": f"MD-{at:04}", "return_date": RETURNED} for at in range(6)]
    hand_in("MD", survivors=people, follow_ups=talks)


def test_each_judgement_stands_beside_what_the_score_did_since_the_talk_before(moldova, house, office):
    found = own_judgement(office, house, "wellbeing_score", "12", {})

    assert found is not None
    assert found.parts == (
        Beside(Judgement.BETTER, rose=1, stayed=0, fell=1),
        Beside(Judgement.SAME, rose=0, stayed=1, fell=0),
        Beside(Judgement.WORSE, rose=1, stayed=0, fell=0),
    )
    assert (found.people, found.without_score) == (4, 1)
    assert (found.better_and_fell, found.worse_and_rose) == (1, 1)


def test_in_a_round_in_which_nobody_compared_there_is_nothing(moldova, house, office):
    assert own_judgement(office, house, "wellbeing_score", "6", {}) is None


def test_a_share_is_no_score_to_stand_beside(moldova, house, office):
    assert own_judgement(office, house, "housing_secure", "12", {}) is None


def test_an_empty_house_has_none(house, manager):
    assert own_judgement(manager, house, "wellbeing_score", "12", {}) is None


def test_it_is_for_staff_inside_their_countries(moldova, house, funder):
    nigeria = Actor("Nigeria office", Role.COUNTRY_OFFICE, frozenset({"NG"}))

    assert own_judgement(nigeria, house, "wellbeing_score", "12", {}) is None
    for actor, where in ((funder, {}), (nigeria, {"country": ("MD",)})):
        with pytest.raises(NotAllowed):
            own_judgement(actor, house, "wellbeing_score", "12", where)
