"""Whatever is wrong, whoever tries hears the same quiet sentence, the log has an entry, and nothing else happens.

Uploads and the answers of other sign-in servers have files of their own beside this one.
"""

import time
from collections.abc import Callable, Iterator

import httpx2
import pytest
from real_server import PASSWORD, PEOPLE, REFUSED, Server

from monitoring.access.log import Entry, Log
from monitoring.access.sessions import Sessions

FRIDA = PEOPLE["funder"].name
Try = Callable[[Server, httpx2.Client], httpx2.Response]


def with_session(token: str) -> Callable[[httpx2.Client], httpx2.Response]:
    def ask(client: httpx2.Client) -> httpx2.Response:
        client.cookies.set("monitoring", token)
        return client.get("/housing")

    return ask


def expired(server: Server, client: httpx2.Client) -> httpx2.Response:
    """A session that was opened nine hours ago."""
    return with_session(Sessions(server.people, lambda: time.time() - 9 * 3600).open(FRIDA))(client)


def idle(server: Server, client: httpx2.Client) -> httpx2.Response:
    return with_session(Sessions(server.people, lambda: time.time() - 16 * 60).open(FRIDA))(client)


def sign_in(**wrong: str) -> Try:
    form = {"name": FRIDA, "password": PASSWORD, "code": ""} | wrong
    return lambda server, client: client.post("/sign-in", data=form)


def of_a_disabled_person(server: Server, client: httpx2.Client) -> httpx2.Response:
    server.people.disable(FRIDA)
    return client.post("/sign-in", data={"name": FRIDA, "password": PASSWORD})


def disabled_while_signed_in(server: Server, client: httpx2.Client) -> httpx2.Response:
    token = Sessions(server.people).open(FRIDA)
    server.people.disable(FRIDA)
    return with_session(token)(client)


WRONG = ("sign_in_refused", "wrong_name_password_or_code 127.0.0.1")
"""Whose account it was is told where there is one of that name, and never what else was typed."""

NO_SESSION = ("-", "refused", "no_session")
TRIES: dict[str, tuple[Try, int, tuple[str, str, str]]] = {
    "a wrong password": (sign_in(password="wrong"), 403, (FRIDA, *WRONG)),
    "an unknown user": (sign_in(name="canary-nobody"), 403, ("-", *WRONG)),
    "a disabled user": (of_a_disabled_person, 403, (FRIDA, *WRONG)),
    "an expired session": (expired, 401, NO_SESSION),
    "an idle session": (idle, 401, NO_SESSION),
    "a forged session": (lambda server, client: with_session("canary-forged")(client), 401, NO_SESSION),
    "disabled while signed in": (disabled_while_signed_in, 401, NO_SESSION),
    "somebody else's host": (
        lambda server, client: client.get("/sign-in", headers={"host": "canary.example"}),
        400,
        ("-", "refused", "foreign_host_or_path"),
    ),
    "somebody else's origin": (
        lambda server, client: client.post(
            "/sign-in", data={"name": FRIDA}, headers={"origin": "https://canary.example"}
        ),
        403,
        ("-", "refused", "foreign_origin"),
    ),
}


@pytest.fixture
def frida_back(server: Server) -> Iterator[None]:
    yield
    server.people.enable(FRIDA)


def kept(server: Server) -> list[object]:
    """All that is kept of people but the log, failed tries and when sessions were seen."""
    with server.people.file.open() as book:
        return [
            book.execute("select * from people order by name").fetchall(),
            book.execute("select * from accounts order by name").fetchall(),
        ]


def open_sessions(server: Server) -> int:
    with server.people.file.open() as book:
        return int(book.execute("select count(*) from sessions").fetchone()[0])


def newest(server: Server) -> tuple[Entry, ...]:
    return Log(server.people.file).newest(5)


@pytest.mark.usefixtures("fresh_limits", "frida_back")
@pytest.mark.parametrize("what", TRIES)
def test_each_hears_the_one_sentence_and_stands_in_the_log_and_nothing_else_happens(server: Server, what: str):
    attempt, status, entry = TRIES[what]
    server.people.enable(FRIDA)
    before, last = kept(server), max((each.number for each in newest(server)), default=0)
    with server.client() as client:
        answer = attempt(server, client)
        sessions = open_sessions(server)
        again = client.get("/housing")
    server.people.enable(FRIDA)

    assert (answer.status_code, REFUSED in answer.text, "set-cookie" in answer.headers) == (status, True, False)
    entries = [(each.who, each.what, each.detail) for each in newest(server) if each.number > last]
    assert entries == [NO_SESSION, entry]
    assert (again.status_code, open_sessions(server), kept(server)) == (401, sessions, before)
    assert "canary" not in str(server.logged)
