"""A file of any length, encrypted piece by piece, so that it never lies anywhere in the clear, not even in memory.

Each piece is sealed with its place and whether it is the last: pieces cannot be moved, left out or cut off unseen.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Sequence
from typing import BinaryIO

from monitoring.store.sealing import NotOurs, cipher_of

MAGIC = b"life-after-return sealed 1\n"
_SALT = 16
_PIECE = 1 << 20
_LENGTH = 4


class SealedWriter(io.RawIOBase):
    """What is written to it lands sealed in `target`. The end is written when it is closed, and only then."""

    def __init__(self, target: BinaryIO, key: str, purpose: str) -> None:
        self._target = target
        salt = secrets.token_bytes(_SALT)
        self._cipher = cipher_of(key, purpose, salt)
        self._waiting, self._number = bytearray(), 0
        target.write(MAGIC + salt)

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]  # bytes are all that it is given
        self._waiting += content
        while len(self._waiting) > _PIECE:
            self._seal(bytes(self._waiting[:_PIECE]), is_last=False)
            del self._waiting[:_PIECE]
        return len(content)

    def finish(self) -> None:
        """Writes the last piece. Without it the file is one that was cut off."""
        self._seal(bytes(self._waiting), is_last=True)
        self._waiting.clear()

    def _seal(self, piece: bytes, *, is_last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, is_last=is_last), piece, None)
        self._target.write(len(sealed).to_bytes(_LENGTH) + sealed)
        self._number += 1


class SealedReader(io.RawIOBase):
    """Reads what a SealedWriter wrote, with whichever of the keys fits. Raises NotOurs for anything else."""

    def __init__(self, source: BinaryIO, keys: Sequence[str], purpose: str, name: str) -> None:
        self._source = source
        self._name = name
        if source.read(len(MAGIC)) != MAGIC:
            raise NotOurs(name)
        salt = source.read(_SALT)
        self._ciphers = [cipher_of(key, purpose, salt) for key in keys]
        self._waiting, self._number, self._is_over = b"", 0, False

    def readable(self) -> bool:
        return True

    def readinto(self, target: bytearray) -> int:  # type: ignore[override]  # a buffer of bytes is all that it is given
        while not self._waiting and not self._is_over:
            self._waiting = self._next()
        taken = self._waiting[: len(target)]
        target[: len(taken)] = taken
        self._waiting = self._waiting[len(taken) :]
        return len(taken)

    def _next(self) -> bytes:
        """The next piece. What comes after the last one is no part of it, and refused."""
        from cryptography.exceptions import InvalidTag

        sealed = self._source.read(int.from_bytes(self._source.read(_LENGTH)))
        for cipher in self._ciphers:
            for is_last in (False, True):
                try:
                    piece = cipher.decrypt(_nonce(self._number, is_last=is_last), sealed, None)
                except (InvalidTag, ValueError):
                    continue
                self._ciphers, self._number, self._is_over = [cipher], self._number + 1, is_last
                if is_last and self._source.read(1):
                    raise NotOurs(self._name)
                return piece
        raise NotOurs(self._name)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return bytes([is_last]) + number.to_bytes(11)
