"""Refusals at the gate on their way into the log: each one, until somebody hammers. Holds nothing they asked for."""

import time
from collections.abc import Callable
from threading import Lock

from monitoring.access.log import Log

NOBODY = "-"
"""Stands for whoever is not known."""

MOST_AT_ONCE = 1_000
PER_SECOND = 1.0
"""Whoever hammers at the gate is to fill neither the disk nor the log; how many were left out is said in it."""


class RefusalNotes:
    """One for a process. `now` gives seconds from any fixed moment."""

    def __init__(self, log: Log, now: Callable[[], float] = time.monotonic) -> None:
        self._log = log
        self._now = now
        self._lock = Lock()
        self._room, self._left_out, self._counted_at = float(MOST_AT_ONCE), 0, now()

    def note(self, why: str, who: str, what: str = "refused") -> None:
        """Adds a line (`what` is its event), and before it one that says how many had no room."""
        with self._lock:
            now = self._now()
            self._room = min(MOST_AT_ONCE, self._room + (now - self._counted_at) * PER_SECOND)
            self._counted_at = now
            if self._room < 1:
                self._left_out += 1
                return
            self._room -= 1
            left_out, self._left_out = self._left_out, 0
        if left_out:
            self._log.add(NOBODY, "refused_many", str(left_out))
        self._log.add(who, what, why)
