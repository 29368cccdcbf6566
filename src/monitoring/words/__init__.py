"""Every sentence of the interface and of every problem, by language. Holds no data about anybody."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


LANGUAGES = ("en", "fr")
"""The languages of sentences; the first has all of them."""

_whoever_reads: list[Callable[[], str]] = []  # at most one


def ask_for_language(of_reader: Callable[[], str]) -> None:
    """From now on sentences whose language nobody names are in the one that this tells: that of whoever reads."""
    _whoever_reads[:] = [of_reader]


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Meanwhile sentences whose language nobody names are in this one: a command speaks to one person."""
    before = _whoever_reads[:]
    _whoever_reads[:] = [lambda: language]
    try:
        yield
    finally:
        _whoever_reads[:] = before


def spoken() -> str:
    """The language of whoever reads; English where nobody is known to."""
    return _whoever_reads[0]() if _whoever_reads else LANGUAGES[0]


def say(key: str, language: str | None = None, /, **facts: object) -> str:
    """The sentence of a dotted key (`problems.not_on_list.fix`), its slots filled.

    Without a language it is in the reader's, or in English where it is not translated yet. Raises KeyError for a key
    that no file of a named language has: a missing sentence is our bug, found by the tests.
    """
    if language is None:
        language = spoken()
        language = language if language == LANGUAGES[0] or has(key, language) else LANGUAGES[0]
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
