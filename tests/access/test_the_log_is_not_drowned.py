"""Whoever hammers at the gate fills neither the disk nor the log; how many lines were left out stands in it."""

from pathlib import Path

from monitoring.access.log import Log
from monitoring.access.refusal_notes import MOST_AT_ONCE, RefusalNotes
from monitoring.access.staff_file import StaffFile


class Clock:
    at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_thousand_at_once_are_written_down_and_the_rest_are_counted(tmp_path: Path):
    clock, log = Clock(), Log(StaffFile(tmp_path / "people.sqlite"))
    notes = RefusalNotes(log, clock)
    for _ in range(MOST_AT_ONCE + 7):
        notes.note("no_session", "-")
    clock.at = 2.0
    notes.note("too_large", "Ana")

    newest = [(each.who, each.what, each.detail) for each in log.newest(MOST_AT_ONCE + 10)]
    assert newest == [
        ("Ana", "refused", "too_large"),
        ("-", "refused_many", "7"),
        *[("-", "refused", "no_session")] * MOST_AT_ONCE,
    ]
