"""Names of people in texts: said to be names, or known as given names. Surnames alone look like any other word."""

import re
import tomllib
from functools import cache
from pathlib import Path

from monitoring.protection.identifiers.plain import folded, plain

_FILE = Path(__file__).with_name("given_names.toml")
_CAPITAL = r"[A-ZÀ-ÖØ-ÝĀ-Ž][\w'’-]+"
_SAID = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mister|Chief|Alhaji|Alhaja|Mme|Mlle|Monsieur|Madame|Sr|Sra|Srta|Doña|Dona|Señora?|Senhora?)\.?"
    r"|\bDr\.?|\bM\."
    r"|\b(?i:name is|named|called|known as|s'appelle|nommée?|prénommée?|du nom de|se llama|llamad[ao]|de nombre"
    r"|se chama|chamad[ao]|de nome|m'appelle|me llamo|me chamo))"
    rf"\s+(?P<name>{_CAPITAL})"
)
_SAID_IN_ARABIC = re.compile(
    r"(?:السيدة|السيد|الآنسة|الانسة|اسمها|اسمه|اسمي|تدعى|يدعى|المدعوة|المدعو|تسمى|يسمى)\s+[\u0621-\u064a]{2,}"
)
_NO_NAMES = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "round", "the", "back",
    "again",
}  # fmt: skip
_OF_PLACES = {
    "house", "home", "centre", "center", "foundation", "shelter", "association", "trust", "hall", "school", "hospital",
    "clinic", "project", "network", "street", "road", "international", "initiative", "ministries", "church",
}  # fmt: skip
"""What follows a word of hope in the name of an organisation: Grace House is no person."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ARABIC = re.compile("[\u0621-\u064a]")


def has_name_said_as_one(text: str) -> bool:
    """Whether a title or words such as "her name is" stand before a name."""
    simple = plain(text)
    said = (found["name"].casefold() for found in _SAID.finditer(simple))
    return any(name not in _NO_NAMES for name in said) or bool(_SAID_IN_ARABIC.search(simple))


def has_given_name(text: str) -> bool:
    """Whether a common given name stands in the text, written as a name. Most of the world's names are in no list."""
    words = _WORD.findall(plain(text))
    return any(_is_given_name(words, at) for at in range(len(words)))


def is_like_a_name(text: str) -> bool:
    """Whether the whole text could be somebody's name: two to five words with capitals, or in Arabic, and no digit."""
    words = plain(text).replace(",", " ").replace(".", " ").split()
    return 2 <= len(words) <= 5 and all(_is_like_a_part(word) for word in words)


def _is_like_a_part(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").replace("’", "")
    is_particle = word in (
        "de",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "la",
        "ben",
        "bin",
        "bint",
        "el",
        "al",
        "van",
        "von",
        "e",
        "y",
    )
    return letters.isalpha() and (is_particle or word[0].isupper() or bool(_ARABIC.match(word)))


def _is_given_name(words: list[str], at: int) -> bool:
    word = words[at].removesuffix("'s").removesuffix("’s")
    if not (word[:1].isupper() or _ARABIC.match(word)):
        return False
    key = folded(word)
    if key in _names()["also_words"]:
        following = words[at + 1] if at + 1 < len(words) else ""
        return following[:1].isupper() and folded(following) not in _OF_PLACES
    return key in _names()["names"]


@cache
def _names() -> dict[str, frozenset[str]]:
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        "names": frozenset(folded(name) for names in listed["names"].values() for name in names),
        "also_words": frozenset(folded(name) for names in listed["also_words"].values() for name in names),
    }
