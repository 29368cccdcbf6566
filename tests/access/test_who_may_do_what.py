"""Every role, every service, every page, every route: whoever adds one must enter it here, or a test fails."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import replace

import pytest
from real_server import PEOPLE, Server

from monitoring import services
from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.people import Actor, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.intake.check import CheckedWorkbook
from monitoring.services import (
    figure_requests,
    hand_in,
    people,
    places,
    read_definitions,
    read_figures,
    same_people,
    submissions,
    templates,
    this_week,
    who_we_hear_from,
    xlsforms,
)
from monitoring.services.house import House

MANAGER, OFFICE, PROVIDER, FUNDER, ANALYST, ADMINISTRATOR = Role
STAFF = {MANAGER, OFFICE, PROVIDER}
HANDING_IN = {MANAGER, OFFICE}
EVERYBODY = set(Role)
SHARED = {MANAGER, FUNDER, ANALYST}

ACTORS = {
    MANAGER: PEOPLE["manager"],
    OFFICE: PEOPLE["office_md"],
    PROVIDER: PEOPLE["provider"],
    FUNDER: PEOPLE["funder"],
    ANALYST: PEOPLE["analyst"],
    ADMINISTRATOR: PEOPLE["administrator"],
}

Call = Callable[[Actor, House], object]


def figures(*by: str, view: View = View.PROGRAMME, **where: str) -> Call:
    asked = FigureRequest(("housing_secure",), by, {name: (code,) for name, code in where.items()}, view=view)
    return lambda actor, house: read_figures.read_figures(actor, house, asked)


def of_country(country: str) -> CheckedWorkbook:
    return CheckedWorkbook("file.xlsx", "0" * 64, country, hand_in.Verdict.READY)


SOMEBODY = Actor("Somebody", Role.FUNDER)

SERVICES: dict[str, tuple[Call, set[Role]]] = {
    "hand_in.check": (lambda a, h: hand_in.check(a, h, b"x", "file.xlsx"), HANDING_IN),
    "hand_in.preview": (lambda a, h: hand_in.preview(a, h, of_country("MD")), HANDING_IN),
    "hand_in.hand_in": (lambda a, h: hand_in.hand_in(a, h, of_country("MD")), HANDING_IN),
    "people.everybody": (people.everybody, {ADMINISTRATOR}),
    "people.add": (lambda a, h: people.add(a, h, SOMEBODY), {ADMINISTRATOR}),
    "people.change_scope": (lambda a, h: people.change_scope(a, h, SOMEBODY), {ADMINISTRATOR}),
    "people.reset": (lambda a, h: people.reset(a, h, "Somebody"), {ADMINISTRATOR}),
    "people.disable": (lambda a, h: people.disable(a, h, "Somebody"), {ADMINISTRATOR}),
    "people.enable": (lambda a, h: people.enable(a, h, "Somebody"), {ADMINISTRATOR}),
    "places.countries": (places.countries, EVERYBODY),
    "places.providers": (places.providers, STAFF),
    "read_definitions.catalogue": (read_definitions.catalogue, EVERYBODY),
    "read_definitions.sql_of": (lambda a, h: read_definitions.sql_of(a, h, "housing_secure"), EVERYBODY),
    "read_definitions.facts_of_indicator": (
        lambda a, h: read_definitions.facts_of_indicator(a, h, h.catalogue.indicators["housing_secure"]),
        EVERYBODY,
    ),
    "read_definitions.facts_of_question": (
        lambda a, h: read_definitions.facts_of_question(
            a, h, h.catalogue.forms["survivors"], h.catalogue.forms["survivors"].questions[0]
        ),
        EVERYBODY,
    ),
    "read_definitions.wording_summary": (read_definitions.wording_summary, EVERYBODY),
    "read_definitions.core_outcomes": (read_definitions.core_outcomes, EVERYBODY),
    "read_definitions.long_list": (read_definitions.long_list, EVERYBODY),
    "read_definitions.steps_of": (lambda a, h: read_definitions.steps_of(a, h, "housing_secure"), EVERYBODY),
    "read_figures.read_figures": (figures("country"), STAFF),
    "read_figures.view_for": (lambda a, h: read_figures.view_for(a), EVERYBODY),
    "scope.within_scope": (lambda a, h: scope.within_scope(a, h, {}), EVERYBODY),
    "figure_requests.check_breakdowns": (lambda a, h: None, EVERYBODY),
    "figure_requests.may_see": (lambda a, h: figure_requests.may_see(a, h.catalogue.indicators["respect"]), EVERYBODY),
    "same_people.same_people": (lambda a, h: same_people.same_people(a, h, "housing_secure", where={}), STAFF),
    "submissions.history": (submissions.history, HANDING_IN),
    "submissions.undo": (lambda a, h: submissions.undo(a, h, 1, "typed twice"), HANDING_IN),
    "submissions.accept": (lambda a, h: submissions.accept(a, h, 1), {MANAGER}),
    "submissions.send_back": (lambda a, h: submissions.send_back(a, h, 1, "an old file"), {MANAGER}),
    "templates.excel_template": (templates.excel_template, EVERYBODY),
    "this_week.this_week": (this_week.this_week, HANDING_IN),
    "who_we_hear_from.who_we_hear_from": (lambda a, h: who_we_hear_from.who_we_hear_from(a, h, {}), STAFF),
    "xlsforms.xlsform": (lambda a, h: xlsforms.xlsform(a, h, "providers"), EVERYBODY),
}

OF_ANOTHER_COUNTRY: dict[str, Call] = {
    "a workbook": lambda a, h: hand_in.check(a, h, b"x", "file.xlsx", country="NG"),
    "a hand-in": lambda a, h: hand_in.hand_in(a, h, of_country("NG")),
    "a preview": lambda a, h: hand_in.preview(a, h, of_country("NG")),
    "figures": figures("provider", country="NG"),
    "providers": lambda a, h: places.providers(a, h, "NG"),
    "a template with its providers": lambda a, h: templates.excel_template(a, h, country="NG"),
    "the same people": lambda a, h: same_people.same_people(a, h, "housing_secure", where={"country": ("NG",)}),
    "who is heard from": lambda a, h: who_we_hear_from.who_we_hear_from(a, h, {"country": ("NG",)}),
}

ROUTES = {
    ("GET", "/"): (200, EVERYBODY),
    ("GET", "/account"): (200, EVERYBODY),
    ("GET", "/_stcore/host-config"): (200, EVERYBODY),
    ("GET", "/media/guess.csv"): (404, set()),
    ("GET", "/download/guess"): (404, set()),
    ("GET", "/_stcore/metrics"): (404, set()),
    ("GET", "/_stcore/agent/x"): (404, set()),
}


def is_refused(call: Call, actor: Actor, house: House) -> bool:
    try:
        call(actor, house)
    except NotAllowed:
        return True
    except Refusal:
        return False
    return False


def test_every_service_is_entered_here():
    found = set()
    for module in pkgutil.iter_modules(services.__path__):
        loaded = importlib.import_module(f"monitoring.services.{module.name}")
        for name, function in vars(loaded).items():
            is_ours = inspect.isfunction(function) and function.__module__ == loaded.__name__
            if is_ours and not name.startswith("_") and list(inspect.signature(function).parameters)[:1] == ["actor"]:
                found.add(f"{module.name}.{name}")

    assert found == set(SERVICES)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_refuses_whoever_may_not(house: House, name: str):
    call, allowed = SERVICES[name]
    refused = {role for role, actor in ACTORS.items() if is_refused(call, actor, house)}

    assert refused == EVERYBODY - allowed


def test_the_shared_view_is_for_those_who_may_see_it(house: House):
    call = figures("country", view=View.SHARED)

    assert {role for role, actor in ACTORS.items() if is_refused(call, actor, house)} == EVERYBODY - SHARED


@pytest.mark.parametrize("what", OF_ANOTHER_COUNTRY)
def test_an_office_gets_nothing_of_another_country(house: House, what: str):
    refused = is_refused(OF_ANOTHER_COUNTRY[what], PEOPLE["office_md"], house)

    assert refused


def test_an_office_without_a_country_gets_nothing(house: House):
    nowhere = replace(PEOPLE["office_md"], countries=frozenset())

    assert read_figures.read_figures(nowhere, house, FigureRequest(("housing_secure",), ("country",))) == ()
    assert is_refused(figures("country", country="MD"), nowhere, house)


def test_a_provider_gets_nothing_of_another(house: House):
    assert is_refused(figures("country", provider="NG-01"), PEOPLE["provider"], house)
    assert [each.id for each in places.providers(PEOPLE["provider"], house)] in ([], ["MD-01"])


def test_a_provider_is_shown_no_harm_but_its_own_re_trafficking(house: House):
    """All that a provider sees is of one provider, and disclosed harm is shown by country and in total only."""
    harm = [each for each in house.catalogue.indicators.values() if "gender" not in (each.break_down_by or ["gender"])]
    shown = {
        each.id: not is_refused(
            lambda a, h, id_=each.id: read_figures.read_figures(a, h, FigureRequest((id_,))), PEOPLE["provider"], house
        )
        for each in harm
    }

    assert [id_ for id_, is_shown in shown.items() if is_shown] == ["re_trafficked"]
    assert len(shown) > 5


@pytest.mark.usefixtures("fresh_limits")
@pytest.mark.parametrize("who", list(PEOPLE))
def test_a_route_answers_each_role_as_written_here(server: Server, who: str):
    role = PEOPLE[who].role
    with server.signed_in(who) as client:
        found = {route: client.request(*route).status_code for route in ROUTES}

    assert found == {
        route: status if role in allowed or not allowed else 403 for route, (status, allowed) in ROUTES.items()
    }
