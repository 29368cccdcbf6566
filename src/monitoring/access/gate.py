"""The gate in front of everything the server answers: pages, websocket, media, uploads. What is not let in is refused.

Holds no passwords and shows no pages. Any error inside it means refused.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monitoring.access import paths
from monitoring.access.body_sizes import is_too_large
from monitoring.access.door import SESSION_HEADER, Door
from monitoring.access.refusal_notes import NOBODY
from monitoring.access.sessions import Session, id_of
from monitoring.domain.people import Deed
from monitoring.words import say

_OURS = b"x-monitoring-"
_READING = ("GET", "HEAD")


class _Refused(Exception):
    """Why and whom, for the log, and the status that the browser gets; 401 leads a page to where one can sign in."""

    def __init__(self, why: str, status: int, way_in: str = paths.SIGN_IN, session: Session | None = None) -> None:
        super().__init__(why)
        self.status = status
        self.way_in = way_in
        self.who = session.actor.name if session else NOBODY


class Gate:
    """ASGI middleware. See `Door` for what it goes by."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door
        self._addresses = {urlsplit(address).netloc: address for address in door.addresses}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        try:
            session = self._let_in(scope, Headers(scope=scope))
        except Exception as error:
            refused = error if isinstance(error, _Refused) else _Refused("gate_failed", 403)
            self._door.refused(str(refused), refused.who)
            await _refuse(refused, scope, receive, self._with_headers(send))
            return
        if scope["type"] == "websocket":
            await self._app(self._marked(scope, session), self._watched(receive, session), send)
            return
        answering = _Answering(self._with_headers(send))
        try:
            await self._app(self._marked(scope, session), receive, answering)
        except Exception as error:  # or the server would print its text, which may quote a cell
            number = self._door.failed(session.actor.name if session else NOBODY, error)
            if not answering.has_begun:
                sentence = PlainTextResponse(say("screens.failed.sentence", number=number), 500)
                await sentence(scope, receive, answering)

    def _let_in(self, scope: Scope, headers: Headers) -> Session | None:
        """The session of a request that may pass. Raises _Refused; whatever else is raised refuses too."""
        path = scope["path"]
        if (
            path == paths.HEALTH and scope.get("method") in _READING
        ):  # whoever watches over the server calls it by any name, and hears one word
            return None
        self._check_address(scope, path, headers)
        if path in paths.PUBLIC or path.startswith(paths.PUBLIC_BELOW) or self._door.open_to_all:
            return None
        token = cookie_parser(headers.get("cookie", "")).get(self._door.cookie)
        session = self._door.find(id_of(token), True) if token else None
        if session is None:
            raise _Refused("no_session", 401)
        if session.needs and path not in paths.FOR_THE_HALF_SIGNED_IN:
            raise _Refused("sign_in_unfinished", 401, paths.ACCOUNT, session)
        if path.startswith(paths.UPLOADS):
            self._check_upload(scope, session, headers)
        return session

    def _check_upload(self, scope: Scope, session: Session, headers: Headers) -> None:
        if not session.actor.may(Deed.HAND_IN):
            raise _Refused("upload_not_allowed", 403, session=session)
        size = int(headers.get("content-length", "0"))
        if scope["method"] == "PUT" and not self._door.may_upload(session.id, size):
            raise _Refused("too_many_uploads", 429, session=session)

    def _check_address(self, scope: Scope, path: str, headers: Headers) -> None:
        """Asked for by our own name, on a path that is open at all, and from our own page if it changes something."""
        address = self._addresses.get(headers.get("host", ""))
        if address is None or "//" in path or "/.." in path or "\\" in path:
            raise _Refused("foreign_host_or_path", 400)
        if path.startswith(paths.CLOSED_BELOW):
            raise _Refused("closed_route", 404)
        is_reading = scope["type"] == "http" and scope["method"] in _READING
        if not is_reading and headers.get("origin") != address:
            raise _Refused("foreign_origin", 403)
        if is_too_large(headers, is_upload=path.startswith(paths.UPLOADS)):
            raise _Refused("too_large", 413)

    def _marked(self, scope: Scope, session: Session | None) -> Scope:
        """The request as pages see it: nobody but the gate says whose it is."""
        headers = [(name, value) for name, value in scope["headers"] if not name.lower().startswith(_OURS)]
        if session is not None:
            headers = self._door.only_own_tab(headers, session.id)
            headers.append((SESSION_HEADER.encode(), self._door.mark_of(session).encode()))
        return {**scope, "headers": headers}

    def _watched(self, receive: Receive, session: Session | None) -> Receive:
        """Each message of an open websocket is let in anew. Whoever was signed out meanwhile is not heard any more:

        instead the page runs from its beginning, finds nobody there, and clears the screen. Cutting the line would
        leave everything on it.
        """

        async def watched() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive" or self._door.open_to_all:
                return message
            by_hand = self._door.is_by_hand(message.get("bytes") or b"")
            still = self._door.find(session.id, by_hand) if session else None
            if still is None or still.needs:
                self._door.refused("session_ended", session.actor.name if session else NOBODY)
                return {"type": "websocket.receive", "bytes": self._door.run_anew}
            return message

        return watched

    def _with_headers(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in self._door.headers:
                    headers[name.decode()] = value.decode()
            await send(message)

        return sending


class _Answering:
    """Passes an answer on, and knows whether it has begun: then it is too late for another."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.has_begun = False

    async def __call__(self, message: Message) -> None:
        self.has_begun = True
        await self._send(message)


async def _refuse(refused: _Refused, scope: Scope, receive: Receive, send: Send) -> None:
    """A page in a browser goes to the sign-in; everything else hears one quiet sentence."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    wants_page = "text/html" in Headers(scope=scope).get("accept", "") and scope["method"] in _READING
    if refused.status == 401 and wants_page:
        await RedirectResponse(refused.way_in, 303)(scope, receive, send)
    else:
        await PlainTextResponse(say("sign_in.told_refused"), refused.status)(scope, receive, send)
