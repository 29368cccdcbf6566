"""Importing all that the overview page needs, beside `import streamlit`, each in a fresh process.

What it needs is found out by drawing it: whatever is loaded once the server was imported, a house opened and the
overview drawn on a filled store, so that nothing hides in an import inside a function. Only Streamlit's own test driver
is left out.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.houses import open_house
from benchmarks.measured import Result, timed_in_turn
from benchmarks.page import fill
from monitoring.declarations.read import read_catalogue
from monitoring.settings import ROOT

RUNS = 5
MOST_OF_STREAMLIT = 2.0
_DRAWING = Path(__file__).with_name("drawing_child.py")
_TIMED = """
import importlib, json, sys, time
names = json.load(sys.stdin)
start = time.perf_counter()
for name in names:
    importlib.import_module(name)
print(time.perf_counter() - start)
"""


def run() -> list[Result]:
    """Finds the modules once, then times both imports in turn."""
    needed = needed_modules()
    _import_seconds(needed)  # writes the compiled files that an installed product has
    times = timed_in_turn(
        {"overview": lambda: _import_seconds(needed), "streamlit": lambda: _import_seconds(["streamlit"])},
        {"overview": RUNS, "streamlit": RUNS},
    )
    ours, other = (f"{times.median(name):.2f} s" for name in ("overview", "streamlit"))
    name = "imports of the overview, against streamlit"
    return [Result(name, ours, other, times.ratio("overview", "streamlit"), MOST_OF_STREAMLIT)]


def needed_modules() -> list[str]:
    """The modules that drawing the overview takes, in the order in which they come in."""
    catalogue = read_catalogue(ROOT / "indicators")
    with TemporaryDirectory() as folder:
        with open_house(catalogue, Path(folder)) as house:
            fill(house, catalogue, countries=("MD", "NG"), follow_ups_each=60)
            settings = house.settings
        arguments = [settings.data, settings.key_file, settings.today.isoformat()]
        return list(json.loads(_fresh([_DRAWING, *arguments]).splitlines()[-1]))


def _import_seconds(modules: Sequence[str]) -> float:
    """Seconds, without Python's own start, in a process that has imported nothing yet."""
    return float(_fresh(["-c", _TIMED], json.dumps(modules)))


def _fresh(arguments: Sequence[str | Path], said: str = "") -> str:
    process = subprocess.run(
        [sys.executable, *arguments], input=said, text=True, capture_output=True, check=False, cwd=ROOT
    )
    if process.returncode:
        raise RuntimeError(process.stderr)
    return process.stdout
