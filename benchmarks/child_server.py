"""A server in a process of its own, for as long as it is measured. Measures nothing."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

from monitoring.settings import ROOT


@contextmanager
def serving(module: str, folder: str, *more: str) -> Iterator[int]:
    """The port of `python -m MODULE FOLDER PORT MORE...`, once it answers. Raises RuntimeError where it ends before."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", module, folder, str(port), *more]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(process, port)
            yield port
        finally:
            process.terminate()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    while process.poll() is None:
        try:
            httpx2.get(f"http://localhost:{port}/_stcore/health").raise_for_status()
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server ended before it answered")
