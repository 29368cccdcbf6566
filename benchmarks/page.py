"""Every page of results on 100,000 follow-ups, warm, server side: as it is, with its queries but no charts, and cached.

Three figures a page: its script with every query run anew, against the same without building and drawing a chart; its
script with the figures kept, against the same; and the size of all that it sends to the browser.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import polars as pl
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from benchmarks.houses import MANAGER, open_house
from benchmarks.invented_rows import TODAY, invented_rows
from benchmarks.measured import Result, timed_in_turn
from benchmarks.typed_rows import typed_rows
from monitoring.declarations.read import read_catalogue
from monitoring.domain.catalogue import Catalogue
from monitoring.services.house import House
from monitoring.settings import ROOT
from monitoring.store.store import HandIn
from monitoring.ui import session
from monitoring.ui.charts.template import Drawing

COUNTRIES = ("AL", "BD", "BR", "CN", "IN", "MD", "NG", "PK", "TN", "VN")
FOLLOW_UPS_EACH = 10_000
SECTIONS = ("outcomes", "places", "follow_up")
"""The folders of pages that show figures; new ones are measured as they come."""

RUNS = 5
MOST_OF_BARE, MOST_CACHED, MOST_KB = 1.5, 0.6, 150
OF_PEOPLE = ("pages/follow_up/due.py",)
"""Pages of people and not of figures: of people nothing is ever kept, so there is nothing to compare."""

CHARTS = "monitoring.ui.charts"
_PARTS = ("axis", "values_axis", "layout", "label")
"""Parts of a drawing, which no page asks for."""


def run() -> list[Result]:
    """Fills a store once and runs each page on it in turn: whole, without charts, and with the figures kept."""
    catalogue = read_catalogue(ROOT / "indicators")
    with TemporaryDirectory() as folder, open_house(catalogue, Path(folder)) as house:
        fill(house, catalogue, COUNTRIES, FOLLOW_UPS_EACH)
        session.serve(house)
        return [result for page in pages() for result in _compared(page, house)]


def pages() -> list[str]:
    """As the menu names them."""
    found = (path for section in SECTIONS for path in (ROOT / "pages" / section).glob("*.py"))
    return sorted(str(path.relative_to(ROOT)) for path in found)


def fill(house: House, catalogue: Catalogue, countries: Sequence[str], follow_ups_each: int) -> None:
    """Hands in several countries, each with the same answers."""
    tables = typed_rows(catalogue, invented_rows(catalogue, follow_ups_each))
    cells = {form: table.select("sheet_row") for form, table in tables.items()}
    at = datetime(TODAY.year, TODAY.month, TODAY.day)
    for country in countries:
        of_country = {form: _moved(table, country) for form, table in tables.items()}
        house.store.hand_in(HandIn(country, "workbook.xlsx", country * 32, MANAGER.name, at, 0, of_country, cells))


def _moved(table: pl.DataFrame, country: str) -> pl.DataFrame:
    return table.with_columns(country=pl.lit(country)) if "country" in table.columns else table


def _compared(path: str, house: House) -> Iterator[Result]:
    page = AppTest.from_file(ROOT / "app.py", default_timeout=120).run()
    page = page.switch_page(path)
    _run(page)  # what a page imports when it is first drawn is no part of it
    with _weighed() as weights:
        _run(page)
    methods: dict[str, Callable[[], float]] = {
        "page": lambda: _seconds(page, house),
        "no charts": lambda: _seconds_without_charts(page, house),
        "cached": lambda: _seconds(page, None),
    }
    print(f"  {path}", flush=True)
    times = timed_in_turn(methods, dict.fromkeys(methods, RUNS))
    told = {name: f"{1000 * times.median(name):.0f} ms" for name in methods}
    name = Path(path).stem
    asked = [("page", "against no charts", MOST_OF_BARE), ("cached", "figures kept", MOST_CACHED)]
    for method, said, most in asked[:1] if path in OF_PEOPLE else asked:
        ratio = times.ratio(method, "no charts")
        yield Result(f"{name}, {said}", told[method], told["no charts"], ratio, most)
    yield Result(f"{name}, kB of messages", f"{weights[-1]:.0f} kB", f"{MOST_KB} kB", weights[-1] / MOST_KB, 1.0)


def _seconds(page: AppTest, house: House | None) -> float:
    """One run; with a house, whose kept figures are forgotten before, every query is run."""
    if house is not None:
        house.figures.forget()
    gc.collect()
    start = time.perf_counter()
    _run(page)
    return time.perf_counter() - start


def _seconds_without_charts(page: AppTest, house: House) -> float:
    with _no_charts():
        return _seconds(page, house)


def _run(page: AppTest) -> None:
    page.run()
    if page.exception:
        raise RuntimeError(page.exception[0].message)


@contextmanager
def _no_charts() -> Iterator[None]:
    """Nothing in the place of building and of drawing a chart, wherever these are known by name."""
    builders = {
        id(function): partial(_nothing, is_draw=name == "draw")
        for module_name, module in sys.modules.items()
        if module_name.startswith(f"{CHARTS}.")
        for name, function in vars(module).items()
        if getattr(function, "__module__", "") == module_name and _gives_a_drawing(name, function)
    }
    with ExitStack() as patched:
        for module_name, module in list(sys.modules.items()):
            if module_name.startswith("monitoring.ui"):
                for name, function in list(vars(module).items()):
                    if id(function) in builders:
                        patched.enter_context(patch.object(module, name, builders[id(function)]))
        yield


def _gives_a_drawing(name: str, function: object) -> bool:
    """`draw`, and what pages call to have a whole chart: the parts of one are called by these alone."""
    returned = getattr(function, "__annotations__", {}).get("return")
    return name == "draw" or (returned == Drawing and not name.startswith("_") and name not in _PARTS)


def _nothing(*_: object, is_draw: bool, **__: object) -> dict[str, object] | None:
    return None if is_draw else {}


@contextmanager
def _weighed() -> Iterator[list[float]]:
    """Kilobytes of all messages of each run."""
    weights: list[float] = []
    whole = LocalScriptRunner.run

    def run(self: LocalScriptRunner, *given: object, **named: object) -> object:
        found = whole(self, *given, **named)  # type: ignore[arg-type]  # handed on as they came
        weights.append(sum(message.ByteSize() for message in self.forward_msgs()) / 1000)
        return found

    with patch.object(LocalScriptRunner, "run", run):
        yield weights
