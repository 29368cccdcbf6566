"""Answers of a list as people write them: codes, labels in any language, several in one cell, nearly right ones."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache

from monitoring.domain.form import ChoiceList, Question
from monitoring.intake.characters import fold
from monitoring.intake.words_in_a_row import words_in_a_row

_STRONG = re.compile(r"[;\n|؛]")
_WEAK = re.compile(r"[,،、]")


def nearest(question: Question, text: str) -> str | None:
    """The allowed answer that the text resembles most, as its code, or None where none is near.

    Where several may be named, of the one part that is none of them.
    """
    if question.choices is None:
        return None
    table = spellings(question.choices)
    if question.type.takes_many:
        unknown = [part for part in _parts(text) if fold(part) not in table]
        text = unknown[0] if len(unknown) == 1 else text
    near = get_close_matches(fold(text), table, n=1, cutoff=0.6)
    return table[near[0]] if near else None


def spellings(choices: ChoiceList) -> dict[str, str]:
    """Every way to write an answer of the list -> its code: codes first, then labels in any language."""
    table = {fold(label): choice.code for choice in reversed(choices.choices) for label in choice.label.values()}
    return table | {fold(choice.code): choice.code for choice in choices.choices}


def code_finder(table: Mapping[str, str]) -> Callable[[str], str | None]:
    """From a text to the code it stands for. Remembers: thousands of cells are made of the same dozen words."""
    return cache(lambda text: table.get(fold(text)))


def codes_named(text: str, code_of: Callable[[str], str | None]) -> list[str] | None:
    """The codes a cell names, each once, in its order. Separated by semicolon, line or comma; codes also by a space."""
    if whole := code_of(text):
        return [whole]
    codes: list[str | None] = []
    for part in _parts(text):
        code = code_of(part)
        codes += [code] if code else map(code_of, part.split())
    named = codes if codes and all(codes) else words_in_a_row(text, code_of)
    return [code for code in dict.fromkeys(named) if code] if named else None


def _parts(text: str) -> list[str]:
    return list(filter(str.strip, (_STRONG if _STRONG.search(text) else _WEAK).split(text)))


def table_of(question: Question) -> dict[str, str]:
    return spellings(question.choices) if question.choices else {}
