"""A domain page's script on 100,000 follow-ups, warm, server side: as it is, and with its queries but no charts."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import polars as pl
from streamlit.testing.v1 import AppTest

from benchmarks.houses import MANAGER, open_house
from benchmarks.invented_rows import TODAY, invented_rows
from benchmarks.measured import Result, in_turn
from benchmarks.typed_rows import typed_rows
from monitoring.declarations.read import read_catalogue
from monitoring.domain.catalogue import Catalogue
from monitoring.services.house import House
from monitoring.settings import ROOT
from monitoring.store.store import HandIn
from monitoring.ui import block, session
from monitoring.ui.charts import over_time, rows

COUNTRIES = ("AL", "BD", "BR", "CN", "IN", "MD", "NG", "PK", "TN", "VN")
FOLLOW_UPS_EACH = 10_000
PAGE = ROOT / "pages" / "outcomes" / "housing.py"
RUNS = 20
MOST_OF_BARE = 1.5


def run() -> list[Result]:
    """Fills a store once and runs the page on it in turn with and without charts."""
    catalogue = read_catalogue(ROOT / "indicators")
    with TemporaryDirectory() as folder, open_house(catalogue, Path(folder)) as house:
        fill(house, catalogue, COUNTRIES, FOLLOW_UPS_EACH)
        session.serve(house)
        page = AppTest.from_file(PAGE, default_timeout=60)
        whole, bare = (lambda: _run(page)), (lambda: _run_without_charts(page))
        for warm_up in (whole, bare) * 2:
            warm_up()
        times = in_turn({"page": whole, "no charts": bare}, {"page": RUNS, "no charts": RUNS})
    ours, other = (f"{1000 * times.median(name):.0f} ms" for name in ("page", "no charts"))
    name = f"housing page, {len(COUNTRIES) * FOLLOW_UPS_EACH:,} follow-ups, against no charts"
    return [Result(name, ours, other, times.ratio("page", "no charts"), MOST_OF_BARE)]


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


def _run(page: AppTest) -> int:
    """Runs the page and returns how many charts it drew."""
    page.run()
    if page.exception:
        raise RuntimeError(page.exception[0].message)
    return len(page.get("plotly_chart"))


def _run_without_charts(page: AppTest) -> int:
    """The same, with nothing in the place of building and of drawing a chart."""
    with (
        patch.object(rows, "rows_chart", lambda *_, **__: {}),
        patch.object(over_time, "over_time", lambda *_, **__: {}),
        patch.object(block, "draw", lambda *_, **__: None),
    ):
        return _run(page)
