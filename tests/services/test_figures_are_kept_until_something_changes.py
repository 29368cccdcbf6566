"""What was worked out once is given again until something is handed in or decided; it is of nobody in particular."""

from datetime import date, datetime

import pytest
from table_of_services import ACTORS, SERVICES

from monitoring.domain.figures import FigureRequest
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Status
from monitoring.services.kept_figures import KeptFigures
from monitoring.services.read_figures import read_figures
from monitoring.services.who_we_hear_from import who_we_hear_from

HOUSING = FigureRequest(("housing_secure",), ("country",))
OFFICE = Actor("Ngozi", Role.COUNTRY_OFFICE, frozenset({"NG"}))


def met(country, home):
    contact = {"round": "12", "contact_date": date(2025, 1, 2), "status": "interviewed", "may_stay_six_months": True}
    return [{"survivor_id": f"{country}-0001", **contact, "housing_type": home}]


@pytest.fixture
def two_countries(hand_in):
    for country in ("MD", "NG"):
        hand_in(country, survivors=[{"survivor_id": f"{country}-0001"}], follow_ups=met(country, "own"))


def shares(actor, house):
    return {each.at("country"): each.value for each in read_figures(actor, house, HOUSING)}


def test_the_same_is_not_worked_out_twice(two_countries, house, manager):
    first, again = (read_figures(manager, house, HOUSING) for _ in range(2))

    assert [one is other for one, other in zip(first, again, strict=True)] == [True, True]
    assert who_we_hear_from(manager, house, {}) is who_we_hear_from(manager, house, {})


def test_a_hand_in_counts_at_once(two_countries, hand_in, house, manager):
    before = shares(manager, house)
    hand_in("MD", follow_ups=met("MD", "shelter"))

    assert (before, shares(manager, house)) == ({"MD": 1.0, "NG": 1.0}, {"MD": 0.0, "NG": 1.0})


def test_an_undo_counts_at_once(two_countries, house, manager):
    shares(manager, house)
    first = next(each for each in house.store.submissions() if each.country == "MD")
    house.store.decide(first, Status.UNDONE, by="office", at=datetime(2026, 6, 1, 10), reason="wrong file")

    assert shares(manager, house) == {"NG": 1.0}


def test_what_is_kept_of_all_countries_is_not_given_to_an_office(two_countries, house, manager, funder):
    shares(manager, house)

    assert shares(OFFICE, house) == {"NG": 1.0}
    with pytest.raises(NotAllowed):
        read_figures(OFFICE, house, FigureRequest(("housing_secure",), ("country",), {"country": ("MD",)}))
    with pytest.raises(NotAllowed):
        read_figures(funder, house, HOUSING)


def test_nothing_kept_holds_a_code_of_anybody(two_countries, house):
    for call, _ in SERVICES.values():
        for actor in ACTORS.values():
            try:
                call(actor, house)
            except (Refusal, KeyError):
                continue

    assert house.figures._kept
    assert not [key for key, found in house.figures._kept.items() if "-0001" in repr((key, found))]


def test_what_was_asked_for_longest_ago_goes_first():
    kept, asked = KeptFigures(most=2), []
    for name in ("a", "b", "a", "c", "a", "b"):
        kept.told(1, (name,), lambda name=name: asked.append(name))

    assert asked == ["a", "b", "c", "b"]
