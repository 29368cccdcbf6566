"""Reads tens of thousands of mutants of real workbooks and prints what became of them.

    python tests/fuzz [MUTANTS] [--from NUMBER] [--seconds N] [--processes N] [--keep FOLDER]

Exits with 1 when the parent would have died or hung. --keep writes the mutants whose child died.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from mutants import mutant
from originals import originals
from readers import Counts, Reader

from monitoring.declarations.read import read_catalogue
from monitoring.settings import ROOT


def main() -> int:
    asked = _arguments()
    started = time.monotonic()
    stop = started + asked.seconds
    every = range(asked.first, asked.first + asked.mutants)
    shares = [every[at :: asked.processes] for at in range(asked.processes)]
    with ProcessPoolExecutor(asked.processes) as pool:
        counts = sum(pool.map(_share, shares, repeat(stop)), Counts())
    _print(counts, time.monotonic() - started)
    if asked.keep:
        _keep(counts, asked.keep)
    return 1 if counts.parent_deaths or counts.hangs else 0


def _share(numbers: range, stop: float) -> Counts:
    catalogue = read_catalogue(ROOT / "indicators")
    reader = Reader(catalogue, originals(catalogue), checks=20)
    for number in numbers:
        if time.monotonic() > stop:
            break
        reader.read(number)
    reader.close()
    return reader.counts


def _print(counts: Counts, seconds: float) -> None:
    print(f"{counts.mutants} mutants in {seconds:.0f} s ({counts.mutants / seconds:.0f} a second)")
    print(f"{counts.read} read, {counts.checked} of them checked to the end")
    print(f"{counts.refused.total()} refused:")
    for code, number in counts.refused.most_common():
        print(f"    {number:7} {code}")
    print(f"{len(counts.child_deaths)} child deaths {counts.child_deaths[:20] or ''}")
    print(f"{len(counts.parent_deaths)} parent deaths {counts.parent_deaths[:5] or ''}")
    print(f"{len(counts.hangs)} hangs {counts.hangs[:20] or ''}")
    print(f"most memory of a child {counts.most_megabytes:.0f} MB, most time {counts.most_seconds:.1f} s")


def _keep(counts: Counts, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    made_of = originals(read_catalogue(ROOT / "indicators"))
    for number in (*counts.child_deaths, *counts.hangs, *(number for number, _ in counts.parent_deaths)):
        (folder / f"{number}.xlsx").write_bytes(mutant(number, made_of))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests/fuzz", description=__doc__)
    parser.add_argument("mutants", type=int, nargs="?", default=20_000)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=3_600)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
