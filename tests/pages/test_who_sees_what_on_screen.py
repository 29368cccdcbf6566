"""What reaches the browser: withheld figures without a number, uploaded words without a link."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Status
from monitoring.services import releases

HOUSING, PROVIDERS = "pages/outcomes/housing.py", "pages/places/providers.py"


MINA, NOOR = (Actor(name, Role.PROGRAMME_MANAGER) for name in ("Mina", "Noor"))
FEW = ("people_returned", "interviewed", "reached", "housing_secure", "housing_unstable")


@pytest.fixture
def released(two_countries, hand_in):
    """Both countries and a larger one, in a release of a few indicators: all would take as long as this whole file."""
    hand_in("AL", survivors=[{"survivor_id": f"AL-{at:04}"} for at in range(80)])
    few = {id_: two_countries.catalogue.indicators[id_] for id_ in FEW}
    house = replace(two_countries, catalogue=replace(two_countries.catalogue, indicators=few))
    for each in house.store.submissions():
        house.store.decide(each, Status.ACCEPTED, by="Noor", at=datetime(2026, 6, 1, 10), reason=None)
    releases.approve(NOOR, house, releases.build(MINA, house).id)
    return two_countries


def charts(app):
    return [json.loads(each.proto.spec) for each in app.get("plotly_chart")]


def sent(app):
    """Everything that the page put on the screen, as one text."""
    shown = [each.value for kind in ("title", "header", "markdown", "caption") for each in app.get(kind)]
    return " ".join([*map(str, shown), *map(json.dumps, charts(app))])


def test_a_small_country_is_withheld_from_a_funder(visit, released):
    chart = charts(visit("funder", HOUSING, country="NG"))[0]
    hatched = [trace for trace in chart["data"] if trace["type"] == "bar"]

    assert sorted(trace["x"] for trace in hatched) == [[0], [4.5], [12]]  # months 3 and 6 are one group here
    assert [trace["y"] for trace in hatched] == [[100]] * 3
    assert [trace for trace in chart["data"] if trace["type"] == "scatter"] == []


def test_a_manager_sees_the_same_country_exactly(visit, two_countries):
    assert "of 6 people who answered" in sent(visit("programme_manager", HOUSING, country="NG"))


def test_a_funder_gets_no_breakdown_but_by_country(visit, released):
    heads = [each.value for each in visit("funder", HOUSING).header]

    assert heads == ["Over rounds", "By country, month 12"]


def test_an_office_sees_its_own_country_only(visit, two_countries):
    assert "Moldova" not in sent(visit("country_office"))


def test_a_providers_name_is_shown_and_never_read_as_a_link(visit, two_countries):
    shown = sent(visit("programme_manager", PROVIDERS, country="MD"))

    assert "Oak" in shown
    assert "![x](" not in shown
    assert "http://example.org" not in shown
    assert "<b>Oak" not in shown


def test_the_view_is_switched_on_invented_data_only(visit, two_countries):
    app = visit("programme_manager")
    app.selectbox(key="view_as").set_value("administrator").run()

    assert [each.value for each in app.title] == ["People"]


def test_without_the_demo_nobody_is_let_in(visit, house):
    from monitoring.ui import session

    session.serve(house)
    app = visit("programme_manager")

    assert [each.value for each in app.title] == ["Please sign in"]
    assert [each.key for each in app.selectbox] == []
