"""Behind the gate, in a real browser, as each role: every page in the menu, what it asks for, and axe's judgement."""

from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from real_server import PEOPLE, Server
from table_of_doors import PAGES
from visits import visiting

pytestmark = pytest.mark.browser

ROLES = ("manager", "office_md", "provider", "funder", "analyst", "administrator")
OUTSIDE_THE_DASHBOARD = ("account", "sign-out")
DARK = ("office_md", "administrator")
"""Looked at in dark colours; the others in light ones."""

NOT_OURS: set[str] = set()
"""Findings in what Streamlit draws and leaves us no way to change, with the reason beside each."""


@dataclass
class Walk:
    """What was met on all the pages of one role."""

    pages: list[str]
    requests: int = 0
    left: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    without_exit: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)


def look(page: Page, path: str, walk: Walk) -> None:
    if page.get_by_test_id("stException").count() + page.get_by_test_id("stAlertContentError").count():
        walk.failed.append(path)
    if path not in OUTSIDE_THE_DASHBOARD and not page.get_by_role("link", name="Leave now").is_visible():
        walk.without_exit.append(path)
    for finding in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]:
        if finding["impact"] in ("serious", "critical") and finding["id"] not in NOT_OURS:
            walk.findings += [f"{path}: {finding['id']}: {node['html'][:200]}" for node in finding["nodes"]]


@pytest.fixture(scope="module", params=ROLES)
def walk(request: pytest.FixtureRequest, browser: Browser, closed_house: Server) -> tuple[str, Walk]:
    """Each role walks once; the tests below look at what was met."""
    who = request.param
    with visiting(browser, closed_house, color_scheme="dark" if who in DARK else "light") as visit:
        visit.sign_in(who)
        menu = visit.menu()
        walk = Walk(list(menu))
        for path, place in menu.items():
            if path:  # the first page is open already
                visit.follow(path, place)
            look(visit.page, path, walk)
        for path in OUTSIDE_THE_DASHBOARD:
            visit.page.goto(f"{closed_house.address}/{path}")
            look(visit.page, path, walk)
        walk.requests, walk.left, walk.complaints = len(visit.requests), visit.left, visit.complaints
    print(f"\n{who}: {len(walk.pages)} pages opened, {walk.requests} requests made, {len(walk.left)} left the server")
    return who, walk


def test_a_role_is_offered_its_pages_and_each_opens_with_a_way_out(walk: tuple[str, Walk]):
    who, met = walk

    offered = [page for page, roles in PAGES.items() if PEOPLE[who].role in roles]
    assert met.pages == ["", *offered[1:]]
    assert met.failed == []
    assert met.without_exit == []


def test_no_request_leaves_the_server_and_the_content_policy_is_kept(walk: tuple[str, Walk]):
    _, met = walk

    assert met.requests > len(met.pages)
    assert met.left == []
    assert met.complaints == []


def test_axe_finds_nothing_serious_on_any_page(walk: tuple[str, Walk]):
    assert walk[1].findings == []
