"""What the gate lets through, asked of a real server."""

import httpx2
import pytest
from real_server import PEOPLE, REFUSED, Server, run_aside
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

NOBODY = {"/": 401, "/housing": 401, "/media/abc.csv": 401, "/_stcore/host-config": 401, "/download/guess": 401}
CLOSED = ["/_stcore/metrics", "/_stcore/agent/x", "/auth/login", "/oauth2callback", "/_stcore/script-health-check"]


def stream(server: Server, **headers: str) -> int:
    """The status that the websocket of the pages answers with; 101 is let in."""

    async def attempt() -> int:
        address = server.address.replace("http", "ws") + "/_stcore/stream"
        try:
            async with connect(address, additional_headers=headers, subprotocols=["streamlit"]):
                return 101
        except InvalidStatus as refused:
            return refused.response.status_code

    return run_aside(attempt())


def cookie(client: httpx2.Client) -> str:
    return f"monitoring={client.cookies['monitoring']}"


@pytest.mark.parametrize("path", NOBODY)
def test_nobody_sees_anything_without_signing_in(server: Server, path: str):
    with server.client() as client:
        assert (client.get(path).status_code, client.get(path).text) == (NOBODY[path], REFUSED)


def test_a_browser_without_a_session_is_led_to_the_sign_in(server: Server):
    with server.client() as client:
        answer = client.get("/housing", headers={"accept": "text/html"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


@pytest.mark.parametrize("who", [None, "manager", "administrator"])
@pytest.mark.parametrize("path", CLOSED)
def test_routes_that_nobody_needs_are_closed_to_everybody(server: Server, path: str, who: str | None):
    with server.signed_in(who) if who else server.client() as client:
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/static/..%2f..%2fetc/passwd", "//etc/passwd", "/static/%2e%2e/%2e%2e/etc/passwd", "/..\\secret"]
)
def test_paths_that_climb_lead_nowhere(server: Server, path: str):
    with server.client() as client:
        assert client.get(path).status_code in (400, 401, 404)


def test_the_websocket_opens_for_a_session_and_for_nobody_else(server: Server):
    with server.signed_in("funder") as client:
        own = cookie(client)
    spoofed = {"x-monitoring-session": "guess." + "0" * 64}

    assert {
        "nobody": stream(server, origin=server.address),
        "forged cookie": stream(server, origin=server.address, cookie="monitoring=forged"),
        "spoofed header": stream(server, origin=server.address, **spoofed),
        "another site's page": stream(server, origin="https://example.org", cookie=own),
        "no origin": stream(server, cookie=own),
        "signed in": stream(server, origin=server.address, cookie=own),
    } == {
        "nobody": 403,
        "forged cookie": 403,
        "spoofed header": 403,
        "another site's page": 403,
        "no origin": 403,
        "signed in": 101,
    }


def test_a_request_for_another_host_is_refused(server: Server):
    with server.client() as client:
        assert client.get("/sign-in", headers={"host": "evil.example"}).status_code == 400


def test_a_form_sent_by_another_site_is_refused(server: Server):
    with server.client() as client:
        answer = client.post("/sign-in", data=server.form("funder"), headers={"origin": "https://evil.example"})

    assert (answer.status_code, answer.cookies.get("monitoring")) == (403, None)


@pytest.mark.parametrize("who", [who for who in PEOPLE if who not in ("manager", "office_md", "office_ng")])
def test_only_those_who_hand_in_may_upload(server: Server, who: str):
    with server.signed_in(who) as client:
        assert client.put("/_stcore/upload_file/session/file", content=b"x").status_code == 403


def test_every_answer_forbids_the_browser_to_load_from_elsewhere(server: Server):
    with server.signed_in("funder") as client:
        policies = {path: client.get(path).headers["content-security-policy"] for path in ("/", "/sign-in", "/nowhere")}

    assert len(set(policies.values())) == 1
    assert "default-src 'self'" in policies["/"]
    assert "unsafe-eval'" not in policies["/"].replace("wasm-unsafe-eval'", "")
    assert "http" not in policies["/"]


def test_what_is_refused_stands_in_the_log_without_what_was_typed(server: Server):
    with server.client() as client:
        client.get("/media/canary-5571")

    assert ("-", "refused", "no_session") in server.logged
    assert "canary-5571" not in str(server.logged)
