"""Uploads: by whom, how large, how many; whatever is refused hears the one sentence and stands in the log."""

import socket
from urllib.parse import urlsplit

import httpx2
import pytest
from real_server import PEOPLE, REFUSED, Server, opened, run, run_aside
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.asyncio.client import ClientConnection

from monitoring.access.body_sizes import LARGEST_UPLOAD, MOST_UPLOADED, MOST_UPLOADS, WITHIN_SECONDS, UploadCounts

UPLOAD = "/_stcore/upload_file/guess/guess"


def raw(server: Server, *lines: str, body: bytes = b"") -> str:
    """What the server answers to a request whose head is written by hand, as no honest browser would."""
    place = urlsplit(server.address)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) as line:
        head = [lines[0], f"Host: {place.netloc}", f"Origin: {server.address}", "Connection: close", *lines[1:]]
        line.sendall("\r\n".join([*head, "", ""]).encode() + body)
        with line.makefile("rb") as told:
            return told.read().decode()


def as_signed_in(client: httpx2.Client) -> str:
    return f"Cookie: monitoring={client.cookies['monitoring']}"


@pytest.mark.usefixtures("fresh_limits")
@pytest.mark.parametrize(
    "head",
    [
        [f"PUT {UPLOAD} HTTP/1.1", f"Content-Length: {LARGEST_UPLOAD * 2}"],
        [f"PUT {UPLOAD} HTTP/1.1", "Transfer-Encoding: chunked"],
        ["POST /sign-in HTTP/1.1", "Content-Length: 10000000"],
        ["POST /account HTTP/1.1", "Content-Length: 10000000"],
    ],
    ids=["a file over the limit", "a file of unknown size", "a form of ten megabytes", "an account form of that size"],
)
def test_an_oversized_upload_is_refused_before_a_byte_of_it_is_read(server: Server, head: list[str]):
    with server.signed_in("office_md") as client:
        told = raw(server, *head, as_signed_in(client))

    assert told.startswith("HTTP/1.1 413 ")
    assert told.endswith(REFUSED)
    assert server.logged[0] == ("-", "refused", "too_large")


@pytest.mark.usefixtures("fresh_limits")
@pytest.mark.parametrize("who", [None, *(who for who in PEOPLE if who not in ("manager", "office_md", "office_ng"))])
def test_an_unauthorised_upload_is_refused(server: Server, who: str | None):
    with server.client() if who is None else server.signed_in(who) as client:
        answer = client.put(UPLOAD, files={"file": b"x"})

    assert (answer.status_code, answer.text) == (401 if who is None else 403, REFUSED)
    expected = ("-", "refused", "no_session") if who is None else (PEOPLE[who].name, "refused", "upload_not_allowed")
    assert server.logged[0] == expected


@pytest.mark.usefixtures("fresh_limits")
def test_a_session_may_upload_so_much_and_no_more(server: Server):
    """Of sizes that are said and never sent, so that no memory is filled here either."""
    with server.signed_in("office_md") as client, server.signed_in("office_ng") as other:
        head = [f"PUT {UPLOAD} HTTP/1.1", f"Content-Length: {LARGEST_UPLOAD}", as_signed_in(client)]
        statuses = [raw(server, *head).split()[1] for _ in range(MOST_UPLOADED // LARGEST_UPLOAD + 1)]
        beside = other.put(UPLOAD, files={"file": b"x"}).status_code

    assert (set(statuses[:-1]), statuses[-1]) == ({"403"}, "429")  # 403: past the gate, and without Streamlit's token
    assert (beside, server.logged[0]) == (403, (PEOPLE["office_md"].name, "refused", "too_many_uploads"))


class Clock:
    at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.mark.parametrize(("size", "most"), [(1, MOST_UPLOADS), (MOST_UPLOADED // 4, 4)])
def test_limits_count_files_and_bytes_of_a_quarter_of_an_hour(size: int, most: int):
    clock = Clock()
    counts = UploadCounts(clock)
    taken = [counts.take("one", size) for _ in range(most + 2)]
    other = counts.take("other", size)
    clock.at = WITHIN_SECONDS + 1

    assert taken == [True] * most + [False, False]
    assert (other, counts.take("one", size), list(counts._of)) == (True, True, ["one"])


def uploaded_to(server: Server, uploader: httpx2.Client, owner: httpx2.Client, content: bytes) -> int:
    """What answers when one person sends a file into the page that another has open."""

    async def send() -> int:
        async with opened(server, owner) as line:
            return await _send(server, uploader, line, content)

    return run_aside(send())


async def _send(server: Server, uploader: httpx2.Client, line: ClientConnection, content: bytes) -> int:
    _, messages = await run(line, ClientState(page_name="upload"))
    (session,) = {each.new_session.initialize.session_id for each in messages} - {""}
    chosen = generate_xsrf_token_string()
    uploader.cookies.set("_streamlit_xsrf", chosen)
    address = f"/_stcore/upload_file/{session}/guess"
    return uploader.put(address, files={"file": content}, headers={"x-xsrftoken": chosen}).status_code


@pytest.mark.usefixtures("fresh_limits")
def test_a_funder_cannot_send_a_file_into_an_offices_open_page(server: Server):
    """Knowing the address of an open page, and with a token of its own making, which Streamlit takes."""
    with server.signed_in("office_md") as office, server.signed_in("funder") as funder:
        answers = [uploaded_to(server, uploader, office, b"x") for uploader in (funder, office)]

    assert answers == [403, 204]
