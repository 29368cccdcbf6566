"""Names of people in texts, known as given or family names, or by their shape. Most of the world's are in no list."""

import re
import tomllib
from functools import cache
from itertools import takewhile
from pathlib import Path

from monitoring.protection.identifiers.plain import folded, plain

_FILES = tuple(Path(__file__).with_name(f"{which}_names.toml") for which in ("given", "family"))
_AROUND = Path(__file__).with_name("names_of_places.toml")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s.'’-]+|\d+")
"""Words, and what stands between them: a comma parts two names, and a number belongs to none."""

_INITIAL = re.compile(r"(?<![^\W_])[A-Z]\.[ ]?[A-Z][a-zà-ÿ]{2,}(?![\w@])")
_THEN_INITIAL = re.compile(r"\b(?P<name>[A-ZÀ-Ý][a-zà-ÿ]{2,})[ ][A-Z]\.(?!\w)")
_LETTERED = {
    "section", "class", "unit", "block", "bloc", "group", "vitamin", "hepatitis", "plan", "type", "appendix",
    "annex", "annexe", "part", "form", "grade", "level", "phase", "option", "category", "zone", "sector", "column",
    "groupe", "classe", "partie", "niveau", "grupo", "clase", "parte", "nivel", "vitamina", "vitamine",
}  # fmt: skip
"""What has a letter and is nobody: Plan B."""

_ARABIC = re.compile("[\u0621-\u064a]")
_SMALL = {
    "de", "del", "da", "do", "dos", "das", "la", "las", "los", "le", "les", "l", "el", "al", "du", "des", "d", "of",
    "the",
}  # fmt: skip
_PARTICLES = {
    "de", "del", "da", "do", "dos", "das", "la", "ben", "bin", "bint", "el", "al", "van", "von", "e", "y",
}  # fmt: skip


def has_given_name(text: str) -> bool:
    """Whether a common name stands in the text, written as one: a given name, or a family name beside another name."""
    simple = plain(text)
    words = _WORD.findall(simple.title() if simple.isupper() else simple)
    return any(_is_name(words, at) for at in range(len(words)))


def is_known_name(word: str) -> bool:
    """Whether the word alone is a given or family name, and nothing else: what stands in a code stands alone."""
    known = _names()
    return folded(word) in known["names"] or folded(word) in known["family"]


def has_initial_and_name(text: str) -> bool:
    """Whether a name stands behind its owner's initial, or before it: M.Diallo, Yesica P."""
    simple = plain(text)
    before = any(folded(found["name"]) not in _LETTERED for found in _THEN_INITIAL.finditer(simple))
    return before or _INITIAL.search(simple) is not None


def is_like_a_name(text: str) -> bool:
    """Whether the whole text could be somebody's name: two to five words with capitals, or in Arabic, and no digit."""
    words = plain(text).replace(",", " ").replace(".", " ").split()
    return 2 <= len(words) <= 5 and all(_is_like_a_part(word) for word in words)


def _is_like_a_part(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").replace("’", "")
    return letters.isalpha() and (word in _PARTICLES or word[0].isupper() or bool(_ARABIC.match(word)))


def _is_name(words: list[str], at: int) -> bool:
    word = words[at].removesuffix("'s").removesuffix("’s")
    if not (word[:1].isupper() or _ARABIC.match(word)):
        return False
    key, known = folded(word), _names()
    if key not in known["any"] or _is_of_a_place(words, at):
        return False
    if key in known["names"]:
        return True
    if _ends_as_a_place(words, at):
        return False
    before, behind = (_is_beside(words, at + step) for step in (-1, 1))
    return behind or (before and (key in known["family"] or bool(_ARABIC.match(word))))


def _is_beside(words: list[str], at: int) -> bool:
    """Whether a word stands there that may belong to the same name: with a capital, or in Arabic a name itself."""
    if not 0 <= at < len(words):
        return False
    key, known = folded(words[at]), _names()
    return (
        key in known["names"] if _ARABIC.match(words[at]) else _is_capital(words[at]) and key not in known["of_places"]
    )


def _is_capital(word: str) -> bool:
    """A capital and small letters: a word in capitals throughout is an organisation's short name, or shouted."""
    return word[:1].isupper() and not word.isupper()


def _is_of_a_place(words: list[str], at: int) -> bool:
    """San José and Hospital Pedro II are places, as are St Mary's Clinic and Grace House."""
    around, before = _names(), at - 1
    while before >= 0 and folded(words[before]) in _SMALL:
        before -= 1
    if before >= 0 and (words[before][0].isupper() or _ARABIC.match(words[before])):
        earlier = folded(words[before])
        if earlier in around["saints"] or earlier in around["of_places"]:
            return True
    following = words[at + 1] if at + 1 < len(words) else ""
    return following[:1].isupper() and folded(following) in around["of_places"]


def _ends_as_a_place(words: list[str], at: int) -> bool:
    """Olive Telegraph Office: words with capitals up to one that people are not called by."""
    run = [folded(word) for word in takewhile(lambda word: word[:1].isupper(), words[at + 1 : at + 5])]
    return bool(run) and any(word in _names()["of_places"] for word in run)


@cache
def _names() -> dict[str, frozenset[str]]:
    given, family = (tomllib.loads(file.read_text(encoding="utf-8")) for file in _FILES)
    around = tomllib.loads(_AROUND.read_text(encoding="utf-8"))
    found = {
        "names": _folded(given["names"]),
        "also_words": _folded(given["also_words"]),
        "family": _folded(family["names"]),
        "of_places": _folded(around["of_places"]),
        "saints": _folded(around["saints"]),
    }
    return found | {"any": found["names"] | found["also_words"] | found["family"]}


def _folded(by_language: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(folded(name) for names in by_language.values() for name in names)
