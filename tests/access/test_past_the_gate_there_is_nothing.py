"""`streamlit run app.py`, past our server and its gate: one sentence, no menu, no page, nobody's data."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from real_server import Server, run, run_aside, wait_for
from sample_names import ALL
from streamlit.proto.ClientState_pb2 import ClientState
from table_of_doors import PAGES
from websockets.asyncio.client import connect

from monitoring.settings import ROOT
from monitoring.words import say


@pytest.fixture(scope="module", params=["app.py", "pages/outcomes/overview.py", "pages/admin/people.py"])
def past_the_gate(request: pytest.FixtureRequest, furnished: Server) -> Iterator[str]:
    """Streamlit's own command on one of our files, told of a data folder that holds records."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "MONITORING_DATA": str(furnished.folder), "MONITORING_KEY": str(key_of(furnished))}
    options = ["--server.headless=true", "--server.address=127.0.0.1", "--browser.gatherUsageStats=false"]
    command = [sys.executable, "-m", "streamlit", "run", request.param, f"--server.port={port}", *options]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment, cwd=ROOT) as process:
        try:
            wait_for(process, f"http://127.0.0.1:{port}/_stcore/health")
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()


def key_of(server: Server) -> Path:
    return server.folder.parent / "key"


def test_whoever_starts_streamlit_on_our_files_sees_nothing(past_the_gate: str):
    async def look() -> list[tuple[bytes, list[str]]]:
        found = []
        async with connect(f"ws://{past_the_gate}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as line:
            for page in ["", *PAGES]:
                whole, messages = await run(
                    line, ClientState(page_name=page, query_string="country=MD&view_as=manager")
                )
                elements = [each.delta.new_element for each in messages if each.WhichOneof("type") == "delta"]
                found.append((whole, [shown for each in elements if (shown := str(each.WhichOneof("type")))]))
        return found

    seen = run_aside(look())

    assert {name for whole, _ in seen for name in ALL if name.encode() in whole} == set()
    assert [re.findall(rb"/media/\S+", whole) for whole, _ in seen] == [[]] * len(seen)
    assert {kind for _, kinds in seen for kind in kinds} <= {"markdown", "exception"}


def test_it_says_how_the_dashboard_is_opened():
    from streamlit.testing.v1 import AppTest

    from monitoring.ui import session

    session._served.clear()  # what another test of this process may have served
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()

    assert [each.value for each in app.markdown] == [say("screens.signed_out.no_house")]
    assert not app.exception


def test_its_addresses_hold_no_records(past_the_gate: str):
    with httpx2.Client(base_url=f"http://{past_the_gate}") as client:
        found = {path: client.get(path).status_code for path in ("/download/guess", "/account", "/media/guess.csv")}

    assert found["/media/guess.csv"] == 404
    assert found["/download/guess"] in (200, 404)  # Streamlit answers any address with its one page of HTML, empty
