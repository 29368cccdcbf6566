"""The pages of an office at 360 px: axe finds nothing serious, and nothing has to be pushed aside to be read."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from real_server import Server
from visits import visiting

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_office_s_pages_are_read_on_a_telephone(browser: Browser, closed_house: Server, scheme: str):
    found, wide = [], []
    telephone = {"viewport": {"width": 360, "height": 740}, "color_scheme": scheme}
    with visiting(browser, closed_house, **telephone) as visit:
        visit.sign_in("office_md")
        for path in ("upload", "submissions", "templates"):
            visit.open(path)
            violations = Axe().run(visit.page, options={"resultTypes": ["violations"]}).response["violations"]
            found += [f"{path}: {each['id']}" for each in violations if each["impact"] in ("serious", "critical")]
            if visit.page.evaluate("document.documentElement.scrollWidth") > 360:
                wide.append(path)

    assert (found, wide) == ([], [])
