"""Commands that open the dashboard: the demo on invented data, and the real one once sign-in exists."""

import argparse
import socket

from monitoring.command_line import printing
from monitoring.settings import Settings
from monitoring.words import say


def demo(settings: Settings, words: argparse.Namespace) -> int:
    """Loads the sample data into a folder of its own if absent, and serves until stopped."""
    from monitoring.bootstrap import demo_settings, open_demo
    from monitoring.ui.server import start

    if not (settings.sample_data / "sample.toml").exists():
        return printing.refuse("demo_needs_sample")
    if _taken(words.port):
        return printing.refuse("port_taken", port=words.port, other=words.port + 1)
    house = open_demo(demo_settings(words.data), loading=_say_loading)
    print(say("commands.serving", today=house.today, port=words.port), flush=True)
    start(house, words.port)
    return 0


def serve(settings: Settings, words: argparse.Namespace) -> int:
    """Refuses until sign-in exists: real records behind an open door would be worse than no dashboard."""
    return printing.refuse("serve_needs_sign_in")


def _say_loading(file: str) -> None:
    print(say("commands.loading", file=file), flush=True)


def _taken(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0
