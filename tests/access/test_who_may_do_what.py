"""Every role x every service, and what somebody may guess of another country or another provider."""

import importlib
import inspect
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from real_server import PEOPLE
from table_of_services import (
    ACTORS,
    EVERYBODY,
    GUESSES,
    SERVICES,
    SHARED,
    WITHOUT_RECORDS,
    figures,
    reason,
)

from monitoring import services
from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.submission import Status, Submission
from monitoring.services import places, read_figures, submissions, this_week
from monitoring.services.house import House

OF_MOLDOVA = {"office": PEOPLE["office_md"]} | {
    who: replace(PEOPLE[who], countries=frozenset({"MD"})) for who in ("manager", "provider", "funder", "analyst")
}
PETRU = PEOPLE["provider"]


@pytest.fixture
def records(house: House, hand_in: Callable[..., Submission]) -> House:
    """Moldova handed in first and Nigeria second; each has a provider of its own."""
    for country in ("MD", "NG"):
        hand_in(
            country,
            survivors=[{"survivor_id": f"{country}-1"}],
            follow_ups=[{"survivor_id": f"{country}-1", "round": "12", "status": "interviewed"}],
            providers=[{"provider_id": f"{country}-01", "provider_name": f"Oak of {country}", "country": country}],
        )
    return house


def public_functions() -> Iterator[tuple[str, str, list[str]]]:
    """Module, function and the names of what it is given, of all of services/."""
    for module in pkgutil.iter_modules(services.__path__):
        loaded = importlib.import_module(f"monitoring.services.{module.name}")
        for name, function in vars(loaded).items():
            is_ours = inspect.isfunction(function) and function.__module__ == loaded.__name__
            if is_ours and not name.startswith("_"):
                yield module.name, name, list(inspect.signature(function).parameters)


def test_every_service_is_entered_in_the_table():
    with_somebody, without = set(), defaultdict(set)
    for module, name, given in public_functions():
        if {"actor", "house"} & set(given):
            with_somebody.add(f"{module}.{name}")
        else:
            without[module].add(name)

    assert with_somebody == set(SERVICES)
    assert without == WITHOUT_RECORDS


def test_nothing_reaches_records_without_being_told_who_asks():
    assert [name for _, name, given in public_functions() if "house" in given and "actor" not in given] == []


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_refuses_whoever_may_not(records: House, name: str):
    call, allowed = SERVICES[name]
    refused = {role for role, actor in ACTORS.items() if reason(call, actor, records) is not None}

    assert refused == EVERYBODY - allowed


def test_the_shared_view_is_for_those_who_may_see_it(records: House):
    call = figures("country", view=View.SHARED)

    assert {role for role, actor in ACTORS.items() if reason(call, actor, records)} == EVERYBODY - SHARED


@pytest.mark.parametrize("who", OF_MOLDOVA)
@pytest.mark.parametrize("what", GUESSES)
def test_whoever_has_one_country_gets_nothing_of_another(records: House, what: str, who: str):
    refused = reason(GUESSES[what], OF_MOLDOVA[who], records)

    assert refused in ("not_your_role", "not_your_country", "no_such_submission")
    assert {each.status for each in records.store.submissions()} == {Status.COUNTS}


@pytest.mark.parametrize("who", ["office", "manager"])
def test_another_countrys_number_is_refused_like_one_that_does_not_exist(records: House, who: str):
    reasons = {reason(lambda a, h, n=n: submissions.undo(a, h, n, "why"), OF_MOLDOVA[who], records) for n in (2, 99)}

    assert reasons == {"no_such_submission"}


@pytest.mark.parametrize("who", ["office", "manager"])
def test_lists_without_a_choice_hold_the_own_country_alone(records: House, who: str):
    actor = OF_MOLDOVA[who]
    week = this_week.this_week(actor, records)

    assert {each.country for each in submissions.history(actor, records)} == {"MD"}
    assert places.countries(actor, records) == ("MD",)
    assert {each.country for each in places.providers(actor, records)} == {"MD"}
    assert {*week.waiting, *(country for country, _ in week.overdue)} <= {"MD"}


def test_an_office_without_a_country_gets_nothing(records: House):
    nowhere = replace(PEOPLE["office_md"], countries=frozenset())

    assert read_figures.read_figures(nowhere, records, FigureRequest(("housing_secure",), ("country",))) == ()
    assert reason(figures("country", country="MD"), nowhere, records) == "not_your_country"


def test_a_provider_gets_nothing_of_another(records: House):
    assert reason(figures("country", provider="NG-01"), PETRU, records) == "not_your_provider"
    assert reason(figures("country", country="NG"), PETRU, records) == "not_your_country"
    assert [each.id for each in places.providers(PETRU, records)] == ["MD-01"]
    assert places.countries(PETRU, records) == ("MD",)


def test_a_provider_gets_nothing_of_its_namesake_in_another_country(records: House, hand_in: Callable[..., Submission]):
    hand_in("TN", providers=[{"provider_id": "MD-01", "provider_name": "Oak of TN", "country": "TN"}])
    placed = replace(PETRU, countries=frozenset({"MD"}))

    assert reason(figures("country"), PETRU, records) == "not_one_provider"
    assert [each.name for each in places.providers(placed, records)] == ["Oak of MD"]
    assert reason(figures("country", country="TN"), placed, records) == "not_your_country"


def test_a_provider_is_shown_no_harm_but_its_own_re_trafficking(records: House):
    """All that a provider sees is of one provider, and disclosed harm is shown by country and in total only."""
    harm = [each for each in records.catalogue.indicators.values() if "gender" not in (each.break_down_by or "gender")]
    shown = [
        each.id
        for each in harm
        if reason(lambda a, h, id_=each.id: read_figures.read_figures(a, h, FigureRequest((id_,))), PETRU, records)
        is None
    ]

    assert (shown, len(harm) > 5) == (["re_trafficked"], True)
