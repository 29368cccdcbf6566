"""The command, run as scripts outside the repository run it: a process of its own, its output, its exit status."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from monitoring.settings import ROOT


@dataclass(frozen=True)
class Said:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A data folder, and a key beside it."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="module")
def run(folder):
    """run("figures", "--indicator", ...): the command on the module's data folder, on the sample's day."""
    environment = {**os.environ, "MONITORING_KEY": str(folder / "key")}

    def run(*words: object) -> Said:
        place = ["--data", str(folder / "data"), "--today", "2026-06-01"]
        command = [sys.executable, "-m", "monitoring", *place, *map(str, words)]
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False, timeout=300
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run
