"""Work that somebody has begun, kept on the server for their session alone: a dropped line or a new tab finds it again.

Gone with the session: at sign-out at once, after the idle limit within a minute. Nothing of it is ever on disk.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock, Timer
from typing import Protocol, TypeVar, cast

MOST_BYTES = 200_000_000
"""Of all drafts together; the ones longest untouched make room. A workbook of 50,000 rows is some 40 MB."""

_LOOKED_THROUGH_EVERY = 60.0


class Draft(Protocol):
    """What can be kept: it knows its size, and lets go of what is large while the person still finds a word of it."""

    @property
    def size(self) -> int: ...

    def make_room(self) -> None: ...


Kept = TypeVar("Kept", bound=Draft)


class Drafts:
    """The drafts of one process, by session. `is_open` says whether a session is valid at this moment."""

    def __init__(self, is_open: Callable[[str], bool], *, most_bytes: int = MOST_BYTES) -> None:
        self._is_open = is_open
        self._most_bytes = most_bytes
        self._drafts: OrderedDict[str, Draft] = OrderedDict()
        self._lock = Lock()
        self._clock: Timer | None = None

    def of(self, session: str, begin: Callable[[], Kept]) -> Kept:
        """The session's draft, begun where there is none. Whatever was touched last makes room last."""
        with self._lock:
            draft = self._drafts.get(session)
            if draft is None:
                draft = self._drafts[session] = begin()
            self._drafts.move_to_end(session)
            self._make_room()
            self._wind_up()
        return cast("Kept", draft)

    def forget(self, session: str) -> None:
        """Lets go of a session's draft: they signed out."""
        with self._lock:
            self._drafts.pop(session, None)

    def tidy(self) -> None:
        """Lets go of the drafts of sessions that have ended."""
        with self._lock:
            sessions = list(self._drafts)
        for session in sessions:
            if not self._is_open(session):
                self.forget(session)

    def __len__(self) -> int:
        return len(self._drafts)

    def _make_room(self) -> None:
        """All but the draft in hand, the longest untouched first."""
        sizes = {session: draft.size for session, draft in self._drafts.items()}
        too_many = sum(sizes.values()) - self._most_bytes
        for session in list(sizes)[:-1]:
            if too_many <= 0:
                return
            if sizes[session]:
                self._drafts[session].make_room()
                too_many -= sizes[session]

    def _wind_up(self) -> None:
        """While there are drafts, they are looked through: nobody else may come by to let go of them."""
        if self._clock is None and self._drafts:
            self._clock = Timer(_LOOKED_THROUGH_EVERY, self._look_through)
            self._clock.daemon = True
            self._clock.start()

    def _look_through(self) -> None:
        try:
            self.tidy()
        finally:
            with self._lock:
                self._clock = None
                self._wind_up()
