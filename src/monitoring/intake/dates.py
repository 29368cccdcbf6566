"""Dates as people write them: year first, day or month first, months in words, days as Excel counts them.

Whether 03/04/2026 is in March or in April no text can say by itself: what other texts of the file prove decides, or
whoever hands it in. Two figures of a year stand at the end: 3.4.26 is of 2026.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from monitoring.domain.habits import DayOrder
from monitoring.intake.characters import bare, plain

_ISO = re.compile(r"((?:19|20|21)\d\d-\d\d-\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_SERIAL = re.compile(r"(\d{5})(?:[.,]0+)?")
_SERIAL_ORIGIN = date(1899, 12, 30)  # not 1 January 1900: Excel counts a 29 February 1900 that never was
_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_MIDNIGHT = re.compile(r"(?<=\d)[ tT]+(?:00?:00(?::00(?:\.0+)?)?|12:00(?::00)? ?am)$")
_PARTS = re.compile(r"(\d{1,4}) ?([./\-،؍]) ?(\d{1,2}) ?\2 ?(\d{1,4})[./]?")
_SPACED = re.compile(r"(\d{1,4})( )(\d{1,2}) (\d{1,4})")
_WORDS = re.compile(r"\d+|[^\W\d_]+")
_AROUND = {"er", "st", "nd", "rd", "th", "of", "the", "le", "de", "du", "del"}
_LANGUAGES = ("en", "fr", "es", "pt")  # those with Latin letters among the languages that offices write in
_MORE_SHORT = {"sept": 9, "juil": 7, "fev": 2, "fevr": 2}
_FEWEST_REAL, _FEWEST_LEFT = 5, 3
"""Different real dates with a day up to 12, and texts above it, below which it may be chance."""
_LATEST_SHORT_YEAR = 89
"""Of a year in two figures: 90 to 99 are of the last century. No date of ours is older than 1990."""


class Unclear:
    """A date that can be read in two ways."""


UNCLEAR = Unclear()


def read_date(text: str, order: DayOrder | None) -> date | Unclear | None:
    """The day that a text names; UNCLEAR where only the order of day and month would tell; None where it is no date."""
    try:
        usual = _ISO.fullmatch(text)
        return date.fromisoformat(usual[1]) if usual and text.isascii() else _read(text, order)
    except ValueError:  # the 31st of a month of 30 days
        return None


def orders_shown(texts: Iterable[str]) -> set[DayOrder]:
    """The orders that texts prove, by a day above 12: one, none, or both where people wrote as they liked."""
    shown = set()
    for text in texts:
        if text.isascii() and _ISO.fullmatch(text):
            continue
        parts = _day_and_month(plain(text))
        if parts and 31 >= max(parts[:2]) > 12 >= min(parts[:2]):
            shown.add(DayOrder.DAY_FIRST if parts[0] > 12 else DayOrder.MONTH_FIRST)
    return shown


def turned_by_a_program(texts: Iterable[str]) -> set[str]:
    """Real dates of a column in which a program seems to have taken days for months; mostly none.

    A program that puts the month first and opens 03/04 and 25/04 makes a real date of the former, the fourth of March,
    and leaves the latter as text: no real date has a day above 12 then, and every text has one.
    """
    real, left = set(), set()
    for text in texts:
        if iso := _ISO.fullmatch(text):
            real.add(text)
            if int(iso[1][8:]) > 12:
                return set()
        elif parts := _day_and_month(plain(text).strip()):
            left.add(text)
            if parts[0] <= 12:
                return set()
    return real if len(real) >= _FEWEST_REAL and len(left) >= _FEWEST_LEFT else set()


def _read(text: str, order: DayOrder | None) -> date | Unclear | None:
    written = _MIDNIGHT.sub("", plain(text).strip())
    if iso := _ISO.fullmatch(written):
        return date.fromisoformat(iso[1])
    if serial := _SERIAL.fullmatch(written):
        return _SERIAL_ORIGIN + timedelta(days=int(serial[1]))
    if together := _TOGETHER.fullmatch(written):
        return date(*map(int, together.groups()))
    if found := _in_figures(written):
        year, month, day = (found[each] for each in (1, 3, 4))
        if len(year) == 4:
            return date(int(year), int(month), int(day))
    if parts := _day_and_month(written):
        return _in_order(*parts, order)
    return _in_words(written)


def _in_order(first: int, second: int, year: int, order: DayOrder | None) -> date | Unclear:
    """A part above 12 is the day, whatever others do; twice the same number needs no order."""
    if first <= 12 and second <= 12 and first != second:
        if order is None:
            return UNCLEAR
        is_day_first = order is DayOrder.DAY_FIRST
    else:
        is_day_first = first > 12 or second <= 12
    day, month = (first, second) if is_day_first else (second, first)
    return date(year, month, day)


def _in_figures(written: str) -> re.Match[str] | None:
    return _PARTS.fullmatch(written) or _SPACED.fullmatch(written)


def _day_and_month(written: str) -> tuple[int, int, int] | None:
    """The two parts before the year, and the year; None for a text that is not written so."""
    found = _in_figures(written)
    if not found or len(found[1]) > 2 or len(found[4]) not in (2, 4):
        return None
    return int(found[1]), int(found[3]), _year(found[4])


def _year(figures: str) -> int:
    short = int(figures)
    if len(figures) == 4:
        return short
    return short + (2000 if short <= _LATEST_SHORT_YEAR else 1900)


def _in_words(written: str) -> date | None:
    """A day, a month's name and a year, in any order; the year has four figures or stands last."""
    words = [word for word in _WORDS.findall(bare(written)) if word not in _AROUND]
    named = [word for word in words if not word.isdecimal()]
    figures = [word for word in words if word.isdecimal()]
    if len(named) != 1 or len(figures) != 2 or named[0] not in _months():
        return None
    day, year = figures[::-1] if len(figures[0]) == 4 else figures
    if len(day) > 2 or len(year) not in (2, 4):
        return None
    return date(_year(year), _months()[named[0]], int(day))


@cache
def _months() -> dict[str, int]:
    """Months' names, whole and shortened, without accents and points -> 1 to 12."""
    from babel.dates import get_month_names  # of no use to a file whose dates are all figures

    names = dict(_MORE_SHORT)
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names[bare(name).strip(".")] = number
    return names
