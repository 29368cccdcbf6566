"""Passwords, second steps, sessions: on a real server, and by the clock where a clock is the point."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pyotp
import pytest
from real_server import PASSWORD, PEOPLE, REFUSED, Server

from monitoring.access.accounts import Accounts, NotSignedIn, TooManyTries
from monitoring.access.people import PeopleBook
from monitoring.access.sessions import Sessions, id_of
from monitoring.domain.people import Actor, Role

CHANGES = [{"password": "wrong"}, {"name": "Nobody"}, {"code": "000000"}, {"code": ""}]


class Clock:
    def __init__(self) -> None:
        self.at = 1_800_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(tmp_path: Path) -> PeopleBook:
    book = PeopleBook(tmp_path / "people.sqlite")
    book.add(Actor("Frida", Role.FUNDER))
    return book


@pytest.mark.usefixtures("fresh_limits")
@pytest.mark.parametrize("changed", CHANGES)
def test_whatever_is_wrong_the_answer_is_the_same(server: Server, changed: dict[str, str]):
    with server.client() as client:
        answer = client.post("/sign-in", data=server.form("manager", **changed))

    assert (answer.status_code, REFUSED in answer.text, answer.cookies.get("monitoring")) == (403, True, None)


@pytest.mark.usefixtures("fresh_limits")
def test_after_five_failures_even_the_right_password_must_wait(server: Server):
    with server.client() as client:
        for _ in range(5):
            client.post("/sign-in", data=server.form("analyst", password="wrong"))
        answer = client.post("/sign-in", data=server.form("analyst"))

    assert answer.status_code == 429


@pytest.mark.usefixtures("fresh_limits")
def test_a_copied_cookie_is_dead_after_signing_out(server: Server):
    with server.signed_in("funder") as client, server.client() as thief:
        thief.cookies.set("monitoring", client.cookies["monitoring"])
        before = thief.get("/").status_code
        client.get("/sign-out")

        assert (before, thief.get("/").status_code) == (200, 401)


@pytest.mark.usefixtures("fresh_limits")
def test_a_session_known_before_signing_in_is_worth_nothing_after_it(server: Server):
    planted = "planted-by-somebody-else"
    with server.client() as client:
        client.cookies.set("monitoring", planted)
        client.post("/sign-in", data=server.form("funder"))
    with server.client() as thief:
        thief.cookies.set("monitoring", planted)

        assert thief.get("/").status_code == 401


@pytest.mark.usefixtures("fresh_limits")
def test_signing_out_everywhere_ends_every_session(server: Server):
    with server.signed_in("funder") as one, server.signed_in("funder") as other:
        one.post("/account", data={"deed": "everywhere"})

        assert [client.get("/").status_code for client in (one, other)] == [401, 401]


@pytest.mark.usefixtures("fresh_limits")
def test_who_is_disabled_is_out_at_once(server: Server):
    with server.signed_in("analyst") as client:
        server.people.disable(PEOPLE["analyst"].name)
        answer = client.get("/").status_code
        server.people.enable(PEOPLE["analyst"].name)

        assert (answer, client.get("/").status_code) == (401, 401)


def test_an_idle_session_ends_after_15_minutes_and_any_after_8_hours(book: PeopleBook, clock: Clock):
    sessions = Sessions(book, clock)
    session = id_of(sessions.open("Frida"))

    clock.at += 14 * 60
    still = sessions.find(session) is not None
    clock.at += 2 * 60
    idle = sessions.find(session)
    busy = id_of(sessions.open("Frida"))
    for _ in range(48):
        clock.at += 10 * 60
        sessions.find(busy, is_active=True)
    clock.at += 1

    assert (still, idle, sessions.find(busy)) == (True, None, None)


def test_a_password_for_the_first_sign_in_lets_one_change_it_and_do_nothing_else(book: PeopleBook):
    accounts, sessions = Accounts(book.file), Sessions(book)
    password = accounts.give_password("Frida")
    accounts.sign_in("Frida", password, "", "here")
    first = sessions.find(id_of(sessions.open("Frida")))
    accounts.change_password("Frida", password, PASSWORD)
    accounts.sign_in("Frida", PASSWORD, "", "here")
    second = sessions.find(id_of(sessions.open("Frida")))

    assert (first and first.needs, second and second.needs) == ("password", None)


def test_a_code_is_good_for_one_sign_in(book: PeopleBook, clock: Clock):
    book.add(Actor("Mina", Role.PROGRAMME_MANAGER))
    accounts = Accounts(book.file, clock)
    accounts.set_password("Mina", PASSWORD)
    secret = accounts.offered_second_step("Mina")
    code = pyotp.TOTP(secret).at(int(clock.at))
    accounts.confirm_second_step("Mina", code)
    with pytest.raises(NotSignedIn):
        accounts.sign_in("Mina", PASSWORD, code, "here")
    clock.at += 30

    accounts.sign_in("Mina", PASSWORD, pyotp.TOTP(secret).at(int(clock.at)), "here")


def test_failures_are_forgotten_after_15_minutes(book: PeopleBook, clock: Clock):
    accounts = Accounts(book.file, clock)
    accounts.set_password("Frida", PASSWORD)
    for _ in range(5):
        with pytest.raises(NotSignedIn):
            accounts.sign_in("Frida", "wrong", "", "here")
    with pytest.raises(TooManyTries):
        accounts.sign_in("Frida", PASSWORD, "", "here")
    clock.at += 15 * 60 + 1

    accounts.sign_in("Frida", PASSWORD, "", "here")


def test_neither_names_nor_passwords_that_were_tried_are_kept(book: PeopleBook, tmp_path: Path):
    accounts = Accounts(book.file)
    accounts.set_password("Frida", PASSWORD)
    with pytest.raises(NotSignedIn):
        accounts.sign_in("canary-name-1", "canary-word-2", "", "canary-place-3")
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert [
        word for word in (b"canary-name-1", b"canary-word-2", b"canary-place-3", PASSWORD.encode()) if word in kept
    ] == []


def test_a_code_sent_twice_at_the_same_moment_opens_one_session(book: PeopleBook, clock: Clock):
    accounts = Accounts(book.file, clock)
    password = accounts.give_password("Frida")
    secret = accounts.offered_second_step("Frida")
    accounts.confirm_second_step("Frida", pyotp.TOTP(secret).at(int(clock.at)))
    clock.at += 30
    code = pyotp.TOTP(secret).at(int(clock.at))

    def sign_in(_: int) -> bool:
        try:
            accounts.sign_in("Frida", password, code, "here")
        except (NotSignedIn, TooManyTries):
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(sign_in, range(4))) == 1


def test_nobody_signed_in_can_use_up_the_tries_of_others(book: PeopleBook, clock: Clock):
    accounts = Accounts(book.file, clock)
    book.add(Actor("Greta", Role.FUNDER))
    passwords = {name: accounts.give_password(name) for name in ("Frida", "Greta")}
    for _ in range(60):
        with suppress(NotSignedIn, TooManyTries):
            accounts.confirm_second_step("Frida", "000000")

    accounts.change_password("Greta", passwords["Greta"], "a good long password")


def test_a_whole_office_may_sign_in_from_one_place(book: PeopleBook, clock: Clock):
    accounts = Accounts(book.file, clock)
    password = accounts.give_password("Frida")

    for _ in range(60):
        accounts.sign_in("Frida", password, "", "the office")


def test_an_unknown_deed_on_the_account_page_does_nothing(server: Server):
    with server.signed_in("funder") as client:
        answers = [client.post("/account", data={"deed": "zz"}).status_code for _ in range(8)]

    assert answers == [400] * 8
