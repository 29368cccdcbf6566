"""Which sign-in opened which tab's page on the server, so that nobody's browser takes up a tab of somebody else.

After a dropped line a browser names the page it had, and Streamlit hands it over to whoever names it: what was chosen
and typed there too. Holds names of tabs, nothing of what is in them.
"""

from collections import OrderedDict
from threading import Lock

_PROTOCOLS = b"sec-websocket-protocol"
_MOST = 10_000
"""Tabs remembered; an older one is no longer taken up but begins anew, which loses no draft."""

Pairs = list[tuple[bytes, bytes]]


class Tabs:
    """Of one process, which is where the pages live too."""

    def __init__(self) -> None:
        self._opened_by: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def note(self, tab: str, session: str) -> None:
        """The first session seen in a tab is its own, for good."""
        with self._lock:
            self._opened_by.setdefault(tab, session)
            self._opened_by.move_to_end(tab)
            while len(self._opened_by) > _MOST:
                self._opened_by.popitem(last=False)

    def only_own(self, headers: Pairs, session: str) -> Pairs:
        """The headers of an opening websocket, without the tab they name unless this session opened it.

        Browsers name it as the third of the protocols they offer (Streamlit 1.67, `_parse_subprotocols`).
        """
        return [(name, self._own(value, session) if name.lower() == _PROTOCOLS else value) for name, value in headers]

    def _own(self, protocols: bytes, session: str) -> bytes:
        offered = protocols.decode("latin-1").split(",")
        with self._lock:
            is_own = len(offered) > 2 and self._opened_by.get(offered[2].strip()) == session
        return protocols if is_own else ",".join(offered[:2]).encode("latin-1")
