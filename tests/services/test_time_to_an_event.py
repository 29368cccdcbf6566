"""From rows of people to a curve: who is lost, what could be, how else follow-up ended, and the calendar."""

from datetime import date, timedelta

import pytest

from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.period import Quarter
from monitoring.services.first_improvement import first_improvement
from monitoring.services.time_to_event import time_to_event

RETURNED = date(2024, 1, 1)  # as the rows of tests say where they leave it open


def person(at):
    return f"MD-{at:04}"


def asked(at, days, **also):
    day = RETURNED + timedelta(days=days)
    months = "24" if days > 639 else "12" if days > 274 else "6" if days > 137 else "0"
    answers = {"status": "interviewed", "exploited_again": False} | also
    return {"survivor_id": person(at), "round": months, "contact_date": day, **answers}


def event(at, **when):
    return {"survivor_id": person(at), "incident_type": "re_trafficking", "basis": "authority", **when}


@pytest.fixture
def handed_in(hand_in):
    """Twenty followed for a year, three lost after four months, an event on a day and one between two days."""
    contacts = [asked(at, 366) for at in range(20)] + [asked(at, 120) for at in range(20, 23)]
    contacts += [
        {"survivor_id": person(22), "round": "6", "contact_date": RETURNED + timedelta(days=182), "status": "deceased"},
    ]
    incidents = [
        event(23, occurred_on=RETURNED + timedelta(days=100)),
        event(24, occurred_after=RETURNED + timedelta(days=300), occurred_before=RETURNED + timedelta(days=420)),
    ]
    people = [{"survivor_id": person(at)} for at in range(25)]
    hand_in("MD", survivors=people, follow_ups=contacts, incidents=incidents)


def found_by(found, months):
    return next(each for each in found.risks if each.months == months)


def test_the_risk_lies_between_what_the_lost_could_make_of_it(handed_in, house, manager):
    by_twelve = found_by(time_to_event(manager, house, "re_trafficked", {}), 12)

    assert by_twelve.lost == 3
    assert by_twelve.best.value == pytest.approx(2 / 25)
    assert by_twelve.worst.value == pytest.approx(5 / 25)
    assert by_twelve.best.value < by_twelve.risk.value < by_twelve.worst.value


def test_an_event_between_two_days_is_tried_on_both(handed_in, house, manager):
    found = time_to_event(manager, house, "re_trafficked", {})

    assert (found.events, found.known_between) == (2, 1)
    by_twelve = found_by(found, 12)
    assert by_twelve.earliest.events == 2
    assert by_twelve.latest.events == 1


def test_how_else_follow_up_ended_is_listed(handed_in, house, manager):
    assert dict(time_to_event(manager, house, "re_trafficked", {}).ends) == {"died": 1}


def test_the_curve_stops_where_fewer_than_five_are_at_risk(handed_in, house, manager):
    found = time_to_event(manager, house, "re_trafficked", {})

    assert dict(found.at_risk)[12] == 20
    assert dict(found.at_risk)[24] == 0
    assert all(step.at_risk >= 5 for step in found.steps)


def test_events_and_person_time_fall_into_their_quarters(handed_in, house, manager):
    quarters = dict(time_to_event(manager, house, "re_trafficked", {}).by_quarter)

    days = {quarter: round(each.years * 365.25) for quarter, each in quarters.items()}
    assert days[Quarter(2024, 1)] == 25 * 91
    assert days[Quarter(2024, 2)] == 21 * 91 + 3 * 29 + 9
    assert {quarter: each.events for quarter, each in quarters.items() if each.events} == {
        Quarter(2024, 2): 1,
        Quarter(2024, 4): 1,
    }
    assert quarters[Quarter(2024, 1)].low is None


def test_without_anybody_returned_there_is_nothing_to_follow(house, manager):
    assert time_to_event(manager, house, "re_trafficked", {}) is None


def test_neither_a_funder_nor_another_country_is_told(handed_in, house, funder):
    nigeria = Actor("Nigeria office", Role.COUNTRY_OFFICE, frozenset({"NG"}))

    with pytest.raises(NotAllowed):
        time_to_event(funder, house, "re_trafficked", {})
    assert time_to_event(nigeria, house, "re_trafficked", {}) is None
    with pytest.raises(NotAllowed):
        time_to_event(nigeria, house, "re_trafficked", {"country": ("MD",)})


def wellbeing(at, days, item):
    return asked(at, days, **dict.fromkeys([f"who5_{each}" for each in range(1, 6)], item))


def test_the_first_measurable_improvement_is_timed_from_the_first_interview(hand_in, house, manager):
    contacts = [wellbeing(at, 10, 2) for at in range(8)]
    contacts += [wellbeing(at, 192, 3) for at in range(3)] + [wellbeing(at, 375, 2) for at in range(3, 8)]
    contacts += [wellbeing(8, 10, 5), wellbeing(8, 375, 5), wellbeing(9, 10, 1)]
    hand_in("MD", survivors=[{"survivor_id": person(at)} for at in range(10)], follow_ups=contacts)

    found = first_improvement(manager, house, "wellbeing_who5", {})

    assert (found.people, found.improved, found.near_the_top) == (8, 3, 1)
    assert [(each.months, each.chance.value) for each in found.chances] == [
        (6, pytest.approx(3 / 8)),
        (12, pytest.approx(3 / 8)),
        (24, None),
    ]


def test_of_those_lost_before_they_improved_both_bounds_are_told(hand_in, house, manager):
    """Eight are followed, of whom three improve; one was interviewed once and is lost, one only lately."""
    contacts = [wellbeing(at, 10, 2) for at in range(9)]
    contacts += [wellbeing(at, 192, 3) for at in range(3)] + [wellbeing(at, 375, 2) for at in range(3, 8)]
    newest = {"survivor_id": person(9), "return_date": date(2026, 5, 1)}
    lately = {**wellbeing(9, 10, 2), "contact_date": date(2026, 5, 11)}
    hand_in("MD", survivors=[{"survivor_id": person(at)} for at in range(9)] + [newest], follow_ups=[*contacts, lately])

    found = first_improvement(manager, house, "wellbeing_who5", {})

    by_twelve = found.chances[1]
    assert (found.people, by_twelve.months, by_twelve.lost) == (8, 12, 1)
    assert by_twelve.none.value == pytest.approx(3 / 9)
    assert by_twelve.all.value == pytest.approx(1 - 8 / 9 * 5 / 8)
    assert by_twelve.none.value < by_twelve.chance.value < by_twelve.all.value
    assert found.chances[2].lost == 6


def test_where_no_measurable_change_is_declared_there_is_no_improvement(house, manager):
    assert first_improvement(manager, house, "housing_secure", {}) is None
