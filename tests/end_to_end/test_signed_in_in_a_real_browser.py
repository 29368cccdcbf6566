"""What people do behind the gate, in a real browser: filter, hand in, fetch a file, leave; and what is dead then."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from real_server import Server
from visits import Visit, visiting

from monitoring.settings import ROOT

pytestmark = pytest.mark.browser
WORKBOOK = ROOT / "sample_data" / "good" / "moldova.xlsx"


@pytest.fixture
def office(browser: Browser, closed_house: Server):
    """The country office of Moldova, signed in; whatever its browser asked elsewhere, or complained of, fails."""
    with visiting(browser, closed_house) as visit:
        visit.sign_in("office_md")
        yield visit
        assert (visit.left, visit.complaints) == ([], [])


def shows(visit: Visit, words: str) -> None:
    expect(visit.page.get_by_test_id("stMain")).to_contain_text(words, timeout=120_000)


def test_a_manager_filters_and_the_link_keeps_it(browser: Browser, closed_house: Server):
    with visiting(browser, closed_house) as visit:
        visit.sign_in("manager")
        visit.page.get_by_role("radio", name="Nigeria").click()
        shows(visit, "Showing Nigeria")

        visit.open("housing?country=NG")
        shows(visit, "Showing Nigeria")
        assert (visit.left, visit.complaints) == ([], [])


def test_an_office_hands_in_a_workbook_behind_the_gate(office: Visit):
    office.open("upload")
    office.page.locator("input[type=file]").set_input_files(WORKBOOK)

    shows(office, "Ready")
    assert any("/_stcore/upload_file/" in url for url in office.requests)


def test_a_file_is_fetched_through_our_own_route(office: Visit, tmp_path: Path):
    office.open("templates")
    with office.page.expect_download(timeout=120_000) as fetched:
        office.page.get_by_role("link", name="Download in English").first.click()

    fetched.value.save_as(tmp_path / "template.xlsx")
    assert "/download/" in fetched.value.url
    assert (tmp_path / "template.xlsx").read_bytes()[:2] == b"PK"
    assert [url for url in office.requests if urlsplit(url).path.startswith("/media/")] == []


def test_a_copied_cookie_is_dead_after_signing_out(browser: Browser, closed_house: Server):
    with visiting(browser, closed_house) as visit, visiting(browser, closed_house) as thief:
        visit.sign_in("funder")
        thief.page.context.add_cookies(visit.page.context.cookies())
        thief.open("")
        visit.page.get_by_role("link", name="Sign out").click()
        expect(visit.page.get_by_role("button", name="Sign in")).to_be_visible()

        thief.page.goto(f"{closed_house.address}/housing")
        expect(thief.page.get_by_role("button", name="Sign in")).to_be_visible()
        assert "monitoring" not in {cookie["name"] for cookie in visit.page.context.cookies()}


def test_the_quick_exit_leaves_nothing_that_the_back_button_could_show(browser: Browser, closed_house: Server):
    with visiting(browser, closed_house) as visit:
        visit.sign_in("office_md")
        visit.page.get_by_test_id("stMain").evaluate("element => element.scrollTo(0, 900)")
        visit.page.get_by_role("link", name="Leave now").click()
        expect(visit.page).to_have_url(f"{closed_house.address}/left")
        left_behind = (visit.page.title(), visit.page.locator("body").inner_text())

        visit.page.go_back()
        expect(visit.page.get_by_role("button", name="Sign in")).to_be_visible(timeout=60_000)
        seen = visit.page.locator("body").inner_text()

    assert left_behind == ("New tab", "")
    assert [word for word in ("Moldova", "secure home", "Mihai") if word in seen] == []


def test_the_policy_that_browsers_are_given(closed_house: Server):
    """Printed, so that a reader sees it as it is served."""
    with closed_house.client() as client:
        policy = client.get("/sign-in").headers["content-security-policy"]
    print(f"\n{policy}")

    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert {rules[name] for name in ("default-src", "connect-src", "form-action")} == {"'self'"}
    assert {rules[name] for name in ("frame-src", "object-src", "frame-ancestors")} == {"'none'"}
    assert "http" not in policy
    assert "unsafe-inline" not in rules["script-src"]
