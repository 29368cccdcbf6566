"""What a character is, whatever keyboard or program wrote it: digits, spaces, dashes, letters that look like others.

Knows no question. A text is made plain for reading; what is kept of a cell is the text as it was handed in.
"""

import unicodedata
from functools import cache

_APOSTROPHES = dict.fromkeys("’‘ʼ´`′", "'")
_MINUS = "\u2212"
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FROM_FULL_WIDTH = 0xFF01 - ord("!")
_NO_LETTERS = dict.fromkeys([0x00AD, 0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF, *range(0x202A, 0x202F),
                             *range(0x2066, 0x206A)])  # fmt: skip
"""Marks that show nothing: of direction, of width 0. Not the joiners U+200C and U+200D: Bengali spells with them."""

_LOOK_ALIKE = str.maketrans(
    "АВЕКМНОРСТУХЅІЈҮԌаеорсухѕіјһԁкмт" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικρτυχ",
    "ABEKMHOPCTYXSIJYGaeopcyxsijhdkmt" + "ABEZHIKMNOPTYXoavikptux",
)
"""Cyrillic and Greek letters that nobody can tell from Latin ones by eye."""


def plain(text: str) -> str:
    """The same in plain characters: digits of any script as 0 to 9, full-width letters and signs as usual ones.

    Spaces of any kind become one kind, dashes "-", apostrophes "'"; marks that show nothing are left out.
    """
    if text.isascii():
        return text
    return "".join(map(_plain, unicodedata.normalize("NFC", text)))


def fold(text: str) -> str:
    """For comparing: plain, lower case, any white space as one space, ligatures and the like taken apart."""
    whole = text if text.isascii() else unicodedata.normalize("NFKC", plain(text))
    return " ".join(whole.split()).casefold()


def bare(text: str) -> str:
    """For comparing more loosely: folded, without accents, and with spaces for underscores."""
    folded = fold(text).replace("_", " ")
    if folded.isascii():
        return folded
    return "".join(each for each in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(each))


def tidy(text: str) -> str:
    """A text to be kept as it is written: its own letters, any white space as one space, no invisible marks."""
    whole = text if text.isascii() else unicodedata.normalize("NFC", text.translate(_NO_LETTERS))
    return " ".join(whole.split())


def in_latin(text: str) -> str:
    """Plain, with Latin letters for those of other alphabets that look the same."""
    return plain(text).translate(_LOOK_ALIKE)


@cache
def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Pd" or character == _MINUS:
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if ord(character) in _FULL_WIDTH:
        return chr(ord(character) - _FROM_FULL_WIDTH)
    return _APOSTROPHES.get(character, character)
