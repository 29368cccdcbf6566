"""An idle person is warned and may stay; after 15 minutes, a working day, or a word from outside the screen is cleared.

Time is not waited for: the kept session is set back in the file, as if its person had gone that long ago.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from real_server import PEOPLE, Server
from visits import Visit, visiting

from monitoring.access.sessions import IDLE_SECONDS, LONGEST_SECONDS

pytestmark = pytest.mark.browser
WAITED = 120_000
"""Milliseconds: the page looks every half minute, and machines may be slow."""

WHO = "provider"


@pytest.fixture
def visit(browser: Browser, closed_house: Server) -> Iterator[Visit]:
    with visiting(browser, closed_house) as opened:
        opened.sign_in(WHO)
        yield opened


def set_back(server: Server, column: str, seconds: float) -> None:
    with server.people.file.open() as book:
        sql = f"update sessions set {column} = {column} - ? where name = ?"
        book.execute(sql, (seconds, PEOPLE[WHO].name))


def is_cleared(visit: Visit) -> None:
    """One sentence and the way in; no menu, no name, no figure of what was there."""
    expect(visit.page.get_by_test_id("stMain")).to_contain_text("You are signed out", timeout=WAITED)
    expect(visit.page.get_by_test_id("stTopNavSection")).to_have_count(0)
    expect(visit.page.get_by_test_id("stPlotlyChart")).to_have_count(0)
    expect(visit.page.get_by_text(PEOPLE[WHO].name)).to_have_count(0)


def test_whoever_was_away_is_warned_and_may_stay(visit: Visit):
    set_back(visit.server, "seen_at", IDLE_SECONDS - 100)
    expect(visit.page.get_by_role("alert")).to_contain_text("Are you still there?", timeout=WAITED)
    visit.page.get_by_role("button", name="Stay signed in").click()

    expect(visit.page.get_by_role("alert")).to_have_count(0, timeout=WAITED)
    visit.wait()
    expect(visit.page.get_by_role("link", name="Sign out")).to_be_visible()


def test_whoever_stays_away_finds_the_screen_cleared(visit: Visit):
    set_back(visit.server, "seen_at", IDLE_SECONDS)

    is_cleared(visit)


def test_a_working_day_cannot_be_extended(visit: Visit):
    set_back(visit.server, "opened_at", LONGEST_SECONDS - 100)
    expect(visit.page.get_by_role("alert")).to_contain_text("a working day", timeout=WAITED)
    expect(visit.page.get_by_role("button", name="Stay signed in")).to_have_count(0)

    set_back(visit.server, "opened_at", 100)
    is_cleared(visit)


def test_whoever_is_shut_out_finds_the_screen_cleared_without_touching_it(visit: Visit):
    visit.server.people.disable(PEOPLE[WHO].name)
    try:
        is_cleared(visit)
    finally:
        visit.server.people.enable(PEOPLE[WHO].name)
