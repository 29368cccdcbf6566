"""Codes of letters and two digits that differ from person to person, RK94 beside AM88: initials and years of birth.

One such code tells nothing, for LM-85 may be number 85 of an office: only a whole column does.
"""

import re
from collections.abc import Collection

from monitoring.protection.identifiers.dates import LAST_YEAR_OF_BIRTH

_CODE = re.compile(r"(?P<letters>[A-Z](?:[-_. ]?[A-Z]){1,2})[-_./ ]{0,2}(?P<year>\d\d)(?:[-_./]?(?:\d|[FM]))?")
_FEWEST, _SAMPLE = 5, 200
_LATEST, _EARLIEST = LAST_YEAR_OF_BIRTH % 100, 40


def with_varied_initials(codes: Collection[str]) -> set[str]:
    """The codes that are initials and a year, where nearly the whole column is of that shape and hardly any repeats."""
    listed = list(codes)
    looked_at = listed[:: max(1, len(listed) // _SAMPLE)]
    found = [code for text in looked_at if (code := _CODE.fullmatch(text.upper()))]
    if len(found) < max(_FEWEST, 0.8 * len(looked_at)):
        return set()
    born = sum(int(code["year"]) <= _LATEST or int(code["year"]) >= _EARLIEST for code in found)
    letters = {code["letters"] for code in found}
    if born < 0.95 * len(found) or len(letters) <= len(found) / 2:
        return set()
    return {text for text in listed if _CODE.fullmatch(text.upper())}
