"""Ages and the bands they fall in. An exact age or a birth date is never kept: only the band leaves this module."""

import re
from collections.abc import Iterable
from datetime import date

OLDEST = 110
"""No age beyond it is believed."""

_BAND = re.compile(r"(\d{1,3})(?:\+|-+(\d{1,3}))")


def are_bands(codes: Iterable[str]) -> bool:
    """Whether every code is a band of ages, such as 9-17 or 48+."""
    return all(_BAND.fullmatch(code) for code in codes)


def band_of(age: int, codes: Iterable[str]) -> str | None:
    """The band that holds an age in whole years; None for an age that cannot be, or that no band holds."""
    for code in codes if 0 <= age <= OLDEST else ():
        found = _BAND.fullmatch(code)
        if found and int(found[1]) <= age <= int(found[2] or OLDEST):
            return code
    return None


def age_on(birth: date, day: date) -> int:
    """Whole years from birth to the day; negative where the day comes first."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
