"""The dashboard as AppTest sees it: the real app.py over a real store, looked at through the demo's people."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.testing.v1 import AppTest

from monitoring.domain.submission import Submission
from monitoring.services.house import House
from monitoring.settings import ROOT
from monitoring.ui import session
from monitoring.words import ask_for_language

RETURNED = date(2025, 1, 1)
DAYS = {"0": 10, "3": 91, "12": 365}


@pytest.fixture
def demo(house: House) -> Iterator[House]:
    """An empty house, served as the demo serves its own."""
    served = replace(house, settings=replace(house.settings, demo=True))
    session.serve(served)
    yield served
    session._served.clear()


@pytest.fixture
def two_countries(demo: House, hand_in: Callable[..., Submission]) -> House:
    """Moldova with 30 people over three rounds, Nigeria with 6 (few, so withheld in the shared view)."""
    for country, people in (("MD", 30), ("NG", 6)):
        hand_in(country, **workbook(country, people))
    return demo


@pytest.fixture
def visit() -> Iterator[Callable[..., AppTest]]:
    """visit("funder", "pages/outcomes/housing.py", country="MD"): the page after its first run."""

    def open_page(role: str, page: str = "pages/outcomes/overview.py", **link: str) -> AppTest:
        if "language" in link:  # the driver asks for the words of choices too, and it is no page
            ask_for_language(lambda: session.language() if get_script_run_ctx() else link["language"])
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params["view_as"] = role
        for name, code in link.items():
            app.query_params[name] = code
        app.run()
        return app if page in ("pages/outcomes/overview.py", None) else app.switch_page(page).run()

    yield open_page
    ask_for_language(session.language)


def workbook(country: str, people: int) -> dict[str, list[dict[str, object]]]:
    """Rows of a small office: from round to round one person in two moves into a secure home."""
    provider = {"provider_id": f"{country}-01", "provider_name": "![x](http://example.org) & <b>Oak</b>"}
    ids = [f"{country}-{number:04}" for number in range(people)]
    return {
        "survivors": [{"survivor_id": id_, "return_date": RETURNED, "return_route": "iom"} for id_ in ids],
        "follow_ups": [interview(id_, at, months) for at, id_ in enumerate(ids) for months in DAYS],
        "providers": [{**provider, "country": country}],
    }


def interview(id_: str, at: int, months: str) -> dict[str, object]:
    is_home = months != "0" and at % 2 == 0
    return {
        "survivor_id": id_,
        "round": months,
        "contact_date": RETURNED + timedelta(days=DAYS[months]),
        "status": "interviewed",
        "housing_type": "rented" if is_home else "shelter",
        "may_stay_six_months": True,
        "feels_safe": "safe",
        "income_covers_needs": "enough" if at % 3 else "far_from_enough",
        **{f"who5_{item}": 2 + at % 3 for item in range(1, 6)},
    }
