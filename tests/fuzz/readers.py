"""Has mutants read as the product does, many in a row: children with the true limits, then the parent's own part."""

import json
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mutants import Parts, mutant

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.heading_answers import NOTHING_SAID
from monitoring.intake.checking import check_sheets
from monitoring.intake.gate.choice import REFUSE
from monitoring.intake.preflight import Refused
from monitoring.intake.workbook import understood

FORGE = Path(__file__).parent / "forge.py"
TODAY = date(2026, 6, 1)


@dataclass
class Counts:
    """What became of the mutants. Numbers of those that went wrong are kept, so that they can be made again."""

    mutants: int = 0
    read: int = 0
    checked: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    child_deaths: list[int] = field(default_factory=list)
    hangs: list[int] = field(default_factory=list)
    parent_deaths: list[tuple[int, str]] = field(default_factory=list)
    most_megabytes: float = 0.0
    most_seconds: float = 0.0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.mutants + other.mutants,
            self.read + other.read,
            self.checked + other.checked,
            self.refused + other.refused,
            self.child_deaths + other.child_deaths,
            self.hangs + other.hangs,
            self.parent_deaths + other.parent_deaths,
            max(self.most_megabytes, other.most_megabytes),
            max(self.most_seconds, other.most_seconds),
        )


class Reader:
    """One forge, and the parent's work on its children's answers. Every `checks`-th mutant that is read is checked."""

    def __init__(self, catalogue: Catalogue, originals: Sequence[Parts], checks: int) -> None:
        self.counts = Counts()
        self._catalogue = catalogue
        self._originals = originals
        self._checks = checks
        self._forge = subprocess.Popen(
            [sys.executable, "-I", str(FORGE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def read(self, number: int) -> None:
        """Makes and reads the mutant of a number. Raises nothing: what is raised is counted."""
        content = mutant(number, self._originals)
        answer = self._ask(number, content)
        self.counts.mutants += 1
        try:
            self._take(answer)
        except Exception as mistake:  # the point of it all: this would have been the server
            self.counts.parent_deaths.append((number, repr(mistake)))

    def close(self) -> None:
        self._forge.communicate()

    def _ask(self, number: int, content: bytes) -> bytes:
        into, out = self._forge.stdin, self._forge.stdout
        assert into
        assert out
        into.write(struct.pack(">I", len(content)) + content)
        into.flush()
        fate = json.loads(out.readline())
        answer = out.read(fate["bytes"])
        self.counts.most_megabytes = max(self.counts.most_megabytes, fate["kilobytes"] / 1024)
        self.counts.most_seconds = max(self.counts.most_seconds, fate["seconds"])
        if fate["late"]:
            self.counts.hangs.append(number)
        elif fate["status"]:
            self.counts.child_deaths.append(number)
        return b"" if fate["status"] else answer

    def _take(self, answer: bytes) -> None:
        try:
            workbook = understood(answer)
        except Refused as refusal:
            self.counts.refused[refusal.code] += 1
            return
        self.counts.read += 1
        if self.counts.read % self._checks == 0:
            sheets = list(workbook.sheets)
            asked = {"today": TODAY, "country": None, "known": None, "language": "en"}
            check_sheets(self._catalogue, sheets, **asked, said=Habits(), headings=NOTHING_SAID, gate=REFUSE)
            self.counts.checked += 1
