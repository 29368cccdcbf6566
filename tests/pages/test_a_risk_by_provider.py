"""Renewed trafficking by provider: for managers, and for a provider its own; with those followed and a caution."""

from datetime import date, timedelta

import pytest

SAFETY = "pages/outcomes/safety.py"
RETURNED = date(2024, 1, 1)
TITLE = "By service provider, with the people still followed"


def words(app):
    assert [each.message for each in app.exception] == []
    return " ".join(each.value for each in (*app.header, *app.markdown, *app.caption))


@pytest.fixture
def nigeria(demo, hand_in):
    """Two providers with 12 and 3 people, all followed for a year and a month; one case, known to an authority."""
    names = ["NG-AMBER"] * 12 + ["NG-OAK"] * 3
    people = [
        {"survivor_id": f"NG-{at:04}", "provider_id": name, "return_date": RETURNED} for at, name in enumerate(names)
    ]
    met = {"round": "12", "contact_date": RETURNED + timedelta(days=400), "status": "interviewed"}
    event = {"incident_type": "re_trafficking", "basis": "authority", "reported_on": date(2024, 9, 1)}
    hand_in(
        "NG",
        survivors=people,
        follow_ups=[{**met, "survivor_id": each["survivor_id"], "exploited_again": False} for each in people],
        incidents=[{**event, "survivor_id": "NG-0000", "occurred_on": date(2024, 8, 1)}],
        providers=[{"provider_id": name, "provider_name": name.title(), "country": "NG"} for name in sorted({*names})],
    )
    return demo


def table(app):
    return next(each.value.to_dict("list") for each in app.table if "12 months" in each.value.columns)


def test_a_manager_sees_each_with_those_followed_and_a_caution(visit, nigeria):
    app = visit("programme_manager", SAFETY, country="NG", safety_number="re_trafficked")

    said = words(app)
    assert TITLE in said
    assert "2 service providers work here. Of 1 of them enough people are still followed" in said
    assert "It says nothing about how well anybody works." in said
    assert list(table(app)["Provider"]) == ["Ng\\-Amber", "Ng\\-Oak"]


def test_a_provider_sees_its_own_alone(visit, nigeria):
    app = visit("provider", SAFETY, safety_number="re_trafficked")

    assert "These are the people your own organisation supports." in words(app)
    assert list(table(app)["Provider"]) == ["Ng\\-Amber"]


@pytest.mark.parametrize("role", ["country_office", "funder", "analyst"])
def test_nobody_else_sees_it_by_provider(visit, nigeria, role):
    assert TITLE not in words(visit(role, SAFETY, country="NG", safety_number="re_trafficked"))


def test_all_countries_together_have_no_providers(visit, nigeria, hand_in):
    hand_in("MD", survivors=[{"survivor_id": "MD-0001"}])

    assert TITLE not in words(visit("programme_manager", SAFETY, safety_number="re_trafficked"))
