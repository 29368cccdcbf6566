"""Names of files, sheets, headings, providers and people that would call home: a listener counts who comes.

The browser is told to take no notice of our content policy: the words alone must be harmless.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect
from real_server import PEOPLE, Server, add_people, serve

from monitoring.access.people import PeopleBook
from monitoring.command_line.line_to_server import hand_over
from monitoring.settings import ROOT

pytestmark = pytest.mark.browser
SAMPLE = ROOT / "sample_data" / "good" / "moldova.xlsx"
VISITS = {
    "office_md": ["?country=MD", "countries?country=MD", "providers?country=MD", "submissions"],
    "administrator": ["", "log"],
}
"""Where the words stand, by who reads them."""

THE_WORDS = re.compile(r"!\[|<img|\]\(|<b>")


class Listener(ThreadingHTTPServer):
    """Counts whoever asks it for anything."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        heard = self.heard

        class Ear(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                heard.append(self.path)
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        super().__init__(("127.0.0.1", 0), Ear)
        Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def words(self) -> list[str]:
        """What would lead there if it were read as Markdown or HTML."""
        at = self.address
        return [f"![x]({at}/1.png)", f"<img src={at}/2.png>", f"[click]({at}/3)", f"{at}/4", f"<b>a</b>![]({at}/5)"]


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    opened = Listener()
    yield opened
    opened.shutdown()
    opened.server_close()


@pytest.fixture(scope="module")
def hostile(listener: Listener, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """With hostile names of providers, to be handed in; with hostile headings as well; with hostile sheets as well."""
    folder = tmp_path_factory.mktemp("hostile")
    words = listener.words()
    file_name = words[0].replace("/", "\u2215") + ".xlsx"
    found = {kind: folder / kind / file_name for kind in ("good", "headings", "sheets")}
    for path in found.values():
        path.parent.mkdir()
    workbook = load_workbook(SAMPLE)
    sheet = workbook["providers"]
    column = [cell.value for cell in sheet[1]].index("provider_name") + 1
    for row in range(3, sheet.max_row + 1):
        sheet.cell(row, column).value = words[row % len(words)]
    workbook.save(found["good"])
    for word in words:
        workbook["survivors"].cell(1, workbook["survivors"].max_column + 1).value = word
    workbook.save(found["headings"])
    for at, word in enumerate(words):
        workbook.create_sheet(f"sheet{at}")["A1"] = word
    workbook.save(folder / "plain.xlsx")
    rename_sheets(folder / "plain.xlsx", found["sheets"], words)
    return found


def rename_sheets(plain: Path, renamed: Path, words: list[str]) -> None:
    """Gives sheet0, sheet1, ... names that Excel itself would not take."""
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(renamed, "w") as out:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/workbook.xml":
                for at, word in enumerate(words):
                    content = content.replace(f'"sheet{at}"'.encode(), f'"{escape(word)}"'.encode())
            out.writestr(name, content)


@pytest.fixture(scope="module")
def server(listener: Listener, hostile: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Moldova's workbook was handed in by an office whose person has a hostile name, too."""
    folder = tmp_path_factory.mktemp("words")
    second_steps = add_people(folder / "data")
    named = replace(PEOPLE["office_md"], name=listener.words()[0])
    PeopleBook(folder / "data" / "people.sqlite").add(named)
    for each in serve(folder):
        each.second_steps.update(second_steps)
        assert hand_over(each.folder, ["load", str(hostile["good"]), "--as", named.name]) == 0
        hand_over(each.folder, ["accept", "1", "--as", named.name])
        yield each


def signed_in(browser: Browser, server: Server, who: str) -> Page:
    context = browser.new_context(base_url=server.address, bypass_csp=True, viewport={"width": 1400, "height": 1000})
    with server.signed_in(who) as client:
        token = client.cookies["monitoring"]
    context.add_cookies([{"name": "monitoring", "value": token, "url": server.address}])
    return context.new_page()


def unfolded(page: Page) -> None:
    """Waits until the words stand on the page as they are and all of it is drawn, and opens whatever is folded."""
    expect(page.get_by_test_id("stMain")).to_contain_text(THE_WORDS, timeout=60_000)
    for fold in page.locator("details:not([open]) > summary").all():
        fold.click()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=60_000)


def ways_out(page: Page, listener: Listener) -> int:
    """Links, pictures and frames on the page that lead to the listener."""
    at = listener.address.removeprefix("http://")
    return page.locator(f'[href*="{at}"], [src*="{at}"], [style*="{at}"]').count()


def test_the_listener_hears_whoever_comes(browser: Browser, server: Server, listener: Listener):
    """Else the other tests could not fail."""
    page = signed_in(browser, server, "office_md")
    page.goto("/left")
    with page.expect_request_finished(lambda request: request.url.endswith("/control.png")):
        page.evaluate("at => { new Image().src = at + '/control.png' }", listener.address)
    page.context.close()

    assert listener.heard.pop() == "/control.png"


@pytest.mark.parametrize(("who", "path"), [(who, path) for who, paths in VISITS.items() for path in paths])
def test_names_that_were_handed_in_lead_nowhere(
    browser: Browser, server: Server, listener: Listener, who: str, path: str
):
    page = signed_in(browser, server, who)
    page.goto(f"/{path}")
    unfolded(page)
    out = ways_out(page, listener)
    page.context.close()

    assert (out, listener.heard) == (0, [])


@pytest.mark.parametrize("kind", ["sheets", "headings"])
def test_a_file_with_hostile_sheets_or_headings_and_a_hostile_name_leads_nowhere(
    browser: Browser, server: Server, listener: Listener, hostile: dict[str, Path], kind: str
):
    page = signed_in(browser, server, "office_md")
    page.goto("/upload")
    page.locator("input[type=file]").set_input_files(hostile[kind], timeout=60_000)
    unfolded(page)
    out = ways_out(page, listener)
    page.context.close()

    assert (out, listener.heard) == (0, [])
