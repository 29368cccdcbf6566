"""Numbers, ranges, changes and dates in words, in the reader's language unless one is named. Counts nothing."""

import math
from datetime import date, datetime

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, get_decimal_symbol

from monitoring.words import say, spoken

THIN = "\u202f"  # narrow no-break space
MINUS = "\u2212"


def whole(value: float) -> int:
    """The nearest whole number, halves upwards: Python's own rounding sends 12.5 to 12."""
    return math.floor(value + 0.5)


def percent(value: float) -> str:
    """`68 %` of a value between 0 and 100."""
    return f"{whole(value)}{THIN}%"


def count(number: float) -> str:
    """`1 240`, with a narrow space."""
    return f"{whole(number):,}".replace(",", THIN)


def decimal_mark() -> str:
    """`.`, or `,`: for numbers that a chart writes by itself."""
    return str(get_decimal_symbol(spoken()))


def one_decimal(number: float, language: str | None = None) -> str:
    """`1.3`."""
    return str(format_decimal(number, format="0.0", locale=language or spoken()))


def two_decimals(number: float, language: str | None = None) -> str:
    """`0.68`."""
    return str(format_decimal(number, format="0.00", locale=language or spoken()))


def exact(number: float, language: str | None = None) -> str:
    """`0.125`, `10`: a limit as it was declared, never rounded to another one."""
    return str(format_decimal(number, format="0.####", locale=language or spoken()))


def days(number: float, language: str | None = None) -> str:
    """`1 day`, `12 days`."""
    key = "screens.number.day" if whole(number) == 1 else "screens.number.days"
    return say(key, language, n=count(number))


def people(number: int, language: str | None = None) -> str:
    """`1 person`, `231 people`."""
    key = "screens.number.person" if number == 1 else "screens.number.people"
    return say(key, language, n=count(number))


def change(points: float, language: str | None = None) -> str:
    """`+30 points`, `−11 points`, or words for none; of the rounded difference, so that it never reads "+0"."""
    difference = whole(points)
    if difference == 0:
        return say("screens.number.no_change", language)
    sign = "+" if difference > 0 else MINUS
    key = "screens.number.point" if abs(difference) == 1 else "screens.number.points"
    return say(key, language, n=f"{sign}{abs(difference)}")


def day(when: date, language: str | None = None) -> str:
    """`1 June 2026`."""
    return str(format_date(when, "d MMMM y", locale=language or spoken()))


def moment(when: datetime, language: str | None = None) -> str:
    """`1 June 2026, 09:14`."""
    return str(format_datetime(when, "d MMMM y, HH:mm", locale=language or spoken()))


def quarter(code: str, language: str | None = None) -> str:
    """`2026-Q1` in words: `January to March 2026`."""
    year, number = code.split("-Q")
    first, last = date(int(year), int(number) * 3 - 2, 1), date(int(year), int(number) * 3, 1)
    return say(
        "screens.number.quarter",
        language,
        first=format_date(first, "LLLL", locale=language or spoken()),
        last=format_date(last, "LLLL", locale=language or spoken()),
        year=year,
    )
