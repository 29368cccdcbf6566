"""What the heading of a column promises, in the languages that offices write in. Reads no cells."""

import tomllib
from functools import cache
from pathlib import Path

from monitoring.protection.identifiers.kinds import Kind
from monitoring.protection.identifiers.plain import folded

_FILE = Path(__file__).with_name("headings.toml")
_LONGEST = 80
"""Characters of a heading. What is longer is a sentence, and is looked at as one."""


def in_heading(text: str) -> Kind | None:
    """What a column with this heading holds, as far as its words tell; None where they promise nothing of a person."""
    if len(text) > _LONGEST:
        return None
    words = f" {folded(text)} "
    for kind, phrases in _phrases().items():
        if any(phrase in words for phrase in phrases):
            harmless = kind is Kind.NAME and any(word in words for word in _of_no_person())
            if not harmless:
                return kind
    return None


@cache
def _phrases() -> dict[Kind, tuple[str, ...]]:
    """Each kind's phrases, folded and with a space on either side. The first kind that fits is meant."""
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))["identifies"]
    return {Kind(kind): _folded(by_language) for kind, by_language in listed.items()}


@cache
def _of_no_person() -> tuple[str, ...]:
    return _folded(tomllib.loads(_FILE.read_text(encoding="utf-8"))["of_no_person"])


def _folded(by_language: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(f" {folded(phrase)} " for phrases in by_language.values() for phrase in phrases)
