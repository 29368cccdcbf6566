"""Signing in with an organisation's OpenID Connect server: a real one over HTTP, two of them where one could cheat."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from real_server import REFUSED, Server, add_people, serve, wait_for

PROVIDER = """
[{id}]
label = "{label}"
issuer = "{issuer}"
client_id = "monitoring"
client_secret_file = "{secret}"
scope = "openid profile email groups"
groups_claim = "groups"

[{id}.groups.{managers}]
role = "programme_manager"

[{id}.groups.office-md]
role = "country_office"
country = "MD"

[{id}.groups.office-ng]
role = "country_office"
country = "NG"
"""


GROUPS = {
    "main": {
        "alice": ["managers", "choir"],
        "omar": ["office-md", "office-ng"],
        "mallory": ["partner-managers", "administrators"],
        "bo": ["managers", "office-md"],
    },
    "partner": {"alice": ["managers"]},  # a partner's server that says it has one of our managers
}


@pytest.fixture(scope="module")
def issuers() -> Iterator[dict[str, str]]:
    """Name to address of two organisations' sign-in servers, each a process of its own."""
    with ExitStack() as running:
        yield {name: running.enter_context(sign_in_server(groups)) for name, groups in GROUPS.items()}


@contextmanager
def sign_in_server(groups: dict[str, list[str]]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    users = [json.dumps({"sub": sub, "preferred_username": sub, "groups": of}) for sub, of in groups.items()]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    for claims in users:
        command += ["--user-claims", claims]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as process:
        address = f"http://localhost:{port}"
        try:
            wait_for(process, f"{address}/.well-known/openid-configuration")
            yield address
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def server(issuers: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("oidc")
    add_people(folder / "data")
    secret = folder / "secret"
    secret.write_text("not-a-real-secret\n")
    managers = {"main": "managers", "partner": "partner-managers"}
    tables = [
        PROVIDER.format(id=name, label=name.title(), issuer=issuer, secret=secret, managers=managers[name])
        for name, issuer in issuers.items()
    ]
    declared = folder / "oidc.toml"
    declared.write_text("\n".join(tables))
    yield from serve(folder, MONITORING_OIDC=str(declared), AUTHLIB_INSECURE_TRANSPORT="1")


def go(client: httpx2.Client, provider: str, sub: str) -> httpx2.Response:
    """Through the provider's own page and back: what our server answers in the end."""
    to_provider = client.get(f"/oidc/{provider}/start")
    asked = to_provider.headers["location"]
    with httpx2.Client() as elsewhere:
        back = elsewhere.post(asked, data={"sub": sub}).headers["location"]
    return client.get(back)


def test_whoever_is_in_one_of_our_groups_comes_in_with_its_role(server: Server):
    with server.client() as client:
        answer = go(client, "main", "alice")
        page = client.get("/")
    people = {person.name: person.role.value for person, _ in server.people.all()}

    assert (answer.status_code, answer.headers.get("location"), page.status_code) == (303, "/", 200)
    assert people["alice (Main)"] == "programme_manager"


def test_an_office_gets_exactly_its_countries(server: Server):
    with server.client() as client:
        go(client, "main", "omar")
    (office,) = [person for person, _ in server.people.all() if person.name == "omar (Main)"]

    assert (office.role.value, office.countries) == ("country_office", {"MD", "NG"})


@pytest.mark.parametrize(
    ("provider", "sub"),
    [("main", "mallory"), ("main", "bo"), ("partner", "alice")],
    ids=["unknown groups", "two roles at once", "a partner's server naming our group"],
)
def test_whose_role_is_not_exactly_one_stays_outside(server: Server, provider: str, sub: str):
    with server.client() as client:
        answer = go(client, provider, sub)

        assert (answer.status_code, REFUSED in answer.text, client.get("/").status_code) == (403, True, 401)
    refused = next(detail for _, what, detail in server.logged if what == "sign_in_refused")
    assert refused == f"no_single_role {provider}"


def test_whoever_is_disabled_here_stays_outside_whatever_their_server_says(server: Server):
    with server.client() as client:
        go(client, "main", "alice")
        server.people.disable("alice (Main)")
        again = go(client, "main", "alice")
        server.people.enable("alice (Main)")

    assert again.status_code == 403


def test_a_forged_answer_lets_nobody_in(server: Server):
    with server.client() as client:
        client.get("/oidc/main/start")
        forged = client.get("/oidc/main/back?code=guess&state=guess")
        without_start = httpx2.get(f"{server.address}/oidc/main/back?code=guess&state=guess")

        assert (forged.status_code, without_start.status_code, client.get("/").status_code) == (403, 403, 401)
    assert (REFUSED in forged.text, REFUSED in without_start.text) == (True, True)
    assert [what for _, what, detail in server.logged[:3] if detail.startswith("answer_refused")] == [
        "sign_in_refused"
    ] * 2


def test_an_answer_is_good_once_and_in_the_browser_that_asked(server: Server):
    with server.client() as client, server.client() as thief, httpx2.Client() as elsewhere:
        asked = client.get("/oidc/main/start").headers["location"]
        back = elsewhere.post(asked, data={"sub": "alice"}).headers["location"]

        assert thief.get(back).status_code == 403
        assert client.get(back).status_code == 303
        assert client.get(back).status_code == 403


def test_the_code_is_bound_by_a_proof_of_key(server: Server):
    with server.client() as client:
        asked = parse_qs(urlsplit(client.get("/oidc/main/start").headers["location"]).query)

    assert asked["code_challenge_method"] == ["S256"]
    assert {"code_challenge", "nonce", "state"} <= asked.keys()


def test_an_unknown_provider_is_refused(server: Server):
    with server.client() as client:
        assert client.get("/oidc/nobody/start").status_code == 404


def test_a_file_that_cannot_be_used_is_said_to_be_so(tmp_path: Path):
    from monitoring.access.oidc_providers import read_providers
    from monitoring.domain.refusal import Refusal

    file = tmp_path / "oidc.toml"
    file.write_text('[main]\nlabel = "Main"\n')

    with pytest.raises(Refusal) as refused:
        read_providers(file)

    assert (refused.value.reason, refused.value.facts["key"]) == ("bad_oidc_file", "issuer")
