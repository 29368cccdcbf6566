"""Whoever has to act is told how many disclosures were answered in time and how long the oldest waits, and no name."""

from datetime import date, timedelta

import pytest

from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.services.disclosures import Disclosures, disclosures
from monitoring.services.due_list import Attention, due_list

TODAY = date(2026, 6, 1)
OAK = Actor("Oak", Role.PROVIDER, frozenset({"MD"}), "MD-02")


def told(at, days_ago, *, provider=None, country="MD", **answers):
    """A talk so many days ago in which the person told of threats."""
    day = TODAY - timedelta(days=days_ago)
    row = {"survivor_id": f"{country}-{at:04}", "round": "3", "contact_date": day, "status": "interviewed"}
    return {**row, "provider_id": provider, "contact_from_trafficker": True, **answers}


def acted(days_ago, action="referred"):
    return {"action_taken": action, "action_on": TODAY - timedelta(days=days_ago)}


@pytest.fixture
def moldova(hand_in):
    """In time, in care already, too late, none on record, nobody noted any, told yesterday, and long ago."""
    talks = [
        told(0, 40, **acted(38)),
        told(1, 40, action_taken="already_in_care"),
        told(2, 40, **acted(30)),
        told(3, 41, action_taken="none_yet"),
        told(4, 20, provider="MD-02"),
        told(5, 1),
        told(6, 500, **acted(499)),
        {**told(7, 30), "contact_from_trafficker": False},
    ]
    people = [{"survivor_id": f"MD-{at:04}", "return_date": TODAY - timedelta(days=600)} for at in range(8)]
    people[4]["provider_id"] = "MD-02"
    oak = {"provider_id": "MD-02", "provider_name": "Oak", "country": "MD"}
    hand_in("MD", survivors=people, follow_ups=talks, providers=[oak])


def test_what_was_answered_and_what_waits_is_counted_by_country(moldova, house, office, manager):
    counted = (Disclosures("MD", told=5, answered=2, open=3, still_in_time=1, oldest_open_days=41),)

    assert disclosures(office, house, "MD") == counted
    assert disclosures(manager, house) == counted


def test_a_disclosure_of_a_talk_that_does_not_speak_for_its_round_waits_all_the_same(hand_in, house, office):
    near = {**told(0, 9), "contact_from_trafficker": False}
    people = [{"survivor_id": "MD-0000", "return_date": TODAY - timedelta(days=100)}]
    hand_in("MD", survivors=people, follow_ups=[near, told(0, 30)])

    (found,) = disclosures(office, house, "MD")

    assert (found.open, found.oldest_open_days) == (1, 30)


def test_a_provider_knows_what_waits_in_its_own_cases_and_no_share(moldova, house):
    assert disclosures(OAK, house) == (
        Disclosures("MD", told=None, answered=None, open=1, still_in_time=0, oldest_open_days=20),
    )


def test_a_case_that_moved_on_waits_with_whoever_leads_it_now(moldova, hand_in, house):
    moved = {"survivor_id": "MD-0004", "return_date": TODAY - timedelta(days=600), "provider_id": "MD-09"}
    hand_in("MD", survivors=[moved], providers=[{"provider_id": "MD-09", "provider_name": "Elm", "country": "MD"}])
    elm = Actor("Elm", Role.PROVIDER, frozenset({"MD"}), "MD-09")

    assert disclosures(OAK, house) == ()
    assert [each.open for each in disclosures(elm, house)] == [1]


def test_the_list_of_whom_to_visit_names_everybody_whose_disclosure_is_counted_as_open(hand_in, house, office):
    """Outvoted by a later talk of the same round, followed by a talk without harm, of a closed case, told twice."""
    people = [{"survivor_id": f"MD-{at:04}", "return_date": TODAY - timedelta(days=300)} for at in range(5)]
    people[2] |= {"case_status": "closed_own_wish", "case_closed_on": TODAY - timedelta(days=10)}
    quiet = {"contact_from_trafficker": False}
    talks = [
        told(0, 200),
        {**told(0, 205), **quiet},
        told(1, 200),
        {**told(1, 120), **quiet, "round": "6"},
        told(2, 120),
        told(3, 200),
        {**told(3, 120), "round": "6"},
        {**told(4, 120), **acted(119)},
    ]
    hand_in("MD", survivors=people, follow_ups=talks)

    (counted,) = disclosures(office, house, "MD")
    today = [each.survivor_id for each in due_list(office, house, "MD") if each.attention is Attention.TODAY]

    assert counted.open == 5
    assert today == ["MD-0000", "MD-0001", "MD-0002", "MD-0003"]


def test_whoever_is_in_no_figure_is_in_none_of_these(hand_in, house, office):
    people = [{"survivor_id": "MD-0000", "consent_record": "withdrawn"}]
    hand_in("MD", survivors=people, follow_ups=[told(0, 20)])

    assert disclosures(office, house, "MD") == ()


def test_nothing_leaves_its_country(moldova, house):
    nigeria = Actor("Nigeria office", Role.COUNTRY_OFFICE, frozenset({"NG"}))

    assert disclosures(nigeria, house) == ()
    with pytest.raises(NotAllowed):
        disclosures(nigeria, house, "MD")


@pytest.mark.parametrize("role", [Role.FUNDER, Role.ANALYST, Role.ADMINISTRATOR])
def test_nobody_else_learns_that_anybody_told_of_harm(moldova, house, role):
    with pytest.raises(NotAllowed):
        disclosures(Actor("Somebody", role), house)


def test_an_empty_house_has_none(house, manager):
    assert disclosures(manager, house) == ()
