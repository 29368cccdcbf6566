"""What the heading of a column promises, in the languages that offices write in. Reads no cells."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from monitoring.protection.identifiers.kinds import Kind
from monitoring.protection.identifiers.plain import folded, plain

_FILE = Path(__file__).with_name("headings.toml")
_LONGEST = 80
"""Characters of a heading. What is longer is a sentence, and is looked at as one."""

_PARTS = re.compile(r"[/,;&+|\n]|\s(?:and|et|y|e|și)\s|\s(?=وال(?!د)|ورقم|واسم)")
"""Between the things that one heading asks for: "name / village" asks for a name, whatever stands beside it."""

_YES_OR_NO = re.compile(r"\(?\b(?:y|yes|o|oui|s|s[ií]|sim|نعم|da)\s*/\s*(?:n|no|non|n[ãa]o|لا|nu)\b\)?", re.IGNORECASE)
_COUNT_IN_FRENCH = re.compile(r" nombre d(?: |e (?!los |las |sus |mis )\w+[sx] )")
"""How many of something, in French; in Spanish the same word asks for a name."""

_AND_THE = re.compile(r"(?<=\s)وال(?=[\u0621-\u064a]{2})(?!د(?:ها|ه)?(?![\u0621-\u064a]))")
"""In Arabic, "and" and "the" are written as one with the word: وال; the father is written alike."""

_NAME_OF = re.compile(
    r"^ (?:names? of|noms? (?:de|du|des|d)|nombres? (?:de|del)|nomes? (?:de|do|da)|اسم)"
    r" (?:(?:the|each|any|la|le|les|l|el|los|las|o|a|os|as) )?\w{3,}"
)
"""Asks for the name of what is said next; of whom is told by words that are never excused."""


def in_heading(text: str) -> Kind | None:
    """What a column with this heading holds, as far as its words tell; None where they promise nothing of a person."""
    if len(text) > _LONGEST:
        return None
    without, marks = _YES_OR_NO.subn(" ", _AND_THE.sub("|ال", plain(text)).replace("#", " no "))
    words, parts = _spaced(without), [_spaced(part) for part in _PARTS.split(without)]
    if not _asks_for_more(words):
        is_answered_by_yes = marks or _is_question_of_yes_or_no(without, words)
        asked = [] if is_answered_by_yes else [part for part in parts if not _only_asks_about(part)]
        words, parts = (words if asked == parts else " | ".join(asked)), asked
    for kind, phrases in _listed("identifies").items():
        if _has(words, phrases) and (kind != Kind.NAME or _names_somebody(words, parts)):
            return Kind(kind)
    for table, kind_of_number in (("documents", Kind.IDENTITY_NUMBER), ("contacts", Kind.PHONE)):
        if any(_has(part, _listed(table)["nouns"]) and _has(part, _listed("documents")["numbers"]) for part in parts):
            return kind_of_number
    alone = (Kind(kind) for kind, short in _listed("alone").items() if any(part in short for part in parts))
    return next(alone, Kind.ADDRESS if _are_parts_of_an_address(parts) else None)


def speaks_of_things(text: str) -> bool:
    """Whether the heading is of places, organisations or trades, and of nobody: below it, capitals tell little."""
    words = _spaced(plain(text))
    return _has(words, _listed("of_no_person")["words"]) and not _has(words, _listed("of_no_person")["never_excused"])


def _are_parts_of_an_address(parts: list[str]) -> bool:
    """Whether the heading is made of nothing else, and goes down to the street or the house."""
    coarse, fine = (_listed("address_parts")[grain] for grain in ("coarse", "fine"))
    return len(parts) > 1 and all(part in (*coarse, *fine) for part in parts) and any(part in fine for part in parts)


def number_of(text: str) -> Kind | None:
    """What a number below this heading is of, where it names a document, an account or a way to reach somebody."""
    words = _spaced(plain(text))
    kinds = (("documents", Kind.IDENTITY_NUMBER), ("contacts", Kind.PHONE))
    return next((kind for table, kind in kinds if _has(words, _listed(table)["nouns"])), None)


def _only_asks_about(part: str) -> bool:
    """Whether it asks if there is such a thing, of what kind, how often or when, and not for the thing itself."""
    asks = _listed("asks_about")
    if part.startswith(asks["when"]) and not _has(part, _listed("identifies")[Kind.BIRTH_DATE]):
        return True
    if part.startswith(asks["begins"]) or _has(part, asks["anywhere"]):
        return True
    return _has(part, asks["deeds"]) and not _has(part, _listed("of_no_person")["say_nothing_more"])


def _is_question_of_yes_or_no(text: str, words: str) -> bool:
    """Whether it ends as a question, and asks for no name, nor what, where or who."""
    if not text.rstrip(" )").endswith(("?", "؟")):
        return False
    return not _has(words, (*_listed("of_no_person")["say_nothing_more"], *_listed("asks_about")["what"]))


def _asks_for_more(words: str) -> bool:
    """Whether a number or details are asked for as well: "passport: yes or no, number"."""
    for counting in _listed("asks_about")["counts"]:
        words = words.replace(counting, "  ")
    return _has(words, _listed("asks_about")["asks_for"])


def _names_somebody(words: str, parts: list[str]) -> bool:
    """Whether one of the parts asks for the name of a person: "name of the provider" does not."""
    names, rules = _listed("identifies")[Kind.NAME], _listed("of_no_person")
    kept = {*rules["never_excused"], *names} - {*rules["say_nothing_more"]}
    naming = [part for part in parts if _has(part, names)] or [words]
    naming = [part for part in naming if _has(part, rules["say_nothing_more"]) or not _has(part, rules["traits"])]
    return any((_has(part, kept) or not _is_excused(part)) and not _COUNT_IN_FRENCH.search(part) for part in naming)


def _is_excused(part: str) -> bool:
    """The names of things: people are few words of any language, and things are all others."""
    return _NAME_OF.search(part) is not None or _has(part, _listed("of_no_person")["words"])


def _has(words: str, phrases: Iterable[str]) -> bool:
    return any(phrase in words for phrase in phrases)


def _spaced(text: str) -> str:
    return f" {folded(text)} "


@cache
def _listed(table: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a table by their key, of all languages, folded and with a space on either side."""
    listed: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))[table]
    return {
        key: tuple(_spaced(phrase) for phrases in by_language.values() for phrase in phrases)
        for key, by_language in listed.items()
    }
