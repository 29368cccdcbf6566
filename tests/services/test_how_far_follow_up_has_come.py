"""Rounds and questions are counted where they belong; how the missing stood at return is told beside the others."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitoring.services.heard_and_unheard import AtReturn, heard_and_unheard
from monitoring.services.workload import Workload, burden, workload
from monitoring.statistics.intervals import mean_interval, wilson

TODAY = date(2026, 6, 1)
RETURNED = TODAY - timedelta(days=365 + 60)
HOME = {"housing_type": "own", "may_stay_six_months": True}
NO_HOME = {"housing_type": "shelter", "may_stay_six_months": False}


@pytest.fixture
def moldova(hand_in):
    """Four people at two providers: all met at return, two of them a year later; one came home three weeks ago."""
    survivors = [
        {"survivor_id": f"MD-{at:04}", "return_date": RETURNED, "provider_id": f"MD-0{1 + at % 2}"} for at in range(4)
    ]
    survivors.append({"survivor_id": "MD-0009", "return_date": TODAY - timedelta(days=70), "provider_id": "MD-01"})
    contacts = [met(at, "0", 10, minutes=30, stopped_early=at == 0, **(HOME if at < 2 else NO_HOME)) for at in range(4)]
    contacts += [met(at, "12", 366, minutes=50, stopped_early=False, **HOME) for at in range(2)]
    hand_in("MD", survivors=survivors, follow_ups=contacts)


def met(at, months, days, **answers):
    day = RETURNED + timedelta(days=days)
    return {"survivor_id": f"MD-{at:04}", "round": months, "contact_date": day, "status": "interviewed", **answers}


def test_rounds_are_counted_by_country_and_by_provider(moldova, house, manager):
    (whole,) = workload(manager, house, "country", {})
    parts = workload(manager, house, "provider", {})

    assert (whole.place, whole.done, whole.overdue, whole.due_soon) == ("MD", 6, 2, 1)
    assert [each.place for each in parts] == ["MD-01", "MD-02"]
    assert (
        Workload("MD", *(sum(getattr(each, name) for each in parts) for name in ("due", "done", "overdue", "due_soon")))
        == whole
    )


def test_the_burden_is_what_one_person_is_asked_in_a_year(moldova, house, manager):
    (found,) = burden(manager, house, "country", {})

    assert (found.people, found.interviews) == (4, 6)
    assert found.minutes_a_year == pytest.approx((4 * 30 + 2 * 50) / (4 * 425 / 365.25))
    assert found.stopped_early == pytest.approx(1 / 6)
    assert found.questions_a_year > 0


def test_how_the_missing_stood_at_return_is_told_beside_those_interviewed(moldova, house, manager):
    found = heard_and_unheard(manager, house, "housing_secure", 12, {})

    assert replace(found.heard, low=None, high=None) == AtReturn(2, 2, 1.0)
    assert replace(found.unheard, low=None, high=None) == AtReturn(2, 2, 0.0)
    assert (found.heard.low, found.heard.high) == wilson(2, 2)


def test_of_a_mean_the_range_at_return_is_told_too(hand_in, house, manager):
    survivors = [{"survivor_id": f"MD-{at:04}", "return_date": RETURNED} for at in range(2)]
    answers = [{f"who5_{item}": level for item in range(1, 6)} for level in (1, 2)]
    hand_in("MD", survivors=survivors, follow_ups=[met(at, "0", 10, **answers[at]) for at in range(2)])

    found = heard_and_unheard(manager, house, "wellbeing_who5", 12, {})

    assert (found.unheard.answered, found.unheard.value) == (2, 30.0)
    assert (found.unheard.low, found.unheard.high) == mean_interval(30.0, 2**0.5 * 10, 2)


def test_of_what_has_no_rounds_there_is_nothing_at_return(house, manager):
    assert heard_and_unheard(manager, house, "re_trafficked", 12, {}) is None
