"""Sessions with people around survivors are told by level, from three up; a factor only where three name it."""

from datetime import date

import pytest

from monitoring.domain.people import NotAllowed
from monitoring.services.community import Named, community

DAY = date(2026, 1, 1)


def held(*sessions):
    return [
        {"session_id": f"S-{at:03}", "country": "MD", "held_on": DAY, "tool": tool, "respondent_role": role}
        for at, (tool, role) in enumerate(sessions, 1)
    ]


def named(session, factor, effect, level=None):
    return {"session_id": f"S-{session:03}", "factor": factor, "effect": effect, "level": level}


THREE = held(("key_informant", "school"), ("key_informant", "employer"), ("advisory_group", "survivor_led"))


def test_levels_count_sessions_and_not_mentions(hand_in, house, office):
    factors = [
        named(1, "faith", "helps"),
        named(1, "own_strength", "helps"),
        named(2, "faith", "helps"),
        named(3, "faith", "hinders"),
        named(3, "local_work", "hinders", "structural"),
    ]
    hand_in("MD", community=THREE, community_factors=factors)

    found = community(office, house, "MD")

    assert (found.sessions, found.survivor_led, found.of) == ({"advisory_group": 1, "key_informant": 2}, 1, 3)
    assert found.levels == (
        Named("individual", 2, 1),
        Named("household_family", 0, 0),
        Named("community", 0, 0),
        Named("structural", 0, 1),
    )
    assert found.factors == {
        "individual": (Named("faith", 2, 1),),
        "household_family": (),
        "community": (),
        "structural": (),
    }


def test_of_two_sessions_nothing_but_their_number_is_told(hand_in, house, office):
    hand_in("MD", community=THREE[:2], community_factors=[named(1, "faith", "helps"), named(2, "faith", "helps")])

    found = community(office, house, "MD")

    assert (found.all_sessions, found.of, found.levels, found.factors) == (2, 2, (), {})


def test_a_country_without_sessions_has_none(house, office):
    assert community(office, house, "MD").all_sessions == 0


def test_sessions_stay_with_those_who_may_compare_places_there(hand_in, house, office, funder):
    for actor, country in ((office, "NG"), (funder, "MD")):
        with pytest.raises(NotAllowed):
            community(actor, house, country)
