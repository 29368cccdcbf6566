"""From a click to a painted page in Chromium: ours on 100,000 follow-ups, against a bare page of as many charts.

Both are real servers with the same settings, on this machine. A click chooses another country; painted means that the
page has not changed for a quarter of a second, which is not counted. Pages are warm: each country was looked at before.
"""

import shutil
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from benchmarks.child_server import serving
from benchmarks.measured import Result
from benchmarks.page import FOLLOW_UPS_EACH

PAGES = ("", "housing", "completeness")
CLICKS = 6
MOST_OF_BARE = 1.2
QUIET_MS = 250
_CHILD = "benchmarks.painted_child"
_MANY = str(FOLLOW_UPS_EACH)
_HERE = "http://localhost"
_PAINTED = """async quiet => {
  const app = document.querySelector('[data-testid="stApp"]');
  const state = () => app.getAttribute('data-test-script-state');
  const began = performance.now();
  let last = began, hasRun = false;
  const inChart = node => (node.closest ? node : node.parentElement)?.closest('.js-plotly-plot');
  const watch = new MutationObserver(changes => {
    last = performance.now();
    hasRun = hasRun || state() === 'running' || changes.some(each => inChart(each.target));
  });
  watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
  window.chosen.click();
  while (!hasRun || state() === 'running' || performance.now() - last < quiet) {
    if (performance.now() - began > 30000) throw new Error('the page did not run');
    await new Promise(done => requestAnimationFrame(done));
  }
  watch.disconnect();
  return last - began;
}"""
"""Milliseconds from the click until the last change of the page. A short run may be over before it is seen to run."""


def run() -> list[Result]:
    """Each page in turn with the bare page that has as many charts."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("    no Chromium here: not run", flush=True)
        return []
    with (
        TemporaryDirectory() as folder,
        serving(_CHILD, folder, "ours", _MANY) as ours,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        results = [
            _compared(browser.new_page(), browser.new_page(), f"{_HERE}:{ours}/{page}", folder) for page in PAGES
        ]
        browser.close()
    return results


def _compared(ours: Page, bare: Page, address: str, folder: str) -> Result:
    ours.goto(address)
    charts = _settled(ours)
    with serving(_CHILD, folder, str(charts), _MANY) as other:
        bare.goto(f"{_HERE}:{other}")
        _settled(bare)
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        for turn in range(2 + CLICKS):
            for name, page in (("ours", ours), ("bare", bare)):
                taken = _clicked(page, turn)
                if turn >= 2:  # the first look at each country runs its queries
                    times[name].append(taken)
    mine, theirs = (median(each) for each in times.values())
    name = f"{address.rpartition('/')[2] or 'overview'}: click to painted, against {charts} bare charts"
    return Result(name, f"{mine:.0f} ms", f"{theirs:.0f} ms", mine / theirs, MOST_OF_BARE)


def _settled(page: Page) -> int:
    """Waits until nothing is drawn any more; returns how many charts there are."""
    page.wait_for_selector(".js-plotly-plot", timeout=60_000)
    before = -1
    while (now := page.locator(".js-plotly-plot").count()) != before:
        before = now
        page.wait_for_timeout(1500)
    return now


def _clicked(page: Page, turn: int) -> float:
    """Chooses the first or the second of the countries, in turn."""
    pill = page.locator('[data-testid="stButtonGroup"] button').nth(1 + turn % 2)
    pill.evaluate("each => { window.chosen = each; }")
    taken = float(page.evaluate(_PAINTED, QUIET_MS))
    page.wait_for_timeout(300)
    return taken
