"""The whole way in a real browser: open, filter, every page, a broken workbook, the mended one, figures that change."""

import re

import pytest
from playwright.sync_api import Page, expect

from monitoring.settings import ROOT

pytestmark = pytest.mark.browser
PAGES = sorted(path.stem for path in (ROOT / "pages").rglob("*.py") if path.stem != "overview")


def open_page(page: Page, path: str) -> None:
    page.goto(f"/{path}")
    expect(page.locator("h1").first).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=30_000)


def secure_homes_in_tunisia(page: Page) -> str:
    open_page(page, "housing?country=TN")
    expect(page.get_by_test_id("stMain")).to_contain_text("Showing Tunisia")
    return page.locator("h1").first.inner_text()


def test_a_fresh_server_answers_a_deep_link_with_the_page_and_its_menu(page):
    open_page(page, "housing?country=NG")

    expect(page.get_by_test_id("stMain")).to_contain_text("Showing Nigeria")
    expect(page.get_by_test_id("stHeader")).to_contain_text("Results")


def test_a_filter_is_said_in_words_kept_in_the_link_and_across_pages_and_reset(page):
    open_page(page, "")
    page.get_by_role("radio", name="Nigeria").click()
    expect(page.get_by_test_id("stMain")).to_contain_text("Showing Nigeria")
    expect(page).to_have_url(re.compile("country=NG"))

    page.get_by_test_id("stHeader").get_by_text("Results").click()
    page.get_by_role("menuitem", name="Income and work").click()
    expect(page).to_have_url(re.compile("income"))
    expect(page.get_by_test_id("stMain")).to_contain_text("Showing Nigeria")

    page.get_by_text("More filters").click()
    page.get_by_text("Reset filters").click()
    expect(page.get_by_test_id("stMain")).to_contain_text("Showing All countries")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_without_an_error(page, name):
    open_page(page, name)

    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)


def test_a_broken_workbook_shows_its_problem_and_the_mended_one_changes_the_figures(page, workbooks):
    broken, mended = workbooks
    before = secure_homes_in_tunisia(page)

    open_page(page, "upload")
    page.locator("input[type=file]").set_input_files(broken)
    expect(page.get_by_test_id("stMain")).to_contain_text("rows are ready", timeout=60_000)
    expect(page.get_by_test_id("stMain")).to_contain_text("To fix")
    assert "2031" not in page.get_by_test_id("stMain").inner_text()

    page.get_by_text("Choose another file").click()
    page.locator("input[type=file]").set_input_files(mended)
    expect(page.get_by_test_id("stMain")).to_contain_text("Ready", timeout=60_000)
    page.get_by_text("See what will change").click()
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_test_id("stMain")).to_contain_text("Handed in: receipt")

    after = secure_homes_in_tunisia(page)
    assert after != before
    assert after.startswith(("Everybody", "All", "Nearly all", "Almost all"))


def test_a_funder_sees_the_approved_release_and_finds_no_desk(page):
    open_page(page, "safety?view_as=funder&safety_number=re_trafficked")

    expect(page.get_by_test_id("stMain")).to_contain_text("Release 1, figures up to")
    open_page(page, "upload?view_as=funder")
    expect(page.locator("input[type=file]")).to_have_count(0)
