"""Local habits of writing that a file may leave open: day or month first, comma or point. Asked once, never guessed."""

from dataclasses import dataclass, replace
from enum import StrEnum


class DayOrder(StrEnum):
    """Which of the two comes first in a date such as 03/04/2026."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class DecimalSign(StrEnum):
    """What stands before a fraction; the other sign then groups thousands, as in 1,234."""

    COMMA = "comma"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file is written, where that was said or proven; None where it was neither."""

    dates: DayOrder | None = None
    decimals: DecimalSign | None = None

    def told(self, answer: DayOrder | DecimalSign) -> "Habits":
        """The same, with an answer of the office."""
        return replace(self, dates=answer) if isinstance(answer, DayOrder) else replace(self, decimals=answer)

    def untold(self, answer: DayOrder | DecimalSign) -> "Habits":
        """The same, with an answer taken back."""
        return replace(self, dates=None) if isinstance(answer, DayOrder) else replace(self, decimals=None)
