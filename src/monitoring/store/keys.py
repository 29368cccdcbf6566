"""The keys of the encrypted files: made on first use, kept outside every data folder, readable by their owner alone.

A key file holds a key a line: the first one writes, the others still read what was written before it came.
"""

import contextlib
import os
import re
import secrets
from collections.abc import Sequence
from pathlib import Path

from monitoring.domain.refusal import Refusal

_HEX = re.compile(r"^[0-9a-f]{64}$")


class KeyRefused(Refusal):
    """The key file cannot be used."""


def read_key(path: Path, data: Path) -> str:
    """The key that writes: see `read_keys`."""
    return read_keys(path, data)[0]


def read_keys(path: Path, data: Path, *, make: bool = True) -> tuple[str, ...]:
    """64 hexadecimal digits each, the newest first; made if there is none yet, unless `make` says otherwise.

    Raises KeyRefused where the file lies inside the data folder, may be read by others, or holds no key.
    """
    if path.resolve().is_relative_to(data.resolve()):
        raise KeyRefused("key_in_data", file=path)
    if path.is_dir():
        raise KeyRefused("key_broken", file=path)
    if not path.exists():
        if not make or any(data.glob("*.duckdb")):
            raise KeyRefused("key_missing", file=path)
        write_keys(path, (secrets.token_hex(32),), is_new=True)
    if path.stat().st_mode & 0o077:
        raise KeyRefused("key_readable", file=path)
    try:
        keys = tuple(path.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        raise KeyRefused("key_broken", file=path) from None
    if not keys or not all(_HEX.match(key) for key in keys):
        raise KeyRefused("key_broken", file=path)
    return keys


def write_keys(path: Path, keys: Sequence[str], *, is_new: bool = False) -> None:
    """Writes the file whole or not at all; it is never readable by others, not even for a moment.

    `is_new`: where another process made one a moment ago, that one stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.unfinished")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("".join(f"{key}\n" for key in keys))
        file.flush()
        os.fsync(file.fileno())  # what is encrypted with a key that a power cut took is lost
    if is_new:
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(unfinished)
        unfinished.unlink()
    else:
        unfinished.replace(path)
