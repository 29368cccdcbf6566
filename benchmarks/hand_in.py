"""Check and hand in of a follow-up workbook: ours beside the floor and beside pandas, all warm, on the same file."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from benchmarks import peer
from benchmarks.floor import read_plainly
from benchmarks.houses import MANAGER, check_and_hand_in, open_house, open_houses
from benchmarks.invented_rows import COUNTRY, TODAY
from benchmarks.measured import Result, Times, in_turn
from benchmarks.mistakes import flawed_workbook
from benchmarks.workbook import SHEETS, good_workbook
from monitoring.declarations.read import read_catalogue
from monitoring.domain.catalogue import Catalogue
from monitoring.services import workbook_check
from monitoring.settings import ROOT

SIZES = {10_000: {"ours": 5, "floor": 5, "peer": 5}, 50_000: {"ours": 3, "floor": 3, "peer": 3}}
"""Follow-ups, and how often each method runs, in turn. The peer at 50,000 takes more than half a minute a run."""

MOST_OF_FLOOR = {10_000: 3.0, 50_000: 2.5}
LEAST_OF_PEER = {10_000: 5.0, 50_000: 10.0}


def run() -> list[Result]:
    """Agreement first, which warms both up; then speed."""
    catalogue = read_catalogue(ROOT / "indicators")
    with TemporaryDirectory() as folder:
        agree(catalogue, 10_000, Path(folder))
        return [result for size in SIZES for result in _compare(catalogue, size, Path(folder))]


def agree(catalogue: Catalogue, follow_ups: int, folder: Path) -> None:
    """Raises AssertionError unless both find exactly what was planted, and store the same rows of a good workbook."""
    flawed, planted = flawed_workbook(catalogue, follow_ups, folder / "flawed.xlsx")
    good = good_workbook(catalogue, follow_ups, folder / "good.xlsx")
    plain = peer.PlainStore(folder / "agreement.duckdb", catalogue)
    with open_house(catalogue, folder / "agreement") as house:
        ours = workbook_check.check(MANAGER, house, flawed.read_bytes(), flawed.name).problems
        theirs, _ = peer.check_and_hand_in(catalogue, plain, flawed.read_bytes(), COUNTRY, TODAY)
        assert sorted((each.code, each.sheet, each.cell) for each in ours) == sorted(theirs) == sorted(planted)
        changes = check_and_hand_in(house, good.read_bytes())
        mistakes, same_changes = peer.check_and_hand_in(catalogue, plain, good.read_bytes(), COUNTRY, TODAY)
        assert (mistakes, same_changes) == ([], changes)
        for form in SHEETS:
            assert _in_order(house.store.rows_of(form, COUNTRY)).equals(_in_order(plain.rows(form)))
    print(
        f"  {follow_ups:,} follow-ups: both find {len(planted)} planted mistakes, and keep the same {changes.new} rows"
    )


def _in_order(rows: pl.DataFrame) -> pl.DataFrame:
    names = sorted(set(rows.columns) - {"submission_id"})
    return rows.select(names).sort("sheet_row")


def _compare(catalogue: Catalogue, size: int, folder: Path) -> Iterator[Result]:
    print(f"  {size:,} follow-ups", flush=True)
    content = good_workbook(catalogue, size, folder / f"{size}.xlsx").read_bytes()
    runs, number = max(SIZES[size].values()), count()
    plain = iter([peer.PlainStore(folder / f"{size}-{run}.duckdb", catalogue) for run in range(runs)])
    with open_houses(catalogue, folder / str(size), runs) as houses:
        times = in_turn(
            {
                "ours": lambda: check_and_hand_in(houses[next(number)], content),
                "floor": lambda: read_plainly(content, len(SHEETS)),
                "peer": lambda: peer.check_and_hand_in(catalogue, next(plain), content, COUNTRY, TODAY),
            },
            SIZES[size],
        )
    name, ours = f"hand in {size:,} follow-ups, ", _said(times, "ours")
    floor, pandas = times.ratio("ours", "floor"), times.ratio("peer", "ours")
    yield Result(name + "against the floor", ours, _said(times, "floor"), floor, MOST_OF_FLOOR[size])
    yield Result(name + "pandas against ours", ours, _said(times, "peer"), pandas, LEAST_OF_PEER[size], at_least=True)


def _said(times: Times, name: str) -> str:
    return f"{times.median(name):.2f} s"
