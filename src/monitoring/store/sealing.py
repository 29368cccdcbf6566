"""Encrypts bytes for a purpose of ours: AES-256-GCM under a key that is derived from the house's for that purpose.

Bytes sealed for one purpose or one name open for no other. A key that has been replaced still opens what it sealed.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from monitoring.domain.refusal import Refusal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
_TAG = 16


class NotOurs(Refusal):
    """The bytes were changed, or sealed with a key that we do not have."""

    def __init__(self, name: str) -> None:
        super().__init__("sealed_damaged", file=name)


class Sealing:
    """The first of the keys (hexadecimal) seals; each of them is tried to open."""

    def __init__(self, keys: Sequence[str], purpose: str) -> None:
        self._keys = tuple(keys)
        self._purpose = purpose

    @cached_property
    def _ciphers(self) -> tuple[AESGCM, ...]:
        """Made when bytes are first sealed or opened: their library is of no use to pages that only read figures."""
        return tuple(cipher_of(key, self._purpose) for key in self._keys)

    def seal(self, content: bytes | memoryview, name: str) -> bytearray:
        """A nonce and the encrypted bytes, bound to the name."""
        nonce = secrets.token_bytes(NONCE)
        sealed = bytearray(NONCE + len(content) + _TAG)  # filled in its place: a large hand-in is not copied once more
        sealed[:NONCE] = nonce
        self._ciphers[0].encrypt_into(nonce, content, name.encode(), memoryview(sealed)[NONCE:])
        return sealed

    def open(self, sealed: bytes, name: str) -> bytes:
        """Raises NotOurs."""
        return self._opened(sealed, name)[0]

    def is_of_an_older_key(self, sealed: bytes, name: str) -> bool:
        """Whether it is to be sealed anew. Raises NotOurs."""
        return self._opened(sealed, name)[1] > 0

    def _opened(self, sealed: bytes, name: str) -> tuple[bytes, int]:
        from cryptography.exceptions import InvalidTag

        for at, cipher in enumerate(self._ciphers):
            try:
                return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], name.encode()), at
            except InvalidTag:
                continue
        raise NotOurs(name)


def cipher_of(key: str, purpose: str, salt: bytes | None = None) -> AESGCM:
    """AES-256-GCM under a key for one purpose alone (HKDF, RFC 5869)."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = HKDF(algorithm=SHA256(), length=32, salt=salt, info=purpose.encode()).derive(bytes.fromhex(key))
    return AESGCM(derived)


def write_whole(path: Path, content: bytes | bytearray) -> None:
    """Writes a file whole or not at all, for its owner alone."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.touch(mode=0o600)
    unfinished.write_bytes(content)
    unfinished.chmod(0o600)
    unfinished.replace(path)
