"""How the log's lines hold together: each carries a hash over the one before it and over itself. Reads no file."""

import json
from hashlib import sha256

FIRST = "0" * 64
"""What stands before the first line."""


def linked(before: str, number: int, at: str, who: str, what: str, detail: str) -> str:
    """SHA-256, in hex, over the hash of the line before and this line, written in one fixed way."""
    line = json.dumps([number, at, who, what, detail], ensure_ascii=True, separators=(",", ":"))
    return sha256(f"{before}\n{line}".encode()).hexdigest()
