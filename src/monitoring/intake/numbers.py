"""Whole numbers as people write them: groups of thousands, commas and points. Never decides what 1,234 means by itself.

"1,234" is a thousand and more to one office and one and a quarter to another: what other texts prove decides, or
whoever hands the file in.
"""

import re
from collections.abc import Iterable

from monitoring.domain.habits import DecimalSign
from monitoring.intake.characters import plain

_MOST_DIGITS = 18
_DIGITS = re.compile(r"\d{1,18}")
_GROUPED = re.compile(r"\d{1,3}(?:[ '٬]\d{3})+(?=$|[.,٫])")
_BY_ONE_SIGN = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")
_BY_BOTH = re.compile(r"\d{1,3}(?:(?:,\d{3})+\.|(?:\.\d{3})+,)(\d*)")
_ONE_SIGN = re.compile(r"(\d+)([.,٫])(\d+)")
_SIGNS = {",": DecimalSign.COMMA, ".": DecimalSign.POINT, "٫": None}


class NotClear:
    """A number that can be read in two ways."""


NOT_CLEAR = NotClear()


def read_whole(text: str, sign: DecimalSign | None) -> int | NotClear | None:
    """The whole number that a text is; NOT_CLEAR where only the sign of fractions would tell; None if it is none."""
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS:
        return int(text)
    written = plain(text).strip()
    minus = written[:1] == "-"
    body = written[1:] if written[:1] in ("-", "+") else written
    number = _unsigned(body, sign)
    return -number if minus and isinstance(number, int) else number


def signs_shown(texts: Iterable[str]) -> set[DecimalSign]:
    """The signs of fractions that texts prove. "12.5" proves nothing: so Excel's own numbers arrive, everywhere."""
    shown = set()
    for text in texts:
        if text.isascii() and text.isdecimal():
            continue
        body = plain(text).strip().lstrip("+-")
        if grouped := _BY_ONE_SIGN.fullmatch(body):
            shown.add(DecimalSign.POINT if grouped[1] == "," else DecimalSign.COMMA)
        elif _BY_BOTH.fullmatch(body):
            shown.add(DecimalSign.COMMA if body.rfind(",") > body.rfind(".") else DecimalSign.POINT)
        elif (one := _ONE_SIGN.fullmatch(_without_groups(body))) and one[2] == "," and not _could_be_groups(one, body):
            shown.add(DecimalSign.COMMA)
    return shown


def _unsigned(body: str, sign: DecimalSign | None) -> int | NotClear | None:
    if _DIGITS.fullmatch(body) or _BY_ONE_SIGN.fullmatch(body):
        return int(re.sub(r"\D", "", body))
    if both := _BY_BOTH.fullmatch(body):
        return _whole_of(body[: both.start(1) - 1], both[1])
    bare = _without_groups(body)
    if _DIGITS.fullmatch(bare):
        return int(bare)
    one = _ONE_SIGN.fullmatch(bare)
    if one is None:
        return None
    if not _could_be_groups(one, body) or sign is _SIGNS[one[2]]:
        return _whole_of(one[1], one[3])
    return NOT_CLEAR if sign is None else int(one[1] + one[3])


def _whole_of(digits: str, fraction: str) -> int | None:
    """The number before a fraction of noughts; None where there is a fraction."""
    return None if fraction.strip("0") else int(re.sub(r"\D", "", digits))


def _without_groups(body: str) -> str:
    """The number without the spaces or apostrophes that group its thousands."""
    grouped = _GROUPED.match(body)
    return re.sub(r"[ '٬]", "", grouped[0]) + body[grouped.end() :] if grouped else body


def _could_be_groups(one: re.Match[str], body: str) -> bool:
    """Whether the one sign may stand before a group of three: not behind a 0, more digits, or groups by spaces."""
    is_short = len(one[3]) == 3 and len(one[1]) <= 3 and one[1] != "0"
    return is_short and one[2] != "٫" and one.string == body
