"""The key of the encrypted files: made on first use, kept outside every data folder, readable by its owner alone."""

import os
import re
import secrets
from pathlib import Path

from monitoring.domain.refusal import Refusal

_HEX = re.compile(r"^[0-9a-f]{64}$")


class KeyRefused(Refusal):
    """The key file cannot be used."""


def read_key(path: Path, data: Path) -> str:
    """64 hexadecimal digits from the key file, made if there is none yet.

    Raises KeyRefused where the file lies inside the data folder, may be read by others, or holds no key.
    """
    if path.resolve().is_relative_to(data.resolve()):
        raise KeyRefused("key_in_data", file=path)
    if path.is_dir():
        raise KeyRefused("key_broken", file=path)
    if not path.exists():
        if any(data.glob("*.duckdb")):
            raise KeyRefused("key_missing", file=path)
        _make(path)
    if path.stat().st_mode & 0o077:
        raise KeyRefused("key_readable", file=path)
    key = path.read_text(encoding="ascii").strip()
    if not _HEX.match(key):
        raise KeyRefused("key_broken", file=path)
    return key


def _make(path: Path) -> None:
    """Writes a new key; the file is never readable by others, not even for a moment."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return  # another process made it a moment ago
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
