"""The dashboard's own server: settings in code, the gate in front, no word of an error's insides."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from monitoring.access.entrance import Entrance
from monitoring.access.failures import noted
from monitoring.access.headers import security_headers
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House
from monitoring.ui import notices, session
from monitoring.ui.logo import ASSETS
from monitoring.ui.theme import theme_options
from monitoring.ui.websocket_words import MESSAGES

INDEX = Path(st.__file__).parent / "static" / "index.html"
"""The one page of HTML that Streamlit serves."""

ICON = "/favicon.png"
"""Where the browser asks for the icon of a tab, before a page has run and on the pages before the dashboard."""


def start(house: House, port: int, *, address: str | None = None) -> None:
    """Serves the dashboard of this house and returns when it is stopped. It listens on 127.0.0.1 only.

    `address` is how browsers reach it where a proxy with TLS stands in front. In the demo there is nobody to sign in.
    Raises Refusal for unusable sign-in settings.
    """
    addresses = (address,) if address else (f"http://localhost:{port}", f"http://127.0.0.1:{port}")
    headers = security_headers(INDEX, is_https=urlsplit(addresses[0]).scheme == "https")
    demo = house.settings.demo
    oidc_file = None if demo else house.settings.oidc_file
    entrance = Entrance(
        house.people,
        addresses,
        headers,
        MESSAGES,
        oidc_file=oidc_file,
        open_to_all=demo,
        is_well=house.is_well,
    )
    session.serve(house, entrance)
    PagesManager.uses_pages_directory = False  # else the first visit takes `pages/` for the menu, past app.py
    logging.getLogger("streamlit.error_util").addFilter(lambda record: False)  # would log an error's text: see below
    app = st.App(
        house.settings.app,
        middleware=entrance.middleware,
        routes=[*entrance.routes, Route(ICON, _icon)],
        on_script_error=say_what_happened,
    )
    # Streamlit puts this file's folder first among the places of modules. With `python -m monitoring` that would be our
    # own package, whose `statistics` hides the standard library's: a check then fails, in the server alone.
    sys.argv[0] = str(house.settings.app)
    app.run(config=options(port, addresses))


def options(port: int, addresses: Sequence[str]) -> dict[str, object]:
    """All settings, whatever folder the command is run in and whatever configuration file lies there."""
    hosts = [str(urlsplit(address).hostname) for address in addresses]
    return {
        **theme_options(),
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "minimal",
        "client.allowedOrigins": [],
        "browser.gatherUsageStats": False,
        "browser.serverAddress": hosts[0],
        "browser.serverPort": urlsplit(addresses[0]).port or 443,
        "global.developmentMode": False,
        "logger.enableRich": False,  # prints errors past the log, text and all
        "runner.magicEnabled": False,
        "runner.postScriptGC": False,  # a forced collection after every rerun costs 60 ms
        "server.address": "127.0.0.1",
        "server.allowedHosts": hosts,
        "server.fileWatcherType": "none",
        "server.headless": True,
        "server.maxUploadSize": 25,
        "server.port": port,
    }


async def _icon(request: Request) -> FileResponse:
    """Ours, in the place of Streamlit's."""
    return FileResponse(ASSETS / "icon.png")


def say_what_happened(error: Exception) -> bool:
    """One sentence for the person, a number for the log. Never the error's text: it may hold a cell."""
    if isinstance(error, Refusal):
        notices.refused(error)
        return True
    notices.failed(noted(*session.log_and_name(), error))
    return True
