"""Files that a page offers, made when they are fetched, and handed only to the session they were offered to.

Streamlit's own downloads have no sign-in, and two of its files may share an address; hence this one way out.
"""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.words import say

KEPT_SECONDS = 15 * 60
MOST_OFFERS = 2_000
"""Of all sessions together; the oldest go first. An offer holds no bytes, so they are cheap."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One file. `make` gets the person as they are when they fetch it, and checks again what they may."""

    make: Callable[[Actor], bytes]
    file_name: str
    media_type: str
    deed: Deed
    actor: Actor
    session: str | None  # None: the demo, where nobody signs in
    until: float


class Shelf:
    """The offers of one process. `who` gives the actor of a session that is valid now; `fetched` hears of each."""

    def __init__(
        self,
        who: Callable[[Request], tuple[str | None, Actor | None]],
        fetched: Callable[[Actor, str], None] = lambda actor, what: None,
    ) -> None:
        self._who = who
        self._fetched = fetched
        self._offers: OrderedDict[str, Offer] = OrderedDict()
        self._lock = Lock()

    @property
    def route(self) -> Route:
        return Route("/download/{id}", self._hand_out)

    def put(
        self,
        make: Callable[[Actor], bytes],
        *,
        file_name: str,
        media_type: str,
        deed: Deed,
        actor: Actor,
        session: str | None,
    ) -> str:
        """The address of the file, for a quarter of an hour. Nobody can guess it, and nobody else can use it."""
        id_ = secrets.token_urlsafe(32)
        offer = Offer(make, file_name, media_type, deed, actor, session, time.monotonic() + KEPT_SECONDS)
        with self._lock:
            self._offers[id_] = offer
            while len(self._offers) > MOST_OFFERS:
                self._offers.popitem(last=False)
        return f"/download/{id_}"

    async def _hand_out(self, request: Request) -> Response:
        """The file, or the same quiet sentence for an unknown, an old and another's address."""
        with self._lock:
            offer = self._offers.get(request.path_params["id"])
        session, actor = self._who(request)
        if offer is None or offer.until < time.monotonic() or offer.session != session:
            return _not_there()
        actor = actor or offer.actor
        try:
            actor.must(offer.deed)
            content = await run_in_threadpool(offer.make, actor)
        except Refusal:
            return _not_there()
        self._fetched(actor, f"{offer.deed} {offer.media_type}")  # its name may be an office's, and tell of people
        headers = {
            "content-disposition": f"attachment; filename*=UTF-8''{quote(offer.file_name)}",
            "cache-control": "no-store",
        }
        return Response(content, media_type=offer.media_type, headers=headers)


def _not_there() -> Response:
    return PlainTextResponse(say("sign_in.told_refused"), 404)
