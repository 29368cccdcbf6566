"""Looks through the whole log for lines that were edited, taken out, moved or cut off; says where. Mends nothing."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from monitoring.access.anchor import Anchor, ForgedAnchor, Head
from monitoring.access.chain import FIRST, linked
from monitoring.access.staff_file import StaffFile

_LINES = "select number, at, who, what, detail, chain from log order by number"

Line = tuple[int, str, str, str, str, str]


class Fault(StrEnum):
    """What can be wrong with a log."""

    GAP = "gap"  # lines are missing between two others
    CHANGED = "changed"  # the line does not fit the one before it
    CUT_OFF = "cut_off"  # lines are missing at the end
    WRITTEN_ANEW = "written_anew"  # the lines fit each other, but not what was known of them
    NO_ANCHOR = "no_anchor"  # nothing is known of where it ended
    ANCHOR_FORGED = "anchor_forged"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault from one line to another; both are the same where it lies in one, and 0 where it lies in none."""

    fault: Fault
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Checked:
    """How many lines were looked at, the last of them, and every fault in the order of lines."""

    lines: int
    head: Head
    findings: tuple[Finding, ...]


def check(file: StaffFile, anchor: Anchor | None) -> Checked:
    """Reads every line once."""
    walk = _Walk()
    with file.open() as book:
        chain_of = walk.along(book.execute(_LINES))
    return Checked(walk.lines, walk.head, (*walk.findings, *_beside(anchor, walk.head, chain_of, walk.lines)))


class _Walk:
    """One reading from the first line to the last."""

    def __init__(self) -> None:
        self.lines, self.head = 0, Head(0, FIRST)
        self.findings: list[Finding] = []

    def along(self, lines: Iterable[Line] | sqlite3.Cursor) -> dict[int, str]:
        """Number -> hash. After a fault it goes on from the line as it stands: one edit is one fault, not all."""
        found = {}
        for number, at, who, what, detail, chain in lines:
            if number != self.head.number + 1:
                self.findings.append(Finding(Fault.GAP, self.head.number + 1, number - 1))
            elif linked(self.head.hash, number, at, who, what, detail) != chain:
                self.findings.append(Finding(Fault.CHANGED, number, number))
            self.head, self.lines = Head(number, chain), self.lines + 1
            found[number] = chain
        return found


def _beside(anchor: Anchor | None, head: Head, chain_of: dict[int, str], lines: int) -> Iterator[Finding]:
    """What the anchor knows better."""
    try:
        known = anchor.read() if anchor else None
    except ForgedAnchor:
        yield Finding(Fault.ANCHOR_FORGED, 0, 0)
        return
    if known is None:
        if lines:
            yield Finding(Fault.NO_ANCHOR, 0, 0)
    elif known.number > head.number:
        yield Finding(Fault.CUT_OFF, head.number + 1, known.number)
    elif known.number and chain_of.get(known.number) != known.hash:
        yield Finding(Fault.WRITTEN_ANEW, 1, known.number)
