"""What a column that nobody declared holds, by its heading and its texts together. Of codes see codes.py."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import median

from monitoring.protection.identifiers.dates import LAST_YEAR_OF_BIRTH, without_days
from monitoring.protection.identifiers.headings import in_heading, number_of, speaks_of_things
from monitoring.protection.identifiers.kinds import Kind, closed
from monitoring.protection.identifiers.names import has_given_name, is_known_name, is_like_a_name
from monitoring.protection.identifiers.phones import is_phone_of_somewhere
from monitoring.protection.identifiers.places import is_on_the_way
from monitoring.protection.identifiers.said_names import has_name_said_as_one
from monitoring.protection.identifiers.texts import in_text
from monitoring.protection.identifiers.things import is_of_a_thing

MOST_TEXTS = 60_000
"""Different texts of one column that are looked through; more, and nobody can say that there is nothing."""

_FEW, _SAMPLE = 3, 500
_LONG, _VERY_LONG = 40, 200  # characters
_DAY = re.compile(r"(?P<year>\d{4})-\d\d-\d\d(?:[ T].*)?|\d{1,2}[./-]\d{1,2}[./-](?P<last>\d{4}|\d\d)")
_THIS_CENTURY = 40
_BETWEEN_DIGITS = re.compile(r"[ .()/-]|\.0$")
_PHONE_DIGITS = range(8, 14)
_FEWEST_PROMISED, _FEWEST_GIVEN = 7, 9  # digits: under a heading that speaks of a document; under any
_SERIAL = re.compile(r"(?P<letters>(?:[A-Za-z]{1,5}[-_/ ]?)?)(?P<number>\d{4,12})")
_ROUND_SUM = re.compile(r"^\D{0,4}(?:\d+00|\d{1,3}(?:[.,]\d{3})+)(?:[.,]\d\d?)?\D{0,5}$")
"""Money: "account" stands above balances as well."""

_CLOSE = 20
"""Numbers that lie no further apart on average were counted by an office; a state's or a bank's lie far apart."""


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
    if _are_counted(texts):
        return None
    found = (in_text(text) or closed(_named, text) for text in texts)
    kind = next(filter(None, found), None) or _promised_number(heading, texts) or _by_all(heading, texts, filled)
    return None if may_be_long and kind is Kind.LONG_TEXT else kind


def _named(text: str) -> Kind | None:
    return Kind.NAME if has_name_said_as_one(text) else None


def _promised_number(heading: str | None, texts: Sequence[str]) -> Kind | None:
    """An account, say, above long numbers: the heading alone promises little, and the numbers alone tell little."""
    kind = number_of(heading) if heading else None
    enough = _has_digits(_FEWEST_PROMISED)
    if kind is None or not texts or not _mostly(texts, lambda text: enough(without_days(text))):
        return None
    return None if sum(_ROUND_SUM.search(text) is not None for text in texts) > len(texts) / 2 else kind


def _by_all(heading: str | None, texts: Sequence[str], filled: int) -> Kind | None:
    """What only shows in many texts at once."""
    if any(len(text) > _VERY_LONG for text in texts):
        return Kind.LONG_TEXT
    if len(texts) < _FEW or len(texts) < 0.7 * filled:
        return Kind.BIRTH_DATE if _are_births(texts) else None
    if median(map(len, texts)) >= _LONG:
        return Kind.LONG_TEXT
    texts = texts[:: max(1, len(texts) // _SAMPLE)]
    is_named_so = bool(heading) and speaks_of_things(heading or "")
    looks: tuple[tuple[Kind, Callable[[], bool]], ...] = (
        (Kind.NAME, lambda: not is_named_so and _mostly(texts, _is_somebody)),
        (Kind.NAME, lambda: _mostly(texts, _has_known_name, share=0.5)),
        (Kind.ADDRESS, lambda: _mostly(texts, is_on_the_way, share=0.5)),
        (Kind.BIRTH_DATE, lambda: _are_births(texts)),
    )
    return next((kind for kind, is_so in looks if is_so()), None) or _by_numbers(texts)


def _by_numbers(texts: Sequence[str]) -> Kind | None:
    """Telephone numbers written bare, or numbers that somebody else than the office gave."""
    rest = (_BETWEEN_DIGITS.sub("", without_days(text)) for text in texts)
    numbers = [number for number in rest if number.isdecimal()]
    if sum(len(each) in _PHONE_DIGITS and is_phone_of_somewhere(each) for each in numbers) >= 0.7 * len(texts):
        return Kind.PHONE
    return Kind.IDENTITY_NUMBER if len(numbers) >= 0.8 * len(texts) and _are_given(numbers) else None


def _mostly(texts: Sequence[str], fits: Callable[[str], bool], share: float = 0.7) -> bool:
    return sum(map(fits, texts)) >= share * len(texts)


def _is_somebody(text: str) -> bool:
    return is_like_a_name(text) and not is_of_a_thing(text)


def _has_known_name(text: str) -> bool:
    return (is_known_name(text) or has_given_name(text)) and not is_of_a_thing(text)


def _are_counted(texts: Sequence[str]) -> bool:
    """Whether all are numbers of one row, behind the same letters: serials, vouchers, batches."""
    found = [_SERIAL.fullmatch(text.strip()) for text in texts]
    rows = [row for row in found if row]
    if len(rows) < max(_FEW, len(found)) or len({row["letters"] for row in rows}) > 1:
        return False
    values = [int(row["number"]) for row in rows]
    return max(values) - min(values) <= _CLOSE * len(values)


def _are_given(numbers: Sequence[str]) -> bool:
    """Whether long numbers of one length lie so far apart that nobody counted them."""
    ((length, often),) = Counter(map(len, numbers)).most_common(1)
    if length < _FEWEST_GIVEN or often < 0.8 * len(numbers):
        return False
    values = sorted(map(int, numbers))
    return values[-1] - values[0] > _CLOSE * len(values)


def _are_births(texts: Sequence[str]) -> bool:
    """Whether the column is of days, and most of them so long ago that they can hardly be of anything but births."""
    days = [found for text in texts if (found := _DAY.fullmatch(text.strip()))]
    if len(days) < max(_FEW, 0.8 * len(texts)):
        return False
    years = [_year(day["year"] or day["last"]) for day in days]
    return median(years) <= LAST_YEAR_OF_BIRTH - 10 and len(set(years)) >= _FEW


def _year(written: str) -> int:
    """Two digits are of the last hundred years: nobody hands in a day to come as often as a day of birth."""
    year = int(written)
    return year if len(written) > 2 else 1900 + year + (100 if year <= _THIS_CENTURY else 0)


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
