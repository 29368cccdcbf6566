"""Hands a command to the server that holds the data folder, and prints what it answered. Holds no records.

DuckDB lets one process into its file. While a server runs, commands reach it through a socket file in the data folder,
which nobody but the folder's owner may use: whoever may run commands there may do so through the server too.
"""

import argparse
import contextlib
import io
import json
import os
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingUnixStreamServer
from threading import Lock, Thread
from typing import Any

from monitoring.access.failures import noted
from monitoring.access.log import Log
from monitoring.command_line.in_a_name import carry_out
from monitoring.command_line.parser import build_parser
from monitoring.command_line.printing import refuse
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House

_FILE = "command.sock"
_FAILED = 2
_BY = "command line"


def listen(house: House) -> None:
    """From now on commands on this house's data folder are carried out here, one at a time."""
    turn = Lock()

    class Command(StreamRequestHandler):
        def handle(self) -> None:
            asked = json.loads(self.rfile.readline())
            with turn:
                answer = _answer(house, asked["arguments"], Path(asked["folder"]))
            self.wfile.write(json.dumps(answer).encode())

    with _address_in(house.settings.data) as address:
        (house.settings.data / _FILE).unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            server = ThreadingUnixStreamServer(address, Command)
        finally:
            os.umask(before)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()


def hand_over(data: Path, arguments: Sequence[str]) -> int | None:
    """Has the server carry out the command and prints what it said; None where no server listens."""
    answer = ask(data, arguments)
    if answer is None:
        return None
    sys.stdout.write(answer.get("out", ""))
    sys.stderr.write(answer.get("err", ""))
    return int(answer.get("status", _FAILED))


def ask(data: Path, arguments: Sequence[str]) -> dict[str, Any] | None:
    """What the server said to the command, with `out`, `err` and `status`; None where no server listens."""
    with socket.socket(socket.AF_UNIX) as line, _address_in(data) as address:
        try:
            line.connect(address)
        except OSError:
            return None
        line.sendall(json.dumps({"arguments": list(arguments), "folder": str(Path.cwd())}).encode() + b"\n")
        with line.makefile("rb") as told:
            answer: dict[str, Any] = json.loads(told.read() or b"{}")
    return answer


def _answer(house: House, arguments: Sequence[str], folder: Path) -> dict[str, object]:
    """What the command prints, and its exit status. Its files lie where it was typed, not where the server runs."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = carry_out(house, _with_whole_paths(build_parser().parse_args(arguments), folder))
        except Refusal as refusal:
            status = refuse(refusal.reason, **refusal.facts)
        except Exception as error:  # whatever it is, the server goes on, and no value is told
            status = refuse("failed_unforeseen", number=noted(Log(house.people.file), _BY, error))
    return {"status": status, "out": out.getvalue(), "err": err.getvalue()}


def _with_whole_paths(words: argparse.Namespace, folder: Path) -> argparse.Namespace:
    for name, value in vars(words).items():
        if isinstance(value, Path):
            setattr(words, name, folder / value)
        elif isinstance(value, list) and value and isinstance(value[0], Path):
            setattr(words, name, [folder / each for each in value])
    return words


@contextmanager
def _address_in(data: Path) -> Iterator[str]:
    """The socket's address by way of the open folder: a socket's own path may hold 107 letters only."""
    folder = os.open(data, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{_FILE}"
    finally:
        os.close(folder)
