"""A file that a page offers goes to the session that was looking, and to nobody else who has its address."""

import re

import httpx2
import pytest
from real_server import Server, opened, run_aside, run_page

_ADDRESS = re.compile(rb"/download/[\w-]{43}")


def offered(server: Server, client: httpx2.Client, page: str) -> list[str]:
    """The addresses of the files that the page offers to this session."""

    async def look() -> bytes:
        async with opened(server, client) as line:
            return await run_page(line, page)

    return [each.decode() for each in _ADDRESS.findall(run_aside(look()))]


@pytest.mark.usefixtures("fresh_limits")
def test_a_template_goes_to_the_session_that_was_offered_it(server: Server):
    with server.signed_in("office_md") as client, server.signed_in("office_md") as other, server.client() as nobody:
        address = offered(server, client, "templates")[0]
        answers = {
            "the same session": client.get(address),
            "the same person elsewhere": other.get(address),
            "nobody": nobody.get(address),
        }

    own = answers["the same session"]
    assert {who: answer.status_code for who, answer in answers.items()} == {
        "the same session": 200,
        "the same person elsewhere": 404,
        "nobody": 401,
    }
    assert (own.content[:2], own.headers["cache-control"]) == (b"PK", "no-store")
    assert own.headers["content-disposition"].startswith("attachment")


@pytest.mark.usefixtures("fresh_limits")
def test_an_address_is_worth_nothing_after_signing_out(server: Server):
    with server.signed_in("manager") as client:
        address = offered(server, client, "templates")[0]
        client.get("/sign-out")

        assert client.get(address).status_code == 401
