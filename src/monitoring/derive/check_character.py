"""Check characters of survivor codes, ISO 7064 Mod 37,2: in Python, and as XPath for forms on a telephone.

The last letter or digit of a code tells whether the rest was copied rightly: it finds every single slip and nearly all
swaps. Hyphens and upper or lower case do not count. A code whose check character would be `*` is not given out, for our
codes have none. Holds no codes.
"""

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_37_2

LONGEST = 40
"""Characters of the longest code."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SMALL = "abcdefghijklmnopqrstuvwxyz"
_MODULUS = 37
NO_CHARACTER = 36
"""The place of `*`."""


def has_check_character(code: str) -> bool:
    """Whether the code ends with its check character."""
    try:
        mod_37_2.validate(_plain(code))
    except ValidationError:
        return False
    return not code.endswith("*")


def with_check_character(base: str) -> str | None:
    """The code to give out, `MD-0001` -> `MD-0001-N`; None where the character would be `*`: take another base."""
    character = mod_37_2.calc_check_digit(_plain(base))
    return None if character == "*" else f"{base}-{character}"


def ends_rightly(code: str) -> str:
    """XPath: whether the code that `code` refers to (`.` or `${name}`) ends with its check character."""
    return f"({_weighted_sum(code, 1)}) mod {_MODULUS} = 1"


def character_value(base: str) -> str:
    """XPath: the place, from 0, of the base's check character in the alphabet; 36 is `*`, which is not given out."""
    return f"(38 - ({_weighted_sum(base, 2)}) mod {_MODULUS}) mod {_MODULUS}"


def completed(base: str, value: str) -> str:
    """XPath: the base with a hyphen and its check character; `value` refers to the character's place."""
    return f"concat({base}, '-', substr('{_ALPHABET}', {value}, {value} + 1))"


def _plain(code: str) -> str:
    return code.replace("-", "").upper()


def _weighted_sum(code: str, last_weight: int) -> str:
    """Each character's place in the alphabet times a power of 2, the last one's being `last_weight`.

    Unrolled, for XPath knows no loop, and left-padded, for `substr` counts from the end where a place is negative.
    """
    padded = f"concat('{'0' * LONGEST}', translate({code}, '{_SMALL}-', '{_ALPHABET[10:]}'))"
    begins = f"string-length(translate({code}, '-', ''))"
    weights = [last_weight * pow(2, LONGEST - 1 - at, _MODULUS) % _MODULUS for at in range(LONGEST)]
    return " + ".join(
        f"{weight} * string-length(substring-before('{_ALPHABET}', "
        f"substr({padded}, {begins} + {at}, {begins} + {at + 1})))"
        for at, weight in enumerate(weights)
    )
