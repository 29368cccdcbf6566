"""Three questions of a programme manager, each answered on the screen within three clicks from the first page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from real_server import Server
from visits import Visit, visiting

pytestmark = pytest.mark.browser

MOST_CLICKS = 3


@dataclass
class Clicks:
    """Every click of one question, counted."""

    visit: Visit
    done: int = 0

    def on(self, what: Locator) -> None:
        what.click()
        self.done += 1
        self.visit.wait()

    def menu(self, section: str, page: str) -> None:
        """Two clicks: the section, and the page in it."""
        opened = self.visit.page.get_by_test_id("stTopNavSection").filter(has_text=section)
        opened.click()
        self.done += 1
        self.on(self.visit.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=page))


@pytest.fixture(scope="module")
def manager(browser: Browser, closed_house: Server) -> Iterator[Visit]:
    with visiting(browser, closed_house) as visit:
        visit.sign_in("manager")
        yield visit


def reads(page: Page, text: str) -> None:
    expect(page.get_by_text(re.compile(text)).first).to_be_visible(timeout=60_000)


def why_people_are_not_heard_from(clicks: Clicks, page: Page) -> None:
    """Whom do we not hear from in Nigeria, and why?"""
    clicks.menu("Follow-up", "Who we hear from")
    clicks.on(page.get_by_role("radio", name="Nigeria"))
    reads(page, "due at month 12 and not interviewed: ")


def where_the_number_comes_from(clicks: Clicks, page: Page) -> None:
    """Nigeria's share with a secure home: of whom, and handed in when?"""
    clicks.on(page.get_by_role("radio", name="Nigeria"))
    clicks.on(page.get_by_text("Where does it come from?").first)
    reads(page, r"Looked at: .+ rows\.")


def whether_a_provider_differs(clicks: Clicks, page: Page) -> None:
    """Does a service provider's result differ from its country's by more than chance makes?"""
    clicks.menu("Who and where", "Service providers")
    reads(page, "in every number: no clear difference|outside this service provider's likely range")
    reads(page, "chance alone|too few to place it|nothing to compare")


@pytest.mark.parametrize(
    "question", [why_people_are_not_heard_from, where_the_number_comes_from, whether_a_provider_differs]
)
def test_the_answer_is_on_the_screen_in_three_clicks(manager: Visit, question: Callable[[Clicks, Page], None]):
    manager.open("")
    clicks = Clicks(manager)

    question(clicks, manager.page)

    print(f"\n{question.__doc__} {clicks.done} clicks")
    assert clicks.done <= MOST_CLICKS
