"""Every role x every page and every address, on the real server over its websocket, with links that guess."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pytest
from real_server import PEOPLE, REFUSED, Server, add_people, opened, run, run_aside, serve
from sample_names import ALL, MAY_KNOW
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from table_of_doors import ENDING, PAGES, ROUTES

from monitoring.access.entrance import Entrance
from monitoring.access.people import PeopleBook
from monitoring.settings import ROOT
from monitoring.ui.websocket_words import MESSAGES

GUESSED = "country=NG&provider=NG-AMBER&view_as=administrator&submission=2"
STREAMLITS_ROUTES = (
    "import streamlit as st\n"
    f"for each in st.App({str(ROOT / 'app.py')!r})._build_starlette_app().routes:\n"
    "    print(each.path or '/', *(getattr(each, 'methods', None) or ['GET']))"
)


@dataclass
class Seen:
    """What one person was shown, by the page that they asked for."""

    shown: dict[str, str] = field(default_factory=dict)
    menu: set[str] = field(default_factory=set)
    not_found: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    media: set[str] = field(default_factory=set)

    def note(self, page: str, home: str, whole: bytes, messages: list[ForwardMsg]) -> None:
        (navigation,) = [each.navigation for each in messages if each.WhichOneof("type") == "navigation"]
        name_of = {each.page_script_hash: each.url_pathname or home for each in navigation.app_pages}
        self.shown[page] = name_of[navigation.page_script_hash]
        self.menu |= {*name_of.values()}
        self.not_found |= {page for each in messages if each.WhichOneof("type") == "page_not_found"}
        self.names |= {name for name in ALL if name.encode() in whole}
        self.media |= {part[:60].decode(errors="ignore") for part in whole.split(b"/media/")[1:]}


def home_of(who: str) -> str:
    """The page in front: the first that the role is offered."""
    return next(page for page, roles in PAGES.items() if PEOPLE[who].role in roles)


def look_at(server: Server, who: str, client: httpx2.Client, pages: list[str], link: str = "") -> Seen:
    async def look() -> Seen:
        seen = Seen()
        async with opened(server, client) as line:
            for page in pages:
                seen.note(page, home_of(who), *await run(line, ClientState(page_name=page, query_string=link)))
        return seen

    return run_aside(look())


def expected(who: str, pages: list[str]) -> dict[str, str]:
    role = PEOPLE[who].role
    return {page: page if role in PAGES[page] else home_of(who) for page in pages}


def test_every_page_is_entered_in_the_table():
    assert sorted(path.stem for path in (ROOT / "pages").rglob("*.py")) == sorted(PAGES)


def test_every_route_is_entered_in_the_table(tmp_path: Path):
    """Those of Streamlit as its own server lists them, and ours with a sign-in server declared."""
    listed = subprocess.run([sys.executable, "-c", STREAMLITS_ROUTES], capture_output=True, text=True, check=True)
    found = {(method, path) for path, *methods in map(str.split, listed.stdout.splitlines()) for method in methods}
    (tmp_path / "secret").write_text("not-a-real-secret")
    declared = tmp_path / "oidc.toml"
    declared.write_text(
        f'[main]\nlabel = "Main"\nissuer = "http://localhost"\nclient_id = "x"\n'
        f'client_secret_file = "{tmp_path / "secret"}"\n[main.groups.x]\nrole = "funder"\n'
    )
    people = PeopleBook(tmp_path / "people.sqlite")
    for route in Entrance(people, ("http://localhost",), [], MESSAGES, oidc_file=declared).routes:
        inner = getattr(route, "routes", None) or [route]
        prefix = route.path if getattr(route, "routes", None) else ""
        found |= {(method, prefix + each.path) for each in inner for method in each.methods}

    assert {route for route in found if route[0] not in ("HEAD", "OPTIONS")} == set(ROUTES) | {
        ("GET", "/_stcore/stream")
    }


@pytest.mark.parametrize("who", PEOPLE)
def test_a_page_opens_for_its_roles_alone_whatever_the_link_guesses(furnished: Server, who: str):
    with furnished.signed_in(who) as client:
        seen = look_at(furnished, who, client, list(PAGES), GUESSED)

    assert seen.shown == expected(who, list(PAGES))
    assert seen.menu == {page for page, roles in PAGES.items() if PEOPLE[who].role in roles}
    assert seen.not_found == {*PAGES} - seen.menu
    assert seen.names <= MAY_KNOW[who]
    assert seen.media == set()


@pytest.fixture(scope="module")
def people_only(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("cold")
    return folder, add_people(folder / "data")


@pytest.fixture
def cold(people_only: tuple[Path, dict[str, str]]) -> Iterator[Server]:
    """A server that nobody has visited yet."""
    folder, second_steps = people_only
    with PeopleBook(folder / "data" / "people.sqlite").file.open() as book:
        book.execute("delete from attempts")
    for each in serve(folder):
        each.second_steps.update(second_steps)
        yield each


@pytest.mark.parametrize("who", [who for who in PEOPLE if who != "office_ng"])
def test_a_direct_link_is_the_first_thing_a_cold_server_hears_and_leads_no_further(cold: Server, who: str):
    """A file directly in `pages/` would be run by such a server without app.py: without anybody being asked."""
    forbidden = [page for page, roles in PAGES.items() if PEOPLE[who].role not in roles][-2:]
    with cold.client() as nobody:
        before = {page: (nobody.get(f"/{page}").status_code, nobody.get(f"/{page}").text) for page in PAGES}
    with cold.signed_in(who) as client:
        seen = look_at(cold, who, client, forbidden)

    assert before == dict.fromkeys(PAGES, (401, REFUSED))
    assert seen.shown == dict.fromkeys(forbidden, home_of(who))


def asked(server: Server, who: str | None, routes: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    with server.client() if who is None else server.signed_in(who) as client:
        return {route: client.request(route[0], ROUTES[route][0]).status_code for route in routes}


@pytest.mark.usefixtures("fresh_limits")
@pytest.mark.parametrize("who", [None, *PEOPLE])
def test_an_address_answers_each_role_as_written_in_the_table(server: Server, who: str | None):
    lasting = [route for route in ROUTES if route[1] not in ENDING]
    found = asked(server, who, lasting)
    for path in ENDING:
        found |= asked(server, who, [("GET", path)])
    right = {route: answer.to(PEOPLE[who].role if who else None) for route, (_, answer) in ROUTES.items()}

    assert {route: (found[route], right[route]) for route in ROUTES if found[route] != right[route]} == {}


@pytest.mark.parametrize("address", sorted({address for address, _ in ROUTES.values()}))
def test_another_sites_page_may_ask_for_nothing(server: Server, address: str):
    with server.client() as client:
        asked = client.options(address, headers={"origin": "https://evil.example"}).status_code

    assert asked in (403, 404)
