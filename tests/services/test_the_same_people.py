"""Change among those who answered twice: who is in it, which way each went, and what stands beside it."""

from datetime import date

import pytest

from monitoring.domain.people import NotAllowed
from monitoring.services.same_people import same_people

AT_RETURN = {"round": "0", "contact_date": date(2024, 1, 10), "status": "interviewed"}
LATER = {"round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed"}
SETTLED = {"housing_type": "own", "may_stay_six_months": True}
SHELTERED = {"housing_type": "shelter", "may_stay_six_months": False}


def handed_in(hand_in, contacts):
    """Each person's answers at return and at month 12; None: no interview in that round."""
    rows = [
        {"survivor_id": f"MD-{at:04}", **round_, **answers}
        for at, both in enumerate(contacts)
        for round_, answers in zip((AT_RETURN, LATER), both, strict=True)
        if answers is not None
    ]
    hand_in("MD", survivors=[{"survivor_id": f"MD-{at:04}"} for at in range(len(contacts))], follow_ups=rows)


def wellbeing(item):
    return dict.fromkeys([f"who5_{each}" for each in range(1, 6)], item)


def test_only_those_who_answered_twice_are_compared(hand_in, house, manager):
    handed_in(
        hand_in,
        [(SHELTERED, SETTLED), (SETTLED, SETTLED), (SHELTERED, SHELTERED), (SETTLED, SHELTERED)]
        + [(SHELTERED, SETTLED)] * 2
        + [(SETTLED, None), (None, SETTLED), ({}, SETTLED)],
    )

    found = same_people(manager, house, "housing_secure", where={})

    assert (found.both, found.only_first, found.only_second) == (6, 1, 2)
    assert (found.change.improved, found.change.same, found.change.worsened) == (3, 2, 1)
    assert (found.first, found.second) == pytest.approx((2 / 6, 4 / 6))
    assert found.everybody_second == pytest.approx(6 / 8)


def test_a_mean_is_compared_by_the_declared_measurable_change(hand_in, house, manager, catalogue):
    handed_in(hand_in, [(wellbeing(1), wellbeing(2)), (wellbeing(3), wellbeing(3)), (wellbeing(4), wellbeing(2))])

    found = same_people(manager, house, "wellbeing_who5", where={})

    assert catalogue.indicators["wellbeing_who5"].measurable == 10
    assert (found.change.improved, found.change.same, found.change.worsened) == (1, 1, 1)
    assert (found.first, found.second) == pytest.approx((160 / 3, 140 / 3))


def test_more_told_harm_is_counted_as_told_later(hand_in, house, manager):
    handed_in(hand_in, [({"felt_discriminated": "never"}, {"felt_discriminated": "very_often"})] * 2)

    found = same_people(manager, house, "discrimination", where={})

    assert (found.change.improved, found.change.worsened) == (0, 2)


def test_everybodys_figure_may_tell_another_story(hand_in, house, manager):
    handed_in(hand_in, [(SHELTERED, SHELTERED)] * 30 + [(None, SETTLED)] * 60)

    assert same_people(manager, house, "housing_secure", where={}).disagrees


def test_where_nobody_answered_twice_there_is_no_change(hand_in, house, manager):
    handed_in(hand_in, [(SETTLED, None), (None, SETTLED)])

    assert same_people(manager, house, "housing_secure", where={}) is None


def test_a_funder_is_refused(house, funder):
    with pytest.raises(NotAllowed):
        same_people(funder, house, "housing_secure", where={})
