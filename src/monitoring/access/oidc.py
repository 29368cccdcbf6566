"""Signing in with an organisation's own OpenID Connect server: authorization code with PKCE. Keeps no token."""

from collections.abc import Mapping
from typing import Any

from authlib.integrations.starlette_client import OAuth
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from monitoring.access.doorkeeper import Doorkeeper
from monitoring.access.group_roles import actor_of
from monitoring.access.oidc_providers import Provider
from monitoring.access.people import PeopleBook
from monitoring.domain.people import Actor

_PENDING_COOKIE = "monitoring-oidc"
_PENDING_SECONDS = 600


class OidcRoutes:
    """`/oidc/ID/start` and `/oidc/ID/back` of each provider."""

    def __init__(self, providers: tuple[Provider, ...], keeper: Doorkeeper, people: PeopleBook, secret: str) -> None:
        """`secret` signs the cookie that holds the way back for ten minutes; it holds nothing about a person."""
        self._providers = {provider.id: provider for provider in providers}
        self._keeper = keeper
        self._people = people
        self._secret = secret
        self._clients = OAuth()
        for provider in providers:
            self._clients.register(
                provider.id,
                client_id=provider.client_id,
                client_secret=provider.client_secret_file.read_text(encoding="utf-8").strip(),
                server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
                client_kwargs={"scope": provider.scope, "code_challenge_method": "S256"},
            )

    @property
    def routes(self) -> list[Mount]:
        pending = Middleware(
            SessionMiddleware,
            secret_key=self._secret,
            session_cookie=_PENDING_COOKIE,
            max_age=_PENDING_SECONDS,
            path="/oidc",
            same_site="lax",
            https_only=self._keeper.door.is_https,
        )
        ways = [Route("/{id}/start", self._start), Route("/{id}/back", self._back)]
        return [Mount("/oidc", routes=ways, middleware=[pending])]

    async def _start(self, request: Request) -> Response:
        """To the provider's own page. Its address is the one thing outside that a browser is ever sent to."""
        provider = self._providers.get(request.path_params["id"])
        if provider is None:
            return self._keeper.turn_away("told_refused", 404, "unknown_provider")
        client = self._clients.create_client(provider.id)
        back = f"{self._address_of(request)}/oidc/{provider.id}/back"
        answer: Response = await client.authorize_redirect(request, back)
        return answer

    async def _back(self, request: Request) -> Response:
        """Whoever comes back is let in with exactly the role of their groups, or turned away with one sentence."""
        provider = self._providers.get(request.path_params["id"])
        if provider is None:
            return self._keeper.turn_away("told_refused", 404, "unknown_provider")
        try:
            token = await self._clients.create_client(provider.id).authorize_access_token(request)
            claims: dict[str, Any] = token["userinfo"]
        except Exception as error:  # a forged, stale or replayed answer: whatever is wrong with it, nobody comes in
            return self._keeper.turn_away("told_refused", 403, f"answer_refused {type(error).__name__}")
        person = self._person(provider, claims)
        if person is None:
            return self._keeper.turn_away("told_refused", 403, f"no_single_role {provider.id}")
        return self._keeper.let_in(person.name, f"oidc {provider.id}")

    def _person(self, provider: Provider, claims: Mapping[str, Any]) -> Actor | None:
        """The person, kept under provider, issuer and subject: names and addresses may change hands."""
        groups = claims.get(provider.groups_claim) or ()
        name = str(claims.get("preferred_username") or claims.get("email") or claims["sub"])
        listed = [str(group) for group in groups] if isinstance(groups, list | tuple) else [str(groups)]
        wanted = actor_of(f"{name} ({provider.label})", listed, provider.groups)
        subject = f"{provider.id} {claims['iss']} {claims['sub']}"
        return self._people.known_elsewhere(subject, wanted) if wanted else None

    def _address_of(self, request: Request) -> str:
        host = request.headers["host"]
        return next(address for address in self._keeper.door.addresses if address.endswith(f"//{host}"))
