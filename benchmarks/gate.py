"""What the gate takes of each request: the same small server with it and without it, asked in turn over one connection.

The page's HTML and a connection are behind the gate (a session is looked up in the file, its idle time starts anew);
a static file is public, so that only addresses and headers are looked at.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.child_server import serving
from benchmarks.measured import Result
from monitoring.access.people import PeopleBook
from monitoring.access.sessions import Sessions
from monitoring.domain.people import Actor, Role
from monitoring.ui.server import INDEX

ROUNDS = 150
MOST = {"the page's HTML": 2.0, "a static file": 1.3, "a message over the websocket": 1.3}
_NAMES = ("gate", "bare")
_CHILD = "benchmarks.gate_child"
_RUN = BackMsg(rerun_script=ClientState()).SerializeToString()


@dataclass(frozen=True)
class _Asked:
    """One running server as a signed-in browser asks it."""

    client: httpx2.AsyncClient
    line: ClientConnection

    async def get(self, path: str) -> None:
        answer = await self.client.get(path)
        answer.raise_for_status()

    async def run(self) -> None:
        """Sends "run the page" and takes all that comes until it has run."""
        await self.line.send(_RUN)
        while True:
            message = ForwardMsg()
            message.ParseFromString(bytes(await self.line.recv(decode=False)))
            if message.WhichOneof("type") == "script_finished":
                return


def run() -> list[Result]:
    """Starts both servers, asks them in turn, and compares the medians of each kind of request."""
    with TemporaryDirectory() as folder, ExitStack() as running:
        file = Path(folder) / "people.sqlite"
        people = PeopleBook(file)
        people.add(Actor("Ana", Role.ANALYST))
        token = Sessions(people).open("Ana")
        ports = {name: running.enter_context(serving(_CHILD, str(file), name)) for name in _NAMES}
        return asyncio.run(_compare(ports, token))


async def _compare(ports: dict[str, int], token: str) -> list[Result]:
    script = next((INDEX.parent / "static" / "js").glob("index.*.js")).relative_to(INDEX.parent)
    kinds: dict[str, Callable[[_Asked], Coroutine[None, None, None]]] = {
        "the page's HTML": lambda asked: asked.get("/"),
        "a static file": lambda asked: asked.get(f"/{script}"),
        "a message over the websocket": lambda asked: asked.run(),
    }
    async with AsyncExitStack() as opened:
        servers = {name: await opened.enter_async_context(_asked(port, token)) for name, port in ports.items()}
        return [await _in_turn(kind, ask, servers) for kind, ask in kinds.items()]


async def _in_turn(
    kind: str, ask: Callable[[_Asked], Coroutine[None, None, None]], servers: dict[str, _Asked]
) -> Result:
    """Each server in turn, so that whoever else uses the machine slows both down."""
    seconds: dict[str, list[float]] = {name: [] for name in servers}
    for _ in range(ROUNDS):
        for name, asked in servers.items():
            start = time.perf_counter()
            await ask(asked)
            seconds[name].append(time.perf_counter() - start)
    ours, other = (median(seconds[name]) * 1000 for name in _NAMES)
    print(f"    {kind}: the gate takes {ours - other:.2f} ms", flush=True)
    return Result(f"gate: {kind}, against no gate", f"{ours:.2f} ms", f"{other:.2f} ms", ours / other, MOST[kind])


@asynccontextmanager
async def _asked(port: int, token: str) -> AsyncIterator[_Asked]:
    address, cookie = f"http://localhost:{port}", f"monitoring={token}"
    headers = {"cookie": cookie, "origin": address}
    stream = f"ws://localhost:{port}/_stcore/stream"
    async with (
        httpx2.AsyncClient(base_url=address, headers=headers) as client,
        connect(stream, additional_headers=headers, subprotocols=["streamlit"], max_size=None) as line,
    ):
        asked = _Asked(client, line)
        await asked.run()
        yield asked
