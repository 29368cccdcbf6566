"""The line drops in each step of a hand-in: whoever comes back finds the step as it was, and nothing done twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, BrowserContext, Page, expect
from real_server import PASSWORD, PEOPLE, Server, add_people, serve

from monitoring.settings import ROOT

pytestmark = pytest.mark.browser
WORKBOOK = ROOT / "sample_data" / "broken" / "outside_window.xlsx"
PATIENCE = 120_000


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for this file alone, for it hands in."""
    folder = tmp_path_factory.mktemp("dropped")
    add_people(folder / "data")
    yield from serve(folder)


@pytest.fixture
def context(browser: Browser, own_server: Server) -> Iterator[BrowserContext]:
    """A browser in which nobody has signed in yet."""
    opened = browser.new_context(base_url=own_server.address)
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def sign_in(page: Page) -> None:
    page.goto("/sign-in")
    page.locator("input[name=name]").fill(PEOPLE["office_md"].name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda address: "/sign-in" not in address)


def desk(page: Page) -> Page:
    """The desk, come to by a new line: nothing of the tab before is known to the browser."""
    page.goto("/upload")
    expect(page.get_by_role("heading", name="Hand in a workbook")).to_be_visible(timeout=PATIENCE)
    return page


def shows(page: Page, words: str) -> None:
    expect(page.get_by_test_id("stMain")).to_contain_text(words, timeout=PATIENCE)


def test_each_step_is_found_again_and_a_second_tab_hands_in_nothing_twice(own_server: Server, context: BrowserContext):
    page = context.new_page()
    sign_in(page)
    desk(page).locator("input[type=file]").set_input_files(WORKBOOK)
    shows(page, "Ready: all")

    shows(desk(page), "Your workbook was kept while you were away")
    because = page.get_by_role("textbox", name="This is right because")
    because.fill("the road was closed")
    page.get_by_role("button", name="Confirm", exact=True).click()
    shows(page, "You said: the road was closed")

    shows(desk(page), "You said: the road was closed")
    page.get_by_text("See what will change").click()
    shows(page, "What will change when you hand this in")

    other = desk(context.new_page())
    shows(other, "What will change when you hand this in")
    other.get_by_role("button", name="Hand in", exact=True).click()
    shows(other, "Handed in: receipt 1")
    page.get_by_role("button", name="Hand in", exact=True).click()
    shows(page, "Handed in: receipt 1")

    shows(desk(page), "Handed in: receipt 1")
    page.goto("/submissions")
    shows(page, "the road was closed")
    expect(page.get_by_text("2 · Moldova")).to_have_count(0)


@pytest.fixture
def with_a_heading_of_its_own(tmp_path: Path) -> Path:
    """Moldova's workbook with one column of the providers under words of the office."""
    book = load_workbook(ROOT / "sample_data" / "good" / "moldova.xlsx")
    for cell in [each for row in book["providers"].iter_rows(max_row=2) for each in row]:
        if cell.value in ("capacity", "Places"):
            cell.value = "Beds we have"
    book.save(tmp_path / "moldova.xlsx")
    return tmp_path / "moldova.xlsx"


def test_a_question_of_the_desk_is_found_again_unanswered(
    own_server: Server, context: BrowserContext, with_a_heading_of_its_own: Path
):
    """At the identifier gate, and where headings are matched: nothing was decided for the office meanwhile."""
    page = context.new_page()
    sign_in(page)
    desk(page).locator("input[type=file]").set_input_files(ROOT / "sample_data" / "broken" / "identifying_column.xlsx")
    shows(page, "This workbook seems to tell who people are")

    shows(desk(page), "This workbook seems to tell who people are")
    page.get_by_role("button", name="Refuse it and choose another file").click()
    expect(page.locator("input[type=file]")).to_have_count(1, timeout=PATIENCE)
    page.locator("input[type=file]").set_input_files(with_a_heading_of_its_own)
    shows(page, "1 heading is not known here")

    shows(desk(page), "1 heading is not known here")
    page.get_by_role("button", name="Skip this: leave all of them out").click()
    shows(page, "Ready: all")


def test_whoever_signs_out_leaves_no_draft_behind(own_server: Server, context: BrowserContext):
    page = context.new_page()
    sign_in(page)
    desk(page).locator("input[type=file]").set_input_files(ROOT / "sample_data" / "broken" / "not_on_list.xlsx")
    shows(page, "Nearly there")

    page.goto("/sign-out")
    sign_in(page)

    expect(desk(page).locator("input[type=file]")).to_have_count(1, timeout=PATIENCE)
    expect(page.get_by_text("Nearly there")).to_have_count(0)
