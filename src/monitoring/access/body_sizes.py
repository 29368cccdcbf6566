"""How much a browser may send: in one request, and as uploads of one session. Looks at no content.

Streamlit keeps uploads in memory, under any name that the browser invents; without a limit one session could fill it.
"""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock

from starlette.datastructures import Headers

LARGEST_UPLOAD = 25 * 1024 * 1024
LARGEST_FORM = 64 * 1024
"""A name, a password and a code fit many times over."""

_FRAMING = 64 * 1024
"""What a browser puts around a file."""

MOST_UPLOADS = 60
MOST_UPLOADED = 10 * LARGEST_UPLOAD
WITHIN_SECONDS = 15 * 60


def is_too_large(headers: Headers, *, is_upload: bool) -> bool:
    """Whether a request says it brings more than it may, or does not say how much: browsers always do."""
    if "transfer-encoding" in headers:
        return True
    length = headers.get("content-length", "0")
    most = LARGEST_UPLOAD + _FRAMING if is_upload else LARGEST_FORM
    return not length.isdecimal() or int(length) > most


class UploadCounts:
    """Uploads of each session in the last quarter of an hour. `now` gives seconds from any fixed moment."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = Lock()
        self._of: defaultdict[str, deque[tuple[float, int]]] = defaultdict(deque)

    def take(self, session: str, size: int) -> bool:
        """Counts an upload of that many bytes; False, and not counted, where it would be too much."""
        oldest = self._now() - WITHIN_SECONDS
        with self._lock:
            self._forget_before(oldest)
            of_session = self._of[session]
            if len(of_session) >= MOST_UPLOADS or sum(each for _, each in of_session) + size > MOST_UPLOADED:
                return False
            of_session.append((self._now(), size))
            return True

    def _forget_before(self, oldest: float) -> None:
        for session, uploads in list(self._of.items()):
            while uploads and uploads[0][0] < oldest:
                uploads.popleft()
            if not uploads:
                del self._of[session]
