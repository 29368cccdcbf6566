"""The cells of each hand-in as they were read, one encrypted file each: the database can be rebuilt from them.

Only declared columns are kept; the original bytes never are.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class KeptCells:
    """The folder of kept cells. Each file is a nonce and an AES-256-GCM text, bound to its submission's number."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._key = bytes.fromhex(key)

    @cached_property
    def _cipher(self) -> AESGCM:
        """Made when cells are first written or read: its library is of no use to pages that only read figures."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=b"kept cells").derive(self._key))

    def write(self, submission: int, cells: Mapping[str, polars.DataFrame]) -> Path:
        """Writes the cells (form name to text columns and sheet_row) and returns the file's path."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.path(submission)
        nonce = secrets.token_bytes(_NONCE)
        sealed = self._cipher.encrypt(nonce, _packed(cells), str(submission).encode())
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_bytes(nonce + sealed)
        unfinished.chmod(0o600)
        unfinished.replace(path)
        return path

    def read(self, submission: int) -> dict[str, polars.DataFrame]:
        """The cells of a submission. Raises InvalidTag where the file was changed or the key is wrong."""
        sealed = self.path(submission).read_bytes()
        packed = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], str(submission).encode())
        return _unpacked(packed)

    def path(self, submission: int) -> Path:
        return self._folder / f"{submission:06}.cells"


def _packed(cells: Mapping[str, polars.DataFrame]) -> bytes:
    """Each frame as a named, length-prefixed Arrow file."""
    out = io.BytesIO()
    for form, frame in cells.items():
        one = io.BytesIO()
        frame.write_ipc(one, compression="lz4")
        body, name = one.getvalue(), form.encode()
        out.write(len(name).to_bytes(2) + name + len(body).to_bytes(8) + body)
    return out.getvalue()


def _unpacked(packed: bytes) -> dict[str, polars.DataFrame]:
    import polars  # of no use to pages that only read figures

    stream, frames = io.BytesIO(packed), {}
    while length := stream.read(2):
        name = stream.read(int.from_bytes(length)).decode()
        frames[name] = polars.read_ipc(io.BytesIO(stream.read(int.from_bytes(stream.read(8)))))
    return frames
