"""A real server on a real data folder with people of every role, and browsers that are signed in as one of them."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import httpx2
import pyotp
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from monitoring.access.accounts import Accounts
from monitoring.access.log import Log
from monitoring.access.people import PeopleBook
from monitoring.domain.people import Actor, Role
from monitoring.settings import ROOT

Answer = TypeVar("Answer")

REFUSED = "That did not work. Sign in again, or ask your administrator."
"""The one sentence for everything that is refused."""

PASSWORD = "river candle orange moss"
PEOPLE = {
    "manager": Actor("Mina", Role.PROGRAMME_MANAGER),
    "office_md": Actor("Mihai", Role.COUNTRY_OFFICE, frozenset({"MD"})),
    "office_ng": Actor("Ngozi", Role.COUNTRY_OFFICE, frozenset({"NG"})),
    "provider": Actor("Petru", Role.PROVIDER, provider="MD-01"),
    "funder": Actor("Frida", Role.FUNDER),
    "analyst": Actor("Ana", Role.ANALYST),
    "administrator": Actor("Adil", Role.ADMINISTRATOR),
}

OWN_PROVIDER = "MD-WALNUT"
"""Whose cases the provider sees where the sample workbooks are loaded."""


@dataclass
class Server:
    """One running `monitoring serve`; `second_steps` holds the authenticator's secret of those who need one."""

    address: str
    folder: Path
    second_steps: dict[str, str] = field(default_factory=dict)

    @property
    def people(self) -> PeopleBook:
        return PeopleBook(self.folder / "people.sqlite")

    @property
    def logged(self) -> list[tuple[str, str, str]]:
        """(who, what, detail), the newest first."""
        return [(entry.who, entry.what, entry.detail) for entry in Log(self.people.file).newest()]

    def client(self) -> httpx2.Client:
        """A browser that has been nowhere yet. It says where it comes from, as browsers do."""
        return httpx2.Client(base_url=self.address, headers={"origin": self.address}, timeout=30)

    @contextmanager
    def signed_in(self, who: str) -> Iterator[httpx2.Client]:
        """A browser signed in with name, password and, where the role needs one, a code."""
        with self.client() as client:
            answer = client.post("/sign-in", data=self.form(who))
            assert (answer.status_code, answer.headers.get("location")) == (303, "/"), answer.text[-400:]
            yield client

    def form(self, who: str, **other: str) -> dict[str, str]:
        name = PEOPLE[who].name
        self._forget_last_code(name)
        secret = self.second_steps.get(name)
        code = pyotp.TOTP(secret).now() if secret else ""
        return {"name": name, "password": PASSWORD, "code": code} | other

    def _forget_last_code(self, name: str) -> None:
        """Tests sign in more than once in half a minute; people do not, and a code is good for once only."""
        with self.people.file.open() as book:
            book.execute("update accounts set last_second_step = 0 where name = ?", (name,))


def run_aside(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs it in a thread of its own: where a browser was driven before, this thread has a running loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@asynccontextmanager
async def opened(server: Server, client: httpx2.Client, tab: str | None = None) -> AsyncIterator[ClientConnection]:
    """The websocket of the pages, opened as the client's browser would: anew, or for a tab that it had before."""
    headers = {"cookie": f"monitoring={client.cookies['monitoring']}", "origin": server.address}
    address = server.address.replace("http", "ws") + "/_stcore/stream"
    offered = [Subprotocol(each) for each in (["streamlit", "-", tab] if tab else ["streamlit"])]
    async with connect(address, additional_headers=headers, subprotocols=offered, max_size=None) as line:
        yield line


async def run_page(line: ClientConnection, page: str, query: str = "") -> bytes:
    """Everything the server sends until the page has run."""
    return (await run(line, ClientState(page_name=page, query_string=query)))[0]


async def run(line: ClientConnection, state: ClientState) -> tuple[bytes, list[ForwardMsg]]:
    """The same for any state that a browser may send: a page, a fragment, a button. As bytes and as messages."""
    await line.send(BackMsg(rerun_script=state).SerializeToString())
    whole, messages = b"", []
    while True:
        data = await asyncio.wait_for(line.recv(), 120)
        assert isinstance(data, bytes)
        whole += data
        message = ForwardMsg()
        message.ParseFromString(data)
        messages.append(message)
        if message.WhichOneof("type") == "script_finished":
            return whole, messages


def serve(folder: Path, *words: str, **environment: str) -> Iterator[Server]:
    """Starts `monitoring serve` with these words on the folder and stops it afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "monitoring", "--data", str(folder / "data"), "--today", "2026-06-01"]
    environment = {**os.environ, "MONITORING_KEY": str(folder / "key"), "PYTHONUNBUFFERED": "1"} | environment
    log = folder / "server.log"
    with (
        log.open("w") as out,
        subprocess.Popen(
            [*command, "serve", "--port", str(port), *words],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=ROOT,
        ) as server,
    ):
        try:
            address = f"http://localhost:{port}"
            wait_for(server, f"{address}/health")
            yield Server(address, folder / "data")
        finally:
            server.terminate()


def wait_for(process: subprocess.Popen[bytes], address: str) -> None:
    """Until the address answers; fails where the process ends before."""
    with httpx2.Client() as client:
        while process.poll() is None:
            try:
                if client.get(address).status_code == 200:
                    return
            except httpx2.TransportError:
                time.sleep(0.05)
    pytest.fail("the server ended before it answered")


def add_people(folder: Path) -> dict[str, str]:
    """Adds everybody with a password of their own; returns the second steps by name."""
    folder.mkdir(parents=True, exist_ok=True)
    book = PeopleBook(folder / "people.sqlite")
    accounts, second_steps = Accounts(book.file), {}
    for person in PEOPLE.values():
        book.add(person)
        accounts.set_password(person.name, PASSWORD)
        if person.needs_second_step:
            secret = accounts.offered_second_step(person.name)
            accounts.confirm_second_step(person.name, pyotp.TOTP(secret).now())
            second_steps[person.name] = secret
    with book.file.open() as opened:
        opened.execute("delete from attempts")
    return second_steps


def add_samples(folder: Path, countries: Iterable[str]) -> None:
    """Hands in these countries' sample workbooks, by file name, and gives the provider cases of its own there."""
    own = replace(PEOPLE["provider"], provider=OWN_PROVIDER, countries=frozenset({"MD"}))
    PeopleBook(folder / "data" / "people.sqlite").change_scope(own)
    files = [str(ROOT / "sample_data" / "good" / f"{name}.xlsx") for name in countries]
    command = [sys.executable, "-m", "monitoring", "--data", str(folder / "data"), "--today", "2026-06-01"]
    environment = {**os.environ, "MONITORING_KEY": str(folder / "key")}
    subprocess.run([*command, "load", *files, "--as", "Mina"], check=True, env=environment, stdout=subprocess.DEVNULL)
