"""A person in front of a real browser: how they sign in and move, and all that the browser asked and complained of."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from real_server import Server

HAS_RUN = "[data-testid=stApp][data-test-script-state=notRunning]"
DRAWN = """() => [...document.querySelectorAll('[data-testid=stElementContainer]')]
    .filter(each => each.querySelector('[data-testid=stPlotlyChart], [data-testid=stSkeleton]'))
    .every(each => each.querySelector('.main-svg') && each.scrollHeight <= each.clientHeight)"""
"""A chart has a place of the wrong height until it is drawn."""


@dataclass
class Visit:
    """One browser of one person. `left` are the addresses asked for that are not the server's own."""

    page: Page
    server: Server
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def left(self) -> list[str]:
        own = urlsplit(self.server.address).netloc
        asked = ((url, urlsplit(url)) for url in self.requests)
        return [url for url, parts in asked if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != own]

    @property
    def complaints(self) -> list[str]:
        """What the browser said of the content policy."""
        return [each for each in self.said if "Content Security Policy" in each or "Content-Security-Policy" in each]

    def sign_in(self, who: str) -> None:
        """With name, password and, where the role needs one, the code of the authenticator, typed into the form."""
        self.page.goto(f"{self.server.address}/sign-in")
        for name, typed in self.server.form(who).items():
            self.page.locator(f"input[name={name}]").fill(typed)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        expect(self.page).to_have_url(f"{self.server.address}/", timeout=60_000)
        self.wait()

    def open(self, path: str) -> None:
        """As by a link that somebody sent."""
        self.page.goto(f"{self.server.address}/{path}")
        self.wait()

    def menu(self) -> dict[str, tuple[int, int]]:
        """Path of each page that is offered -> its section and its place there, found by opening each section."""
        found = {}
        for section in range(self.page.get_by_test_id("stTopNavSection").count()):
            links = self._opened(section)
            for place, link in enumerate(links.all()):
                found[urlsplit(str(link.get_attribute("href"))).path.strip("/")] = (section, place)
            self.page.keyboard.press("Escape")
            expect(links).to_have_count(0)
        return found

    def follow(self, path: str, place: tuple[int, int]) -> None:
        """Through the menu, as people do."""
        self._opened(place[0]).nth(place[1]).click()
        expect(self.page).to_have_url(re.compile(rf"/{path}(\?.*)?$"), timeout=60_000)
        self.wait()

    def wait(self) -> None:
        """Until the page has run, and what it shows is drawn."""
        expect(self.page.locator(HAS_RUN)).to_be_attached(timeout=120_000)
        expect(self.page.locator("h1").first).to_be_visible(timeout=120_000)
        self.page.wait_for_function(DRAWN, timeout=120_000)

    def _opened(self, section: int) -> Locator:
        self.page.get_by_test_id("stTopNavSection").nth(section).click()
        links = self.page.get_by_test_id("stTopNavDropdownLink")
        expect(links.first).to_be_visible()
        return links


@contextmanager
def visiting(browser: Browser, server: Server, **context: object) -> Iterator[Visit]:
    """A browser that has been nowhere yet, all its requests and its console noted, also those of websockets."""
    opened: BrowserContext = browser.new_context(**{"viewport": {"width": 1400, "height": 1000}, **context})
    page = opened.new_page()
    visit = Visit(page, server)
    opened.on("request", lambda request: visit.requests.append(request.url))
    page.on("websocket", lambda line: visit.requests.append(line.url))
    opened.on("console", lambda message: visit.said.append(message.text))
    yield visit
    opened.close()
