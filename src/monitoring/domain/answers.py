"""What an office says of a warning: this is right because. Holds places and reasons, never what a cell held."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Cause:
    """The warnings that one answer is for: all of one code in one column of a form."""

    code: str
    form: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One reason. `rows` are the row numbers in the office's sheet, where they are at hand; `cells` is how many."""

    cause: Cause
    reason: str
    by: str
    at: datetime
    cells: int
    rows: tuple[int, ...] = ()
