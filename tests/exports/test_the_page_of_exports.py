"""The page on which rows are asked for: the analyst asks, and somebody else decides."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from monitoring.domain.people import Actor, Role
from monitoring.services import export_requests
from monitoring.services.export_requests import Wanted
from monitoring.services.house import House
from monitoring.settings import ROOT
from monitoring.ui import session


@pytest.fixture
def demo(house: House, people: Callable[..., None]) -> Iterator[House]:
    people("MD", 40)
    served = replace(house, settings=replace(house.settings, demo=True))
    session.serve(served)
    yield served
    session._served.clear()


def visit(role: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["view_as"] = role
    app.run()
    return app.switch_page("pages/share/export.py").run()


def test_a_request_goes_from_the_analyst_to_the_manager_and_back(demo: House):
    page = visit("analyst")
    page.text_input[0].set_value("Attrition in the first year")
    page.button[0].click().run()

    assert not page.exception
    assert [each.asked_by for each in export_requests.listed(Actor("Mina", Role.PROGRAMME_MANAGER), demo)] == [
        "Demo analyst"
    ]
    decided = visit("programme_manager")
    assert not decided.exception
    next(each for each in decided.button if each.label == "Approve request 1").click().run()
    assert "Download export 1" in [each.proto.label for each in visit("analyst").get("link_button")]


def test_without_a_purpose_nothing_is_filed(demo: House):
    page = visit("analyst")
    page.button[0].click().run()

    assert not page.exception
    assert export_requests.listed(Actor("Mina", Role.PROGRAMME_MANAGER), demo) == ()
    assert "Say what the rows are for" in page.info[0].value


def test_what_was_typed_is_shown_as_plain_text(demo: House):
    analyst = Actor("Demo analyst", Role.ANALYST)
    export_requests.ask(analyst, demo, Wanted("**bold** ![x](http://example.org/x.png)"))

    for role in ("analyst", "programme_manager"):
        shown = " ".join(str(table.value) for table in visit(role).table)
        assert "![x](" not in shown
