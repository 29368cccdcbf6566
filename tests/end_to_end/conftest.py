"""The demo as its user starts it, and a real Chromium in front of it."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from real_server import Server, add_people, add_samples, serve

from monitoring.settings import ROOT


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address that `monitoring demo` prints once the sample data are loaded."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "monitoring", "demo", "--port", str(port), "--data", str(folder / "data")]
    environment = {**os.environ, "MONITORING_KEY": str(folder / "key"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT) as server:
        try:
            yield _address(server)
        finally:
            server.terminate()


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stdout is not None
    for line in server.stdout:
        if found := re.search(r"URL: (http://localhost:\d+)", line):
            return found[1]
    pytest.fail("the demo ended before it printed its address")


@pytest.fixture
def page(browser: Browser, demo: str) -> Iterator[Page]:
    """A page of a fresh visitor. Whatever it asked of any host but the demo's own fails the test."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, base_url=demo)
    opened = context.new_page()
    elsewhere: list[str] = []
    opened.on("request", lambda request: _note_elsewhere(request.url, demo, elsewhere))
    yield opened
    context.close()
    assert elsewhere == []


def _note_elsewhere(url: str, demo: str, elsewhere: list[str]) -> None:
    if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).netloc != urlsplit(demo).netloc:
        elsewhere.append(url)


@pytest.fixture(scope="session")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Tunisia's sample workbook broken in one cell; and mended, with everybody at month 12 in a home of their own."""
    from openpyxl import load_workbook

    folder = tmp_path_factory.mktemp("workbooks")
    paths = folder / "broken.xlsx", folder / "mended.xlsx"
    for path in paths:
        workbook = load_workbook(ROOT / "sample_data" / "good" / "tunisia.xlsx")
        sheet = workbook["follow_ups"]
        at = {cell.value: cell.column for cell in sheet[1]}
        for row in range(3, sheet.max_row + 1):
            if str(sheet.cell(row, at["round"]).value) == "12" and sheet.cell(row, at["housing_type"]).value:
                sheet.cell(row, at["housing_type"]).value = "own"
                sheet.cell(row, at["may_stay_six_months"]).value = "yes"
                sheet.cell(row, at["host_family_can_afford"]).value = None
        if path.stem == "broken":
            sheet.cell(3, at["contact_date"]).value = "2031-01-01"
        workbook.save(path)
    return paths


@pytest.fixture(scope="session")
def closed_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`monitoring serve` with people of every role and two countries' sample workbooks."""
    folder = tmp_path_factory.mktemp("closed")
    second_steps = add_people(folder / "data")
    add_samples(folder, ("moldova", "nigeria"))
    for server in serve(folder):
        server.second_steps.update(second_steps)
        yield server
