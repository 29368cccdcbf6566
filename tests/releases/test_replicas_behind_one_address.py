"""Two processes that show releases alone, behind Caddy at one address, on a machine without the case database.

Where Caddy is not there its configuration is read, and said so; `make browser` fetches it from Debian's packages.
"""

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from programme import Kept
from real_server import PASSWORD, add_people, run_aside, run_page, serve
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from monitoring.settings import ROOT

UNPACKED = ROOT / "build" / "caddy" / "usr" / "bin" / "caddy"
CADDY = shutil.which("caddy") or (str(UNPACKED) if UNPACKED.exists() else None)
REPLICA = "x-replica"
"""Where the proxy of the test says which of them answered."""

EXAMPLE = (ROOT / "deployment" / "Caddyfile.replicas").read_text()


@dataclass
class Replicas:
    """Both processes, and how a browser reaches them: never each by itself."""

    address: str
    folder: Path
    ends: dict[str, ExitStack]  # by its own address: closing it ends the process

    def client(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.address, headers={"origin": self.address}, timeout=60, verify=False)


served = contextmanager(serve)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def caddy(folder: Path, address: str, upstreams: str) -> Iterator[None]:
    configured, log = folder / "Caddyfile", folder / "caddy.log"
    seen = EXAMPLE.replace("admin off", "admin off\n\tauto_https disable_redirects\n\tskip_install_trust")
    configured.write_text(
        seen.replace("fail_duration", f"header_down +{REPLICA} {{upstream_hostport}}\n\t\tfail_duration")
    )
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(folder),
        "HOME": str(folder),
        "MONITORING_ADDRESS": address,
        "MONITORING_TLS": "tls internal",
        "MONITORING_UPSTREAMS": upstreams,
    }
    command = [str(CADDY), "run", "--adapter", "caddyfile", "--config", str(configured)]
    with log.open("w") as out, subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT) as one:
        try:
            wait_for(one, address, log)
            yield
        finally:
            one.terminate()


def wait_for(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    with httpx2.Client(base_url=address, verify=False) as client:
        while process.poll() is None:
            try:
                if client.get("/health").text == "ok":
                    return
            except httpx2.TransportError:
                pass
            time.sleep(0.1)
    pytest.fail(f"Caddy ended before it answered: {log.read_text()[-800:]}")


@pytest.fixture(scope="module")
def replicas(kept: Kept, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicas | None]:
    if CADDY is None:
        print("Caddy is not here: its configuration was read, and not run.", file=sys.__stderr__)
        yield None
        return
    tmp_path = tmp_path_factory.mktemp("replicas")
    data = tmp_path / "data"
    shutil.copytree(kept.released / "data" / "releases", data / "releases")
    shutil.copy(kept.released / "key.releases", tmp_path / "key.releases")
    add_people(data)
    address = f"https://localhost:{free_port()}"
    with ExitStack() as stack:
        ends = {}
        for _ in range(2):
            end = stack.enter_context(ExitStack())
            server = end.enter_context(served(tmp_path, "--releases-only", "--address", address))
            ends[server.address.removeprefix("http://")] = end
        stack.enter_context(caddy(tmp_path, address, " ".join(ends)))
        yield Replicas(address, data, ends)


def page_of(replicas: Replicas, client: httpx2.Client, page: str) -> bytes:
    """Everything that is sent for a page, over the line that the browser would open."""
    return run_aside(_page_of(replicas, client, page))


async def _page_of(replicas: Replicas, client: httpx2.Client, page: str) -> bytes:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    address = replicas.address.replace("https", "wss") + "/_stcore/stream"
    headers = {"cookie": cookies, "origin": replicas.address}
    offered = [Subprotocol("streamlit")]
    async with connect(address, additional_headers=headers, subprotocols=offered, ssl=trusting, max_size=None) as line:
        return await run_page(line, page)


def test_whoever_has_records_to_look_at_finds_none_there(replicas: Replicas | None):
    if replicas is None:
        assert "case database" in EXAMPLE
        return
    with replicas.client() as client:
        client.post("/sign-in", data={"name": "Mihai", "password": PASSWORD, "code": ""})
        page = page_of(replicas, client, "housing")

    assert b"shows releases alone" in page


def test_the_approved_release_is_shown_and_goes_on_where_the_one_that_showed_it_has_ended(replicas: Replicas | None):
    if replicas is None:
        assert "lb_policy cookie" in EXAMPLE
        return
    with replicas.client() as client:
        answer = client.post("/sign-in", data={"name": "Frida", "password": PASSWORD, "code": ""})
        before = page_of(replicas, client, "housing")
        mine = client.get("/health").headers[REPLICA]
        replicas.ends[mine].close()
        after = page_of(replicas, client, "housing")
        other = client.get("/health").headers[REPLICA]

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert b"Release 1, figures up to" in before
    assert b"Release 1, figures up to" in after
    assert {mine, other} == set(replicas.ends)
    assert sorted(path.name for path in replicas.folder.rglob("*.duckdb")) == ["release-0001.duckdb"]
    assert not (replicas.folder.parent / "key").exists()
