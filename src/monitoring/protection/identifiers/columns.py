"""What a column that nobody declared holds, by its heading and its texts together. Of codes see codes.py."""

import re
from collections.abc import Callable, Sequence
from statistics import median

from monitoring.protection.identifiers.dates import LAST_YEAR_OF_BIRTH
from monitoring.protection.identifiers.headings import in_heading
from monitoring.protection.identifiers.kinds import Kind, closed
from monitoring.protection.identifiers.names import is_like_a_name
from monitoring.protection.identifiers.phones import is_phone_of_somewhere
from monitoring.protection.identifiers.said_names import has_name_said_as_one
from monitoring.protection.identifiers.texts import in_text

MOST_TEXTS = 60_000
"""Different texts of one column that are looked through; more, and nobody can say that there is nothing."""

_FEW = 3
_LONG, _VERY_LONG = 40, 200  # characters
_DAY = re.compile(r"(?P<year>\d{4})-\d\d-\d\d(?:[ T].*)?|\d{1,2}[./-]\d{1,2}[./-](?P<last>\d{4})")
_NUMBER = re.compile(r"\d{8,13}(?:\.0)?")


def in_column(heading: str | None, texts: Sequence[str], filled: int, *, may_be_long: bool = False) -> Kind | None:
    """The kind of identifier that a column carries, or None. `texts` are its different texts, `filled` its cells.

    `may_be_long` of columns in which we ask for several answers at once: those are no stories.
    A heading counts only where the cells could hold what it promises: "Phone" above yes and no is none.
    """
    if len(texts) > MOST_TEXTS:
        return Kind.NOT_LOOKED_THROUGH
    promised = in_heading(heading) if heading else None
    if promised and any(map(_COULD_BE[promised], texts)):
        return promised
    found = (in_text(text) or closed(_named, text) for text in texts)
    kind = next(filter(None, found), None) or _by_all(texts, filled)
    return None if may_be_long and kind is Kind.LONG_TEXT else kind


def _named(text: str) -> Kind | None:
    return Kind.NAME if has_name_said_as_one(text) else None


def _by_all(texts: Sequence[str], filled: int) -> Kind | None:
    """What only shows in many texts at once."""
    if any(len(text) > _VERY_LONG for text in texts):
        return Kind.LONG_TEXT
    if len(texts) < _FEW or len(texts) < 0.7 * filled:
        return Kind.BIRTH_DATE if _are_births(texts) else None
    if median(map(len, texts)) >= _LONG:
        return Kind.LONG_TEXT
    if _mostly(texts, is_like_a_name):
        return Kind.NAME
    if _mostly(texts, lambda text: bool(_NUMBER.fullmatch(text)) and is_phone_of_somewhere(text.removesuffix(".0"))):
        return Kind.PHONE
    return Kind.BIRTH_DATE if _are_births(texts) else None


def _mostly(texts: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, texts)) >= 0.7 * len(texts)


def _are_births(texts: Sequence[str]) -> bool:
    """Whether the column is of days, and most of them so long ago that they can hardly be of anything but births."""
    days = [found for text in texts if (found := _DAY.fullmatch(text.strip()))]
    if len(days) < max(_FEW, 0.8 * len(texts)):
        return False
    years = [int(day["year"] or day["last"]) for day in days]
    return median(years) <= LAST_YEAR_OF_BIRTH - 10 and len(set(years)) >= _FEW


def _has_digits(fewest: int) -> Callable[[str], bool]:
    return lambda text: sum(map(str.isdigit, text)) >= fewest


def _is_no_answer(text: str) -> bool:
    """Anything but yes, no, a single sign or a number."""
    return any(map(str.isalpha, text)) and text.strip().casefold() not in _ANSWERS


_ANSWERS = {
    "yes", "no", "oui", "non", "sí", "si", "sim", "não", "nao", "true", "false", "نعم", "لا", "x", "n/a", "na", "da",
    "nu", "unknown", "inconnu", "desconocido", "desconhecido", "alive", "dead", "none",
}  # fmt: skip
_COULD_BE: dict[Kind, Callable[[str], bool]] = {
    Kind.NAME: _is_no_answer,
    Kind.ADDRESS: _is_no_answer,
    Kind.EMAIL: lambda text: "@" in text or "." in text,
    Kind.PHONE: _has_digits(6),
    Kind.IDENTITY_NUMBER: _has_digits(4),
    Kind.COORDINATES: _has_digits(3),
    Kind.BIRTH_DATE: _has_digits(4),
}
