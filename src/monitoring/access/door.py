"""What the gate goes by: addresses, the cookie, the secret between gate and pages. Decides nothing itself."""

from collections.abc import Callable
from dataclasses import dataclass
from hmac import compare_digest

from monitoring.access.headers import Headers
from monitoring.access.sessions import Session

Pairs = list[tuple[bytes, bytes]]

SESSION_HEADER = "x-monitoring-session"
"""Tells the pages whose request this is: the process's own secret, a dot, the session's id."""


@dataclass(frozen=True, slots=True)
class Door:
    """What the gate goes by. `addresses` is how browsers reach the server, such as https://monitor.example.org."""

    addresses: tuple[str, ...]
    cookie: str
    secret: str
    headers: Headers
    find: Callable[[str, bool], Session | None]  # the valid session of an id; True: its idle time starts anew
    refused: Callable[[str, str], None]  # hears why and whom, for the log
    failed: Callable[[str, BaseException], str]  # hears whose request went wrong and how; gives the reference number
    may_upload: Callable[[str, int], bool]  # whether a session may upload that many bytes more
    is_by_hand: Callable[[bytes], bool]  # whether a websocket's message is a sign of the person
    only_own_tab: Callable[[Pairs, str], Pairs]  # a request's headers, without a tab that another session opened
    run_anew: bytes  # the message that makes a page run from its beginning, where it asks again who is there
    open_to_all: bool = False  # the demo, on invented data

    @property
    def is_https(self) -> bool:
        """Whether browsers come over TLS: then the cookie is sent over nothing else."""
        return all(address.startswith("https://") for address in self.addresses)

    def mark_of(self, session: Session) -> str:
        """The header's value for a session."""
        return f"{self.secret}.{session.id}"

    def session_in(self, mark: str) -> str | None:
        """The session's id in a header's value; None where it was not the gate that wrote it."""
        secret, _, session = mark.partition(".")
        return session if compare_digest(secret.encode(), self.secret.encode()) and session else None
