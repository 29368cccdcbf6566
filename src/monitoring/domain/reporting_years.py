"""Years in which people are counted: of the calendar, of the United Kingdom (April to March) or of a project.

One kind for good: two kinds beside each other would give away the quarters in which they differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from monitoring.domain.form import Words
from monitoring.domain.period import Quarter

BEGINNINGS = (1, 4, 7, 10)
"""Months with which a year may begin: releases are made of closed quarters."""

Span = tuple[Quarter | None, Quarter]
"""The first quarter (None: from the beginning) and the last one."""


@dataclass(frozen=True, slots=True)
class ReportingYears:
    """`begins_in` is a month; `shown` are the running year and those before it, all earlier ones are put together.

    `first` is the year of the programme's first returns: earlier years, of nobody, would be withheld, and others
    with them.
    """

    begins_in: int = 1
    shown: int = 3
    first: int | None = None
    label: Words = field(default_factory=dict)

    def spans(self, last: Quarter) -> dict[str, Span]:
        """Code -> quarters, the newest year first; `last` is the last closed quarter, which ends the running year."""
        return dict(self._spans(last))

    def _spans(self, last: Quarter) -> Iterator[tuple[str, Span]]:
        number = (self.begins_in + 2) // 3
        running = last.year if last.number >= number else last.year - 1
        oldest = max(running - self.shown, (self.first or 0) - 1)
        for year in range(running, oldest, -1):
            begins = None if year == self.first else Quarter(year, number)
            yield self._code(year), (begins, min(last, Quarter(year + 1, number).before))
        if self.first is None or oldest >= self.first:
            yield f"to_{self._code(oldest)}", (None, Quarter(oldest + 1, number).before)

    def _code(self, year: int) -> str:
        return str(year) if self.begins_in == 1 else f"{year}-{(year + 1) % 100:02}"
