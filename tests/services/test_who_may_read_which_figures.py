"""Permission is checked in the service, inside the role and the countries of whoever asks."""

from datetime import date

import pytest

from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.services.read_figures import read_figures, view_for


@pytest.fixture
def two_countries(hand_in):
    for country, people in (("MD", 12), ("NG", 30)):
        codes = [f"{country}-{number:04}" for number in range(people)]
        met = {
            "round": "12",
            "contact_date": date(2025, 1, 2),
            "status": "interviewed",
            "housing_type": "own",
            "may_stay_six_months": True,
        }
        hand_in(
            country,
            survivors=[{"survivor_id": code} for code in codes],
            follow_ups=[{"survivor_id": code, **met} for code in codes],
        )


def by_country(actor, house, **more):
    figures = read_figures(actor, house, FigureRequest(("housing_secure",), by=("country",), **more))
    return {figure.at("country"): figure.denominator for figure in figures}


def refusal(actor, house, request):
    with pytest.raises(Refusal) as refused:
        read_figures(actor, house, request)
    return refused.value.reason


@pytest.mark.usefixtures("two_countries")
class TestInsideTheScope:
    def test_a_manager_sees_every_country(self, house, manager):
        assert by_country(manager, house) == {"MD": 12, "NG": 30}

    def test_an_office_sees_its_own(self, house, office):
        assert by_country(office, house) == {"MD": 12}

    def test_an_office_that_asks_for_another_country_is_refused(self, house, office):
        request = FigureRequest(("housing_secure",), where={"country": ("NG",)})

        assert refusal(office, house, request) == "not_your_country"

    def test_an_office_of_no_country_sees_nothing(self, house):
        assert by_country(Actor("Nobody's", Role.COUNTRY_OFFICE), house) == {}

    def test_a_provider_sees_its_own_cases_only(self, house):
        provider = Actor("Amber Door", Role.PROVIDER, frozenset({"NG"}), "NG-02")

        assert by_country(provider, house) == {}

    @pytest.mark.parametrize("role", [Role.FUNDER, Role.ANALYST, Role.ADMINISTRATOR])
    def test_nobody_else_has_the_programme_view(self, house, role):
        assert refusal(Actor("Other", role), house, FigureRequest(("housing_secure",))) == "not_your_role"

    def test_the_shared_view_is_a_release_and_never_counted(self, house, funder):
        request = FigureRequest(("housing_secure",), by=("country", "round"), view=View.SHARED)

        assert refusal(funder, house, request) == "no_release_yet"


@pytest.mark.parametrize("name", ["gender", "age_band", "return_route", "provider"])
def test_disclosed_harm_is_never_broken_down(house, manager, name):
    request = FigureRequest(("trafficker_contact",), by=("country", name))

    assert refusal(manager, house, request) == "not_broken_down"


def test_disclosed_harm_is_never_narrowed_either(house, manager):
    request = FigureRequest(("trafficker_contact",), where={"gender": ("another",)})

    assert refusal(manager, house, request) == "not_narrowed"


def test_renewed_trafficking_by_provider_is_for_managers(house, office):
    request = FigureRequest(("re_trafficked",), by=("country", "provider"))

    assert refusal(office, house, request) == "harm_by_provider"


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        (FigureRequest(("housing_secur",)), "unknown_indicator"),
        (FigureRequest(("housing_secure",), by=("village",)), "unknown_breakdown"),
        (FigureRequest(("housing_secure",), where={"village": ("x",)}), "unknown_filter"),
        (FigureRequest(("housing_secure",), where={"round": ("7",)}), "unknown_value"),
        (FigureRequest(("housing_secure",), where={"quarter_from": ("spring",)}), "bad_quarter"),
        (FigureRequest(("housing_secure",), by=("provider",)), "provider_needs_country"),
        (FigureRequest(("re_trafficked",), by=("round",)), "has_no_rounds"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_reason(house, manager, request_, reason):
    assert refusal(manager, house, request_) == reason


@pytest.mark.parametrize(
    ("role", "view"),
    [(Role.PROGRAMME_MANAGER, View.PROGRAMME), (Role.FUNDER, View.SHARED), (Role.ANALYST, View.SHARED)],
)
def test_the_view_follows_the_role(role, view):
    assert view_for(Actor("Somebody", role)) is view
