"""An error that nobody foresaw, at the gate: one sentence, a number, the same number in the log, and no value."""

import asyncio
import re
from pathlib import Path

import httpx2
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from monitoring.access.entrance import Entrance
from monitoring.access.gate import Gate
from monitoring.access.log import Log
from monitoring.access.people import PeopleBook
from monitoring.ui.websocket_words import MESSAGES

ADDRESS = "http://localhost"


async def fails(request: Request) -> Response:
    raise ValueError("cell held canary-5571")


@pytest.fixture
def book(tmp_path: Path) -> PeopleBook:
    return PeopleBook(tmp_path / "people.sqlite")


def asked(book: PeopleBook, path: str, *, is_well: bool = True, host: str = "localhost") -> httpx2.Response:
    entrance = Entrance(book, (ADDRESS,), [], MESSAGES, is_well=lambda: is_well)
    app = Gate(Router([Route("/left", fails), *entrance.routes]), entrance.door)

    async def ask() -> httpx2.Response:
        transport = httpx2.ASGITransport(app=app)
        async with httpx2.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            return await client.get(path)

    return asyncio.run(ask())


def test_it_is_one_sentence_with_a_number_that_finds_the_line(book: PeopleBook):
    answer = asked(book, "/left")
    (number,) = re.findall(r"\b[0-9a-f]{6}\b", answer.text)
    (line,) = Log(book.file).newest(holds=number)

    assert (answer.status_code, line.who, line.what) == (500, "-", "failed")
    assert line.detail.split()[1] == "ValueError"
    assert "canary" not in answer.text + line.detail


def test_whoever_watches_over_the_server_hears_one_word(book: PeopleBook):
    well, sick = asked(book, "/health"), asked(book, "/health", is_well=False)
    by_any_name = asked(book, "/health", host="10.0.0.1")

    assert [(each.status_code, each.text) for each in (well, sick, by_any_name)] == [
        (200, "ok"),
        (503, "not well"),
        (200, "ok"),
    ]
    assert Log(book.file).newest() == ()
