"""What can tell who a person is, and the promise that a look which breaks off counts as a find. Holds no text."""

from collections.abc import Callable
from enum import StrEnum


class Kind(StrEnum):
    """One sort of identifier. The value is a key of the words table `problems.kinds`."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    IDENTITY_NUMBER = "identity_number"
    ADDRESS = "address"
    COORDINATES = "coordinates"
    BIRTH_DATE = "birth_date"
    INITIALS_WITH_YEAR = "initials_with_year"
    LONG_TEXT = "long_text"
    NOT_LOOKED_THROUGH = "not_looked_through"  # a look broke off: nobody can say that there is nothing


LONGEST_TEXT = 2_000
"""Characters of one text that are looked through. Who writes more tells a story, and stories tell who somebody is."""


def closed(look: Callable[[str], Kind | None], text: str) -> Kind | None:
    """What a look finds in a text; where the look itself fails, a find. Errors of patterns may quote the text."""
    if len(text) > LONGEST_TEXT:
        return Kind.LONG_TEXT
    try:
        return look(text)
    except Exception:  # fails closed, whatever it was; the error is let go of, for it may hold the text
        return Kind.NOT_LOOKED_THROUGH
