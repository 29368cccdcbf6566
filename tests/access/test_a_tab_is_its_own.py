"""What a tab held on the server is taken up again after a dropped line: by the sign-in that opened it, and no other."""

import httpx2
import pytest
from real_server import Server, opened, run, run_aside
from streamlit.proto.ClientState_pb2 import ClientState


async def the_tab(server: Server, client: httpx2.Client, before: str | None = None) -> str:
    """Opens a line, runs a page and drops the line. Returns what the server calls the tab."""
    async with opened(server, client, before) as line:
        _, messages = await run(line, ClientState(page_name="promises"))
    return next(each.new_session.initialize.session_id for each in messages if each.WhichOneof("type") == "new_session")


@pytest.mark.usefixtures("fresh_limits")
def test_a_dropped_line_finds_its_own_tab_again(server: Server):
    with server.signed_in("funder") as client:
        tab = run_aside(the_tab(server, client))

        assert run_aside(the_tab(server, client, tab)) == tab


@pytest.mark.usefixtures("fresh_limits")
def test_whoever_names_the_tab_of_another_sign_in_begins_anew(server: Server):
    with (
        server.signed_in("funder") as client,
        server.signed_in("analyst") as other,
        server.signed_in("funder") as new,
    ):
        tab = run_aside(the_tab(server, client))

        assert tab not in (run_aside(the_tab(server, other, tab)), run_aside(the_tab(server, new, tab)))
        assert run_aside(the_tab(server, client, tab)) == tab
