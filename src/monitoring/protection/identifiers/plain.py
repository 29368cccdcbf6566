"""Texts as they are compared: digits of any script as 0-9, one sort of dash and space, nothing invisible."""

import re
import unicodedata
from functools import cache

_DASHES = "‐‑‒–—―−"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0640]")
_HARAKAT = re.compile("[\u064b-\u065f\u0670]")
_ALEFS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z\d])")


def plain(text: str) -> str:
    """The text in its simplest spelling. Upper and lower case stay: they tell names."""
    if text.isascii():
        return text
    simple = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return "".join(_simple(character) for character in simple)


def folded(heading: str) -> str:
    """For comparing headings: lower case without accents; words parted by one space, the Arabic article left out."""
    text = unicodedata.normalize("NFD", plain(_CAMEL.sub(" ", heading)).casefold())
    bare = "".join(each for each in text if not unicodedata.combining(each))
    words = re.findall(r"\w+", _HARAKAT.sub("", bare).translate(_ALEFS).replace("_", " "))
    return " ".join(word.removeprefix("ال") if len(word) > 3 else word for word in words)


@cache
def _simple(character: str) -> str:
    if character in _DASHES:
        return "-"
    if character == "٫":
        return "."
    if character.isspace():
        return "\n" if character in "\n\r" else " "
    if character.isdecimal():
        return str(unicodedata.digit(character))
    return character
