"""Prints the table of hostile files: what each got, after how many seconds, and what it took of the memory.

    python tests/intake/hostile [PART OF A NAME]

"child" is the most memory that the process had which reads the file; "check" is by how much the other one grew.
"""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryFile

sys.path.insert(0, str(Path(__file__).parent.parent))

from hostile_files import CASES
from office_workbooks import checked
from plain_workbook import plain_workbook

from monitoring.declarations.read import read_catalogue
from monitoring.domain.catalogue import Catalogue
from monitoring.intake.workbook import _COMMAND, _ENVIRONMENT
from monitoring.settings import ROOT
from monitoring.spare_memory import give_back

_MB = 1024
_STARTER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def main(part: str = "") -> int:
    """Exit status 1 where a file got something else than it should."""
    catalogue = read_catalogue(ROOT / "indicators")
    book = plain_workbook(catalogue)
    checked(catalogue, book)  # brings what the first check of a process brings
    print(f"{'file':40} {'got':38} {'size':>9} {'time':>7} {'child':>7} {'check':>7}")
    wrong = [name for name, codes, make in CASES if part in name and _row(catalogue, name, make(book)) != codes]
    print(f"{len(CASES)} files; not as they should be: {', '.join(wrong) or 'none'}")
    return 1 if wrong else 0


def _row(catalogue: Catalogue, name: str, content: bytes) -> list[str]:
    """Checks a file and prints its line."""
    give_back()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
    before, started = _memory("VmRSS"), time.monotonic()
    found = checked(catalogue, content)
    seconds, grown = time.monotonic() - started, (_memory("VmHWM") - before) / _MB
    codes = sorted({each.code for each in found.problems})
    got = ", ".join(codes) if codes else found.verdict.value
    size = f"{len(content) / 1024:.0f} kB"
    print(f"{name:40} {got:38} {size:>9} {seconds:5.1f} s {_child(content) / _MB:4.0f} MB {grown:4.0f} MB", flush=True)
    return codes


def _child(content: bytes) -> int:
    """The most memory, in kB, of a child that reads the file once more.

    A small process starts it: whoever is started counts as having had as much memory as the one who starts it.
    """
    with TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        starter = [sys.executable, "-I", "-S", "-c", _STARTER, *_COMMAND]
        said = subprocess.run(starter, stdin=given, capture_output=True, text=True, env=_ENVIRONMENT, check=True)
    return int(said.stdout)


def _memory(what: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
