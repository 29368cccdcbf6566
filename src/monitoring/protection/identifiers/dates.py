"""Days inside texts: to leave them out where numbers are sought, and to tell those on which somebody may be born."""

import re
from datetime import date

_MOMENT = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_DAY = r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)(?![./-]?\d)|\d{4}([./])\d{1,2}\2\d{1,2}(?!\d)"
_NUMBER_OF_A_YEAR = r"(?:19|20)\d\d[-/]\d{1,6}(?!\d)"
DAYS = re.compile(rf"(?<![\d.+])(?:{_MOMENT}|{_DAY}|{_NUMBER_OF_A_YEAR})")
"""Days, moments and numbers counted within a year (2025/0123), as programs and people write them in digits."""

YEAR = r"(?:19[3-9]\d|20[0-2]\d)"
"""A year in which somebody now alive may be born, or something may have happened."""

LAST_YEAR_OF_BIRTH = 2015
"""Days after it are taken for days of registration: they stand in many offices' codes. Children under 9 answer nothing,
and a column in which anybody's day of birth stands has those of older people too."""

_FIRST_YEAR_OF_BIRTH = 1930

_MONTHS = {name: number for number, name in enumerate(
    ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1)}  # fmt: skip
_WHOLE = (
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d\d)(?P<m>\d\d)(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<m>\d\d)(?P<d>\d\d)(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})-?(?P<m>[A-Z]{3})[A-Z]*-?(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})-?(?P<m>[A-Z]{3})-?(?P<d>\d{1,2})(?!\d)"),
)
_SHORT = ("ymd", "dmy")
_WITH_MONTH = re.compile(r"(?<!\d)(?P<d>\d{1,2})-?(?P<m>[A-Z]{3})-?(?P<y>\d\d)(?!\d)")
_PARTED = re.compile(r"(?:[A-Z]{1,3}[-_./]?)?(?P<day>\d\d([-/.])\d\d\2\d\d)(?:[-_./]?[A-Z0-9]{1,2})?")
_SAMPLE = 200  # numbers of a column that are tried


def without_days(text: str) -> str:
    """The text without its days and moments: their digits are no telephone number."""
    return DAYS.sub(" | ", text)


def has_day_of_birth(text: str) -> bool:
    """Whether a whole day, with a year of four digits, stands in the text on which somebody may be born."""
    return any(_is_day_of_birth(found) for pattern in _WHOLE for found in pattern.finditer(text.upper()))


def has_short_day_of_birth(code: str) -> bool:
    """Whether a code is a day with a year of two digits, 12MAY97 or 97-05-12, on which somebody may be born."""
    named = [found for found in _WITH_MONTH.finditer(code) if found["m"] in _MONTHS]
    if any(is_short_day_of_birth(f"{int(each['d']):02}{_MONTHS[each['m']]:02}{each['y']}") for each in named):
        return True
    parted = _PARTED.fullmatch(code)
    return parted is not None and is_short_day_of_birth(re.sub(r"\D", "", parted["day"]))


def is_short_day_of_birth(number: str) -> bool:
    """Whether six digits are a day on which somebody may be born, and none of late, read from either end: 120395."""
    years = [int(number[2 * order.index("y") :][:2]) for order in _SHORT if _is_short_day(number, order)]
    return bool(years) and all(year <= LAST_YEAR_OF_BIRTH % 100 or year >= _FIRST_YEAR_OF_BIRTH % 100 for year in years)


def are_mostly_short_days(numbers: list[str]) -> bool:
    """Whether numbers of six digits, read in one way, are nearly all days: 850312. Running numbers rarely are."""
    looked_at = numbers[:: max(1, len(numbers) // _SAMPLE)]
    shares = [sum(_is_short_day(number, order) for number in looked_at) for order in _SHORT]
    return len(numbers) >= 3 and max(shares) >= 0.8 * len(looked_at)


def _is_day_of_birth(found: re.Match[str]) -> bool:
    month = _MONTHS.get(found["m"]) if found["m"].isalpha() else int(found["m"])
    year = int(found["y"])
    return (
        _FIRST_YEAR_OF_BIRTH <= year <= LAST_YEAR_OF_BIRTH
        and month is not None
        and _exists(year, month, int(found["d"]))
    )


def _is_short_day(number: str, order: str) -> bool:
    parts = {name: int(number[2 * at : 2 * at + 2]) for at, name in enumerate(order)}
    return _exists(2000 + parts["y"], parts["m"], parts["d"])  # 2000 was a leap year, as 1900 was not


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
