"""Codes that tell nothing in place of codes that tell who somebody is. Draws them; never derives them from the old."""

import secrets
from collections.abc import Collection, Mapping

from monitoring.derive.check_character import with_check_character
from monitoring.protection.identifiers.codes import in_codes

_SIGNS = "2346789BCDFGHJKMPQRTVWXY"
"""No vowels, so that no word comes out, and nothing that looks like something else on paper."""

_LENGTH = 6
"""190 million codes for a country: two offices that draw on their own hardly ever draw the same."""


class NewCodes:
    """Old code -> new code, for one office. `known` is its list so far; who is on it keeps the code given then."""

    def __init__(self, country: str | None, known: Mapping[str, str], taken: Collection[str]) -> None:
        self._country = country
        self.given = dict(known)
        self._taken = {*taken, *known.values()}

    def code_for(self, old: str) -> str:
        """The one new code of that person: `MD-7KQ2XM-P`. The last character tells whether it was copied rightly."""
        if old not in self.given:
            self.given[old] = self._drawn()
            self._taken.add(self.given[old])
        return self.given[old]

    def _drawn(self) -> str:
        while True:
            base = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
            code = with_check_character(f"{self._country or 'S'}-{base}")
            if code and code not in self._taken and not in_codes([code], self._country):
                return code
