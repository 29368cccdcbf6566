"""Signing in, out and leaving, and one's own account: the pages before the dashboard. Sees no survivor's data."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address

import pyotp
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from monitoring.access.accounts import SHORTEST_PASSWORD, Accounts, NotSignedIn, TooManyTries
from monitoring.access.door import Door
from monitoring.access.log import Log
from monitoring.access.oidc_providers import Provider
from monitoring.access.paths import ACCOUNT, LEAVE, LEFT, SIGN_IN, SIGN_OUT
from monitoring.access.refusal_notes import NOBODY, RefusalNotes
from monitoring.access.screens import page
from monitoring.access.sessions import LONGEST_SECONDS, Session, Sessions, id_of
from monitoring.domain.refusal import Refusal
from monitoring.words import say

_LONGEST_FIELD = 200
_ISSUER = "Life after return"


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """The routes of one house. `providers` are offered beside the form."""

    door: Door
    accounts: Accounts
    sessions: Sessions
    log: Log
    notes: RefusalNotes  # what is refused goes through them: whoever hammers at the form is not to fill the log
    providers: tuple[Provider, ...] = ()
    signed_out: Callable[[str], None] = lambda session: None  # hears which session was ended by its person

    @property
    def routes(self) -> list[Route]:
        return [
            Route(SIGN_IN, self._show_sign_in),
            Route(SIGN_IN, self._sign_in, methods=["POST"]),
            Route(SIGN_OUT, self._sign_out),
            Route(ACCOUNT, self._show_account),
            Route(ACCOUNT, self._change_account, methods=["POST"]),
            Route(LEAVE, self._leave),
            Route(LEFT, self._left),
        ]

    def let_in(self, name: str, how: str) -> Response:
        """To the dashboard, with a session that is new: a word known before signing in is worth nothing after it."""
        token = self.sessions.open(name)
        self.log.add(name, "signed_in", how)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            self.door.cookie, token, max_age=LONGEST_SECONDS, httponly=True, samesite="lax", secure=self.door.is_https
        )
        return answer

    def turn_away(self, key: str, status: int, why: str, who: str = NOBODY) -> Response:
        """The sign-in page again, with one quiet sentence; the log has the reason, and whose account it was."""
        self.notes.note(why, who, "sign_in_refused")
        return page("sign_in", status, told=say(f"sign_in.{key}"), providers=self.providers)

    async def _show_sign_in(self, request: Request) -> Response:
        session = self._session(request)
        if session is None:
            return page("sign_in", providers=self.providers)
        return RedirectResponse(ACCOUNT if session.needs else "/", 303)

    async def _sign_in(self, request: Request) -> Response:
        form = await request.form()
        name, password, code = (str(form.get(each, ""))[:_LONGEST_FIELD] for each in ("name", "password", "code"))
        place = request.client.host if request.client else ""
        try:
            await run_in_threadpool(self.accounts.sign_in, name, password, code, place)
        except NotSignedIn:
            return self._turn_away_from(name, place, "told_refused", 403, "wrong_name_password_or_code")
        except TooManyTries:
            return self._turn_away_from(name, place, "told_too_many", 429, "too_many_tries")
        return self.let_in(name, "password")

    def _turn_away_from(self, name: str, place: str, key: str, status: int, why: str) -> Response:
        """The account stands in the log only where it is one: never what else was typed."""
        who = name if self.accounts.is_one(name) else NOBODY
        return self.turn_away(key, status, f"{why} {_address(place)}".strip(), who)

    async def _sign_out(self, request: Request) -> Response:
        return self._forget(request, SIGN_IN)

    async def _leave(self, request: Request) -> Response:
        """The quick exit: signed out, the browser's copies cleared, and an empty page in front."""
        return self._forget(request, LEFT)

    async def _left(self, request: Request) -> Response:
        return Response("<!doctype html><title>New tab</title>", media_type="text/html")

    def _forget(self, request: Request, then: str) -> Response:
        session = self._session(request)
        if session is not None:
            self.sessions.close(session.id)
            self.signed_out(session.id)
            self.log.add(session.actor.name, "signed_out")
        answer = RedirectResponse(then, 303, {"clear-site-data": '"cache", "storage"'})
        answer.delete_cookie(self.door.cookie, httponly=True, samesite="lax", secure=self.door.is_https)
        return answer

    async def _show_account(self, request: Request) -> Response:
        return self._account(request)

    async def _change_account(self, request: Request) -> Response:
        session, form = self._session(request), await request.form()
        if session is None:
            return RedirectResponse(SIGN_IN, 303)
        name, deed = session.actor.name, form.get("deed")
        if deed not in ("everywhere", "password", "second_step"):
            return Response(status_code=400)
        fields = [str(form.get(each, ""))[:_LONGEST_FIELD] for each in ("password", "new_password", "code")]
        try:
            if deed == "everywhere":
                self.sessions.close_all(name)
            elif deed == "password":
                await run_in_threadpool(self.accounts.change_password, name, *fields[:2])
            else:
                self.accounts.confirm_second_step(name, fields[2])
        except NotSignedIn:
            return self._account(request, told=say("sign_in.told_refused"))
        except TooManyTries:
            return self._account(request, told=say("sign_in.told_too_many"))
        except Refusal:
            return self._account(request, told=say("sign_in.told_weak", shortest=SHORTEST_PASSWORD))
        self.log.add(name, "account_changed", str(deed))
        return RedirectResponse(SIGN_IN, 303) if deed == "everywhere" else self.let_in(name, "account changed")

    def _account(self, request: Request, told: str | None = None) -> Response:
        session = self._session(request)
        if session is None:
            return RedirectResponse(SIGN_IN, 303)
        name = session.actor.name
        secret = self.accounts.offered_second_step(name) if session.needs == "second_step" else None
        return page(
            "account",
            name=name,
            needs=session.needs,
            told=told,
            shortest=SHORTEST_PASSWORD,
            has_password=self.accounts.has_password(name),
            secret=secret,
            picture=_picture(name, secret) if secret else None,
        )

    def _session(self, request: Request) -> Session | None:
        token = request.cookies.get(self.door.cookie)
        return self.sessions.find(id_of(token)) if token else None


def _address(place: str) -> str:
    """Where somebody called from, if that is an address at all: a proxy passes on what it is told."""
    try:
        return str(ip_address(place))
    except ValueError:
        return ""


def _picture(name: str, secret: str) -> Markup:
    """The square that an authenticator app reads. Our own drawing, hence the one thing that is markup."""
    import segno  # needed once in an account's life

    address = pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=_ISSUER)
    return Markup(segno.make(address).svg_inline(scale=5))  # noqa: S704  (made of squares, not of what somebody typed)
