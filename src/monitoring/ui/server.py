"""The dashboard's own server: settings in code, the seam where the gate will stand, no word of an error's insides."""

import logging
import secrets

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from monitoring.domain.refusal import Refusal
from monitoring.services.house import House
from monitoring.ui import notices, session
from monitoring.ui.theme import theme_options

_LOG = logging.getLogger("monitoring.ui")

GATE: tuple[Middleware, ...] = ()
"""Runs before everything Streamlit serves: pages, websocket, media, uploads. Empty until sign-in exists."""


def start(house: House, port: int) -> None:
    """Serves the dashboard of this house on 127.0.0.1 and returns when it is stopped."""
    session.serve(house)
    PagesManager.uses_pages_directory = False  # else the first visit takes `pages/` for the menu, past app.py
    logging.getLogger("streamlit.error_util").addFilter(lambda record: False)  # would log an error's text: see below
    app = st.App(house.settings.app, middleware=GATE, on_script_error=say_what_happened)
    app.run(config=options(port))


def options(port: int) -> dict[str, object]:
    """All settings, whatever folder the command is run in and whatever configuration file lies there."""
    return {
        **theme_options(),
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "minimal",
        "client.allowedOrigins": [],
        "browser.gatherUsageStats": False,
        "browser.serverAddress": "localhost",
        "browser.serverPort": port,
        "global.developmentMode": False,
        "logger.enableRich": False,  # prints errors past the log, text and all
        "runner.magicEnabled": False,
        "runner.postScriptGC": False,  # a forced collection after every rerun costs 60 ms
        "server.address": "127.0.0.1",
        "server.allowedHosts": ["localhost", "127.0.0.1"],
        "server.fileWatcherType": "none",
        "server.headless": True,
        "server.maxUploadSize": 25,
        "server.port": port,
    }


def say_what_happened(error: Exception) -> bool:
    """One sentence for the person, a number for the log. Never the error's text: it may hold a cell."""
    if isinstance(error, Refusal):
        notices.refused(error)
        return True
    number = secrets.token_hex(3)
    where = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where else "unknown"
    _LOG.error("page failed, reference %s: %s at %s", number, type(error).__name__, place)
    notices.failed(number)
    return True
