"""Answers whose words follow each other with nothing but spaces between, as Kobo writes labels of several answers."""

import re
from collections.abc import Callable

_MOST_WORDS = 200
_LONGEST_ANSWER = 25
"""Words. The longest answer we offer has some fifteen."""


def words_in_a_row(text: str, code_of: Callable[[str], str | None]) -> list[str] | None:
    """The codes of the answers that make up the whole text, longer answers before shorter; None if anything is left.

    Commas and semicolons may stand between answers, and within them: `Learning, or school, Health`.
    """
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    found: list[list[str] | None] = [None] * len(words) + [[]]
    for start in range(len(words) - 1, -1, -1):
        for end in range(min(len(words), start + _LONGEST_ANSWER), start, -1):
            rest = found[end]
            if rest is not None and (code := _code(" ".join(words[start:end]), code_of)):
                found[start] = [code, *rest]
                break
    return found[0]


def _code(text: str, code_of: Callable[[str], str | None]) -> str | None:
    return code_of(text) or code_of(re.sub(r"^[,;]+\s*|\s*[,;]+$", "", text))
