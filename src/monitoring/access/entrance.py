"""Everything between the street and the pages, put together: accounts, sessions, log, door and gate of one house."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from monitoring.access.accounts import Accounts
from monitoring.access.body_sizes import UploadCounts
from monitoring.access.door import SESSION_HEADER, Door
from monitoring.access.doorkeeper import Doorkeeper
from monitoring.access.drafts import Drafts
from monitoring.access.failures import noted
from monitoring.access.gate import Gate
from monitoring.access.headers import Headers
from monitoring.access.log import Log
from monitoring.access.oidc_providers import read_providers
from monitoring.access.paths import HEALTH
from monitoring.access.people import PeopleBook
from monitoring.access.refusal_notes import RefusalNotes
from monitoring.access.sessions import Session, Sessions
from monitoring.access.shelf import Shelf
from monitoring.access.tabs import Tabs
from monitoring.domain.people import Actor


@dataclass(frozen=True, slots=True)
class Messages:
    """What the gate must know of the dashboard's own language over the websocket."""

    is_by_hand: Callable[[bytes], bool]
    run_anew: bytes


class Entrance:
    """Made once a process. `addresses` is how browsers reach it; `headers` go with every answer."""

    def __init__(
        self,
        people: PeopleBook,
        addresses: tuple[str, ...],
        headers: Headers,
        messages: Messages,
        *,
        oidc_file: Path | None = None,
        open_to_all: bool = False,
        is_well: Callable[[], bool] = lambda: True,
    ) -> None:
        """`is_well`: asked by whoever watches over the server. Raises Refusal for an unusable OpenID Connect file."""
        self.accounts = Accounts(people.file)
        self.sessions = Sessions(people)
        self.log = Log(people.file)
        self.tabs = Tabs()
        self._is_well = is_well
        notes = RefusalNotes(self.log)
        is_https = all(address.startswith("https://") for address in addresses)
        self.door = Door(
            addresses=addresses,
            cookie="__Host-monitoring" if is_https else "monitoring",
            secret=secrets.token_urlsafe(32),
            headers=headers,
            find=lambda session, is_active: self.sessions.find(session, is_active=is_active),
            refused=notes.note,
            failed=lambda who, error: noted(self.log, who, error),
            may_upload=UploadCounts().take,
            only_own_tab=self.tabs.only_own,
            is_by_hand=messages.is_by_hand,
            run_anew=messages.run_anew,
            open_to_all=open_to_all,
        )
        self.shelf = Shelf(self._who_asks, lambda actor, what: self.log.add(actor.name, "file_fetched", what))
        self.drafts = Drafts(lambda session: self.sessions.find(session) is not None)
        providers = read_providers(oidc_file)
        self.keeper = Doorkeeper(
            self.door, self.accounts, self.sessions, self.log, notes, providers, self.drafts.forget
        )
        self._elsewhere: list[BaseRoute] = [Mount("/oidc", routes=[])]  # public, so never left to what comes after
        if providers:
            from monitoring.access.oidc import OidcRoutes  # brings an HTTP client, of use only where there are servers

            routes = OidcRoutes(providers, self.keeper, people, secrets.token_urlsafe(32)).routes
            self._elsewhere = [*routes]

    @property
    def middleware(self) -> tuple[Middleware, ...]:
        return (Middleware(Gate, door=self.door),)

    @property
    def routes(self) -> list[BaseRoute]:
        return [*self.keeper.routes, self.shelf.route, Route(HEALTH, self._health), *self._elsewhere]

    def session_of(self, mark: str | None) -> Session | None:
        """Whose request carries this mark of the gate, if they are signed in now, and wholly."""
        id_ = self.door.session_in(mark or "")
        session = self.sessions.find(id_) if id_ else None
        return None if session is None or session.needs else session

    async def _health(self, request: Request) -> Response:
        """One word, for whoever watches over the server; nothing about what is in it."""
        try:
            is_well = await run_in_threadpool(self._is_well)
        except Exception:  # whatever it is, the answer is no
            is_well = False
        return PlainTextResponse("ok" if is_well else "not well", 200 if is_well else 503)

    def _who_asks(self, request: Request) -> tuple[str | None, Actor | None]:
        session = self.session_of(request.headers.get(SESSION_HEADER))
        return (session.id, session.actor) if session else (None, None)
