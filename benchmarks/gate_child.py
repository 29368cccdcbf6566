"""One server of a page that does nearly nothing, with our gate in front or without, until it is stopped."""

import socket
import sys
from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.starlette import starlette_server

from monitoring.access.entrance import Entrance
from monitoring.access.headers import security_headers
from monitoring.access.people import PeopleBook
from monitoring.ui.server import INDEX, options
from monitoring.ui.websocket_words import MESSAGES

_PAGE = Path(__file__).with_name("nearly_nothing.py")


def main() -> None:
    """Takes the file of people, the port, and `gate` or `bare`."""
    people, port, kind = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    addresses = (f"http://localhost:{port}",)
    PagesManager.uses_pages_directory = False
    _answer_at_once()
    if kind == "gate":
        entrance = Entrance(PeopleBook(people), addresses, security_headers(INDEX, is_https=False), MESSAGES)
        app = st.App(_PAGE, middleware=entrance.middleware, routes=entrance.routes)
    else:
        app = st.App(_PAGE)
    app.run(config=options(port, addresses))


def _answer_at_once() -> None:
    """Else the kernel makes now one server, now the other wait 40 ms between two small packets, gate or none."""
    bind = starlette_server._bind_socket

    def bound(address: str, port: int, backlog: int) -> socket.socket:
        listening = bind(address, port, backlog)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # inherited by each connection
        return listening

    starlette_server._bind_socket = bound


if __name__ == "__main__":
    main()
