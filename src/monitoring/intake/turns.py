"""How many workbooks are checked at the same time: two, however many people hand in. The others wait, or are told so.

Each child may take a gigabyte, and the checking after it some hundred megabytes; eight at once would take the machine
down, and with two cores they would not be done any earlier.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from monitoring.intake.preflight import Refused


class Turns:
    """So many at once; so many more wait, for so many seconds each."""

    def __init__(self, at_once: int = 2, waiting: int = 20, seconds: float = 120.0) -> None:
        self._places = BoundedSemaphore(at_once)
        self._lock = Lock()
        self._waiting = 0
        self._most_waiting = waiting
        self._seconds = seconds

    @contextmanager
    def take(self, tell: Callable[[str], None]) -> Iterator[None]:
        """Waits for a place, and tells "waiting" if it must. Raises Refused("too_busy") where the queue is too long."""
        if not self._places.acquire(blocking=False):
            tell("waiting")
            self._queue()
        try:
            yield
        finally:
            self._places.release()

    def _queue(self) -> None:
        with self._lock:
            if self._waiting >= self._most_waiting:
                raise Refused("too_busy")
            self._waiting += 1
        try:
            if not self._places.acquire(timeout=self._seconds):
                raise Refused("too_busy")
        finally:
            with self._lock:
                self._waiting -= 1


TURNS = Turns()
"""Of this process, which is the only one that serves people."""
