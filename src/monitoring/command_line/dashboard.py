"""Commands that open the dashboard: the demo on invented data, and the real one behind its sign-in."""

import argparse
import socket
from urllib.parse import urlsplit

from monitoring.command_line import printing
from monitoring.settings import Settings
from monitoring.words import say

_FIRST_ADMINISTRATOR = "administrator"


def demo(settings: Settings, words: argparse.Namespace) -> int:
    """Loads the sample data into a folder of its own if absent, and serves until stopped."""
    from monitoring.bootstrap import demo_settings, open_demo
    from monitoring.command_line.line_to_server import listen
    from monitoring.ui.server import start

    if not (settings.sample_data / "sample.toml").exists():
        return printing.refuse("demo_needs_sample")
    if _taken(words.port):
        return printing.refuse("port_taken", port=words.port, other=words.port + 1)
    house = open_demo(demo_settings(words.data), loading=_say_loading)
    listen(house)
    print(say("commands.serving", today=house.today, port=words.port), flush=True)
    start(house, words.port)
    return 0


def serve(settings: Settings, words: argparse.Namespace) -> int:
    """Serves real records until stopped. Makes the first administrator where nobody has an account."""
    from monitoring.bootstrap import first_administrator, is_of_the_demo, open_house, open_releases_alone
    from monitoring.command_line.line_to_server import listen
    from monitoring.ui.server import start

    address = words.address
    if address and urlsplit(address).scheme != "https":
        return printing.refuse("serve_needs_tls", address=address)
    if _taken(words.port):
        return printing.refuse("port_taken", port=words.port, other=words.port + 1)
    house = open_releases_alone(settings) if words.releases_only else open_house(settings)
    if not words.releases_only and is_of_the_demo(house):
        house.store.close()
        return printing.refuse("serve_sample_data")
    if password := first_administrator(house, _FIRST_ADMINISTRATOR):
        print(say("commands.first_administrator", name=_FIRST_ADMINISTRATOR, password=password), flush=True)
    address = address.rstrip("/") if address else None
    shown = address or f"http://localhost:{words.port}"
    if not words.releases_only:  # commands go to whoever holds the records
        listen(house)
    print(say("commands.serving_real", today=house.today, address=shown), flush=True)
    start(house, words.port, address=address)
    return 0


def _say_loading(file: str) -> None:
    print(say("commands.loading", file=file), flush=True)


def _taken(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0
