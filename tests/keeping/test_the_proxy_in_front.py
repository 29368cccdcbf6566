"""The example for Caddy, run: TLS on loopback before a real server. Where Caddy is not there it is read, and said so.

`make browser` fetches Caddy from Debian's packages and unpacks it under build/, without installing it.
"""

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from real_server import PASSWORD, Server, add_people, run_aside, serve
from websockets.asyncio.client import connect

from monitoring.settings import ROOT

UNPACKED = ROOT / "build" / "caddy" / "usr" / "bin" / "caddy"
CADDY = shutil.which("caddy") or (str(UNPACKED) if UNPACKED.exists() else None)
EXAMPLE = (ROOT / "deployment" / "Caddyfile").read_text()


class Front:
    """The server behind Caddy, and browsers that come through it."""

    def __init__(self, address: str, server: Server) -> None:
        self.address = address
        self.server = server

    def client(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.address, headers={"origin": self.address}, timeout=30, verify=False)


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front | None]:
    if CADDY is None:
        print("Caddy is not here: its configuration was read, and not run.", file=sys.__stderr__)
        yield None
        return
    folder = tmp_path_factory.mktemp("behind a proxy")
    add_people(folder / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"https://localhost:{free.getsockname()[1]}"
    for server in serve(folder, "--address", address):
        configured = folder / "Caddyfile"
        configured.write_text(
            EXAMPLE.replace("admin off", "admin off\n\tauto_https disable_redirects\n\tskip_install_trust")
        )
        environment = {
            **os.environ,
            "XDG_DATA_HOME": str(folder),
            "HOME": str(folder),
            "MONITORING_ADDRESS": address,
            "MONITORING_TLS": "tls internal",
            "MONITORING_UPSTREAM": server.address.removeprefix("http://"),
        }
        command = [CADDY, "run", "--adapter", "caddyfile", "--config", str(configured)]
        with (folder / "caddy.log").open("w") as log:
            caddy = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
            try:
                found = Front(address, server)
                wait_for(caddy, found, folder / "caddy.log")
                yield found
            finally:
                caddy.terminate()
                caddy.wait(timeout=30)


def wait_for(caddy: subprocess.Popen[bytes], front: Front, log: Path) -> None:
    with front.client() as client:
        while caddy.poll() is None:
            try:
                if client.get("/health").text == "ok":
                    return
            except httpx2.TransportError:
                time.sleep(0.1)
    pytest.fail(f"Caddy ended before it answered: {log.read_text()[-800:]}")


def test_whoever_comes_is_led_to_the_sign_in_over_tls(front: Front | None):
    if front is None:
        assert "reverse_proxy" in EXAMPLE
        return
    with front.client() as client, front.server.client() as past_it:
        answer = client.get("/", headers={"accept": "text/html"})
        straight = past_it.get("/sign-in")

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert straight.status_code == 400


def test_signing_in_opens_the_pages_and_their_line(front: Front | None):
    if front is None:
        assert "header_up" in EXAMPLE
        return
    with front.client() as client:
        answer = client.post("/sign-in", data={"name": "Mihai", "password": PASSWORD, "code": ""})
        cookie = client.cookies["__Host-monitoring"]
        page = client.get("/")

    assert (answer.status_code, page.status_code) == (303, 200)
    assert "Secure" in answer.headers["set-cookie"]
    assert run_aside(_opens(front, cookie)) is True


async def _opens(front: Front, cookie: str) -> bool:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    headers = {"cookie": f"__Host-monitoring={cookie}", "origin": front.address}
    address = front.address.replace("https", "wss") + "/_stcore/stream"
    async with connect(address, additional_headers=headers, subprotocols=["streamlit"], ssl=trusting) as line:
        return bool(line.subprotocol)


def test_a_made_up_address_of_the_caller_is_not_believed(front: Front | None):
    if front is None:
        assert "header_up X-Forwarded-For {remote_host}" in EXAMPLE
        return
    lies = {"x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9", "forwarded": "for=203.0.113.9"}
    with front.client() as client:
        client.post("/sign-in", data={"name": "Mihai", "password": "wrong", "code": ""}, headers=lies)
    who, what, detail = front.server.logged[0]

    assert (who, what) == ("Mihai", "sign_in_refused")
    assert detail in ("wrong_name_password_or_code 127.0.0.1", "wrong_name_password_or_code ::1")
