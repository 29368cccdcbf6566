"""Every sentence of the interface and of every problem, by language. Holds no data about anybody."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


def say(key: str, language: str = "en", /, **facts: object) -> str:
    """The sentence of a dotted key (`problems.not_on_list.fix`), its slots filled.

    Raises KeyError for a key that no file of the language has: a missing sentence is our bug, found by the tests.
    """
    found: Any = _sentences(language)
    for part in key.split("."):
        found = found[part]
    return str(found).format(**facts)


def has(key: str, language: str = "en") -> bool:
    """Whether the language has that sentence."""
    try:
        found: Any = _sentences(language)
        for part in key.split("."):
            found = found[part]
    except (KeyError, TypeError):
        return False
    return True


@cache
def _sentences(language: str) -> dict[str, Any]:
    files = sorted((_FOLDER / language).glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in files}
