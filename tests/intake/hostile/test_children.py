"""The child that reads a workbook is kept within its limits, and whatever becomes of it, its parent says a sentence."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from plain_workbook import plain_workbook

from monitoring.intake import limits, workbook
from monitoring.intake.preflight import Refused
from monitoring.intake.workbook import read_workbook

LIMITS = """
import json, resource
from monitoring.intake import limits
limits.lower_own_limits()
names = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE")
print(json.dumps([resource.getrlimit(getattr(resource, name)) for name in names]))
"""


def a_child_that(monkeypatch, does: str) -> None:
    monkeypatch.setattr(workbook, "_COMMAND", [sys.executable, "-I", "-c", does])


def test_the_limits_hold_for_good():
    told = subprocess.run([sys.executable, "-I", "-c", LIMITS], capture_output=True, text=True, check=True).stdout

    most = [limits.CHILD_MEMORY_BYTES, limits.CHILD_PROCESSOR_SECONDS, 0, limits.CHILD_OPEN_FILES, 0]
    assert json.loads(told) == [[each, each] for each in most]
    assert limits.CHILD_MEMORY_BYTES < 2**30


def test_the_parent_keeps_its_own_limits(catalogue):
    before = resource.getrlimit(resource.RLIMIT_AS)
    read_workbook(plain_workbook(catalogue))

    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_a_child_that_takes_too_long_is_ended(monkeypatch):
    a_child_that(monkeypatch, "import time; time.sleep(3600)")
    monkeypatch.setattr(limits, "PATIENCE_SECONDS", 0.1)

    with pytest.raises(Refused, match="took_too_long"):
        read_workbook(b"")


@pytest.mark.parametrize(
    "does",
    [
        "import os; os.abort()",
        "raise MemoryError",
        "print('half an ans', end='')",
        "print('{}')",
        'print(\'{"sheets": [{"name": "x"}], "warnings": [], "counts_from_1904": false}\')',
        'import sys; sys.stdout.buffer.write(b\'{"sheets": [{}], "warnings": []}\\n\' + bytes(range(256)) * 99)',
    ],
)
def test_a_child_that_dies_or_babbles_makes_the_workbook_unreadable(monkeypatch, does):
    a_child_that(monkeypatch, does)

    with pytest.raises(Refused, match="unreadable_workbook"):
        read_workbook(b"")
