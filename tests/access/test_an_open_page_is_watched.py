"""A page that is open when its person is signed out: nothing more is heard from it, and its screen is cleared."""

from collections.abc import Callable

import httpx2
import pytest
from real_server import PEOPLE, Server, opened, run_aside, run_page

CONTENT, SIGNED_OUT = b"Every number and every question", b"You are signed out"


def before_and_after(server: Server, client: httpx2.Client, happens: Callable[[], object]) -> tuple[bytes, bytes]:
    """What the page shows before and after something happens elsewhere."""

    async def look() -> tuple[bytes, bytes]:
        async with opened(server, client) as line:
            before = await run_page(line, "codebook")
            happens()
            return before, await run_page(line, "codebook")

    return run_aside(look())


@pytest.mark.usefixtures("fresh_limits")
def test_whoever_is_disabled_sees_nothing_more(server: Server):
    name = PEOPLE["analyst"].name
    with server.signed_in("analyst") as client:
        before, after = before_and_after(server, client, lambda: server.people.disable(name))
        server.people.enable(name)

    assert (CONTENT in before, SIGNED_OUT in before) == (True, False)
    assert (CONTENT in after, SIGNED_OUT in after) == (False, True)
    assert (name, "refused", "session_ended") in server.logged


@pytest.mark.usefixtures("fresh_limits")
def test_signing_out_in_one_window_clears_the_other(server: Server):
    with server.signed_in("funder") as client:
        _, after = before_and_after(server, client, lambda: client.get("/leave"))

    assert (CONTENT in after, SIGNED_OUT in after) == (False, True)
