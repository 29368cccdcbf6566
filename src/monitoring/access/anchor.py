"""Where the log ended when it was last written to, kept beside the key and not in the data folder.

Whoever can write in the data folder could cut lines off the log's end, or write the whole of it anew: the chain alone
would not tell. The anchor does, for it is signed with a key that does not lie there.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from hmac import digest as hmac_digest
from pathlib import Path

from monitoring.domain.refusal import Refusal

_LENGTH = 256
"""Bytes of the file: the same each time, so that nothing of an older and longer word is left behind."""

_PURPOSE = b"the log's last line"


@dataclass(frozen=True, slots=True)
class Head:
    """The last line that is known: its number and its hash."""

    number: int
    hash: str


class ForgedAnchor(Exception):
    """The anchor was written by nobody who holds the key, or was damaged."""


class Anchor:
    """The anchor of one data folder. `keys` are hexadecimal: the first signs, any of them is believed."""

    def __init__(self, key_file: Path, data: Path, keys: Sequence[str]) -> None:
        self._folder = key_file.with_name(f"{key_file.name}.logs")
        self._path = self._folder / f"{sha256(str(data.resolve()).encode()).hexdigest()[:24]}.head"
        self._signing = [hmac_digest(bytes.fromhex(key), _PURPOSE, "sha256") for key in keys]

    def make_ready(self) -> None:
        """Raises Refusal where nothing can be written beside the key: else every page would fail at its end."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            may_write = os.access(self._folder, os.W_OK)
        except OSError:
            may_write = False
        if not may_write:
            raise Refusal("anchor_not_writable", folder=self._folder)

    def read(self) -> Head | None:
        """None where there is none yet. Raises ForgedAnchor."""
        try:
            kept = json.loads(self._path.read_text(encoding="ascii"))
            head, mark = Head(int(kept["number"]), str(kept["hash"])), str(kept["mark"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            raise ForgedAnchor from None
        if not any(compare_digest(mark, _mark(key, head)) for key in self._signing):
            raise ForgedAnchor
        return head

    def advance(self, head: Head, hash_of: Callable[[int], str | None]) -> None:
        """Moves the anchor on to a newer line, never back. `hash_of` gives the hash of an earlier line of the log.

        Where the line that was known last is not there any more as it was, and where a log that has lines already lost
        its anchor, everything is left as it is for `log verify` to find: lines written since must not cover it.
        """
        with self._turn():
            try:
                known = self.read()
            except ForgedAnchor:
                return
            is_first = known is None and head.number == 1
            if is_first or (known and known.number < head.number and hash_of(known.number) == known.hash):
                self._write(head)

    def place(self, head: Head) -> None:
        """Puts the anchor at this line, wherever it was: after a restore or a change of keys."""
        with self._turn():
            self._write(head)

    def _write(self, head: Head) -> None:
        """In its place: to put a new file there each time would have the disk wait, for every line of the log."""
        kept = {"number": head.number, "hash": head.hash, "mark": _mark(self._signing[0], head)}
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.pwrite(handle, json.dumps(kept).ljust(_LENGTH).encode("ascii"), 0)
        finally:
            os.close(handle)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One process at a time: of two that write, the older word must not stand."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _mark(key: bytes, head: Head) -> str:
    return hmac_digest(key, f"{head.number} {head.hash}".encode(), "sha256").hex()
