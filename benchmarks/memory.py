"""Peak memory of one check and hand-in in a fresh process, its reading child included.

Measured is the largest sum of resident memory (VmRSS) of the process and its children at one moment, looked at every
few milliseconds. Pages that both share, such as libraries, count twice, so it errs against us. The processes' own peaks
(VmHWM) need not coincide; they are printed beside it.
"""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measured import Result
from benchmarks.workbook import good_workbook
from monitoring.declarations.read import read_catalogue
from monitoring.settings import ROOT

FOLLOW_UPS = 50_000
MOST_MEGABYTES = 500
_BETWEEN_LOOKS = 0.005


def run() -> list[Result]:
    """Makes the workbook here and hands it in over there."""
    with TemporaryDirectory() as folder:
        path = good_workbook(read_catalogue(ROOT / "indicators"), FOLLOW_UPS, Path(folder) / "workbook.xlsx")
        command = [sys.executable, "-m", "benchmarks.hand_in_child", path, Path(folder) / "house"]
        process = subprocess.Popen(command, cwd=ROOT)
        together, alone = _watch(process)
    if process.returncode:
        raise RuntimeError("the hand-in failed")
    peaks = " + ".join(f"{each:.0f}" for each in alone)
    print(f"  {FOLLOW_UPS:,} follow-ups: {together:.0f} MB at once; each process at its own peak: {peaks} MB")
    name = f"peak memory, {FOLLOW_UPS:,} follow-ups"
    return [Result(name, f"{together:.0f} MB", f"{MOST_MEGABYTES} MB", together / MOST_MEGABYTES, 1.0)]


def _watch(process: "subprocess.Popen[bytes]") -> tuple[float, list[float]]:
    """Megabytes: the largest sum at one moment, and each process's own peak."""
    together, alone = 0.0, dict[int, float]()
    while process.poll() is None:
        now = {pid: _megabytes(pid) for pid in (process.pid, *_children(process.pid))}
        together = max(together, sum(resident for resident, _ in now.values()))
        for pid, (_, peak) in now.items():
            alone[pid] = max(alone.get(pid, 0.0), peak)
        time.sleep(_BETWEEN_LOOKS)
    return together, list(alone.values())


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, path.read_text().split())
    return found


def _megabytes(pid: int) -> tuple[float, float]:
    """Resident memory now, and the most it has been; nothing for a process that has just ended."""
    with suppress(OSError, KeyError):
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        facts = dict(line.split(":", 1) for line in lines)
        return float(facts["VmRSS"].split()[0]) / 1024, float(facts["VmHWM"].split()[0]) / 1024
    return 0.0, 0.0
