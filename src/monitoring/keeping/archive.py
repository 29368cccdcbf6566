"""The form of a backup: one encrypted file with the members of a data folder and a list of what they must be.

Nothing of it ever lies in the clear: members go from the folder into the encryption, and from it into a folder.
"""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from monitoring.store.sealed_stream import SealedReader, SealedWriter
from monitoring.store.sealing import NotOurs

_PURPOSE = "backup"
_LIST = "list.json"
_BLOCK = 1 << 20

Facts = dict[str, Any]


class Archive:
    """A backup that is being written."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._sums: dict[str, str] = {}

    def add(self, name: str, content: bytes) -> None:
        self._put(name, io.BytesIO(content), len(content))

    def add_file(self, name: str, path: Path) -> None:
        with path.open("rb") as file:
            self._put(name, file, path.stat().st_size)

    def close(self, facts: Facts) -> None:
        """Adds the list of members with their sums, and what else is to be known of the whole."""
        content = json.dumps({**facts, "members": self._sums}).encode()
        self._tar.addfile(_member(_LIST, len(content)), io.BytesIO(content))

    def _put(self, name: str, file: BinaryIO, size: int) -> None:
        summed = _Summed(file)
        self._tar.addfile(_member(name, size), summed)  # type: ignore[arg-type]  # it reads, which is all that is asked
        self._sums[name] = summed.sum.hexdigest()


@contextmanager
def written(path: Path, key: str) -> Iterator[Archive]:
    """A new archive at the path; what was begun and not finished can be opened by nobody."""
    path.touch(mode=0o600)
    with path.open("wb") as target:
        sealed = SealedWriter(target, key, _PURPOSE)
        with tarfile.open(fileobj=sealed, mode="w|", format=tarfile.PAX_FORMAT) as tar:
            yield Archive(tar)
        sealed.finish()


def unpack(path: Path, keys: Sequence[str], folder: Path) -> Facts:
    """Writes every member into the folder, and returns what is known of the whole. Raises NotOurs.

    Each member is written for its owner alone, and must have the sum that the list gives it.
    """
    sums, known = {}, None
    with path.open("rb") as source:
        sealed = SealedReader(source, keys, _PURPOSE, path.name)
        try:
            with tarfile.open(fileobj=sealed, mode="r|") as tar:
                for member in tar:
                    content = tar.extractfile(member)
                    if content is None or not _is_inside(member.name):
                        raise NotOurs(path.name)
                    if member.name == _LIST:
                        known = json.loads(content.read())
                    else:
                        sums[member.name] = _write(folder / member.name, content)
            sealed.readall()  # to the end: a file that was cut off behind its members is found out too
        except (tarfile.TarError, ValueError, EOFError):
            raise NotOurs(path.name) from None
    if known is None or known.pop("members") != sums:
        raise NotOurs(path.name)
    return dict(known)


def _write(path: Path, content: Any) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    counted = hashlib.sha256()
    with path.open("wb") as file:
        while block := content.read(_BLOCK):
            counted.update(block)
            file.write(block)
    return counted.hexdigest()


def _is_inside(name: str) -> bool:
    return not name.startswith("/") and ".." not in Path(name).parts


def _member(name: str, size: int) -> tarfile.TarInfo:
    """Without who owned it and when it was changed: neither is anybody's business."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


class _Summed:
    """Reads on, and sums up what was read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.sum = hashlib.sha256()

    def read(self, size: int) -> bytes:
        block = self._file.read(size)
        self.sum.update(block)
        return block
