"""Every mistake a workbook or a declaration can contain. There is no slot for a cell's value, on purpose."""

from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """An error keeps a workbook out; a warning asks for a second look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, where it is, and what is needed to say it in words.

    `facts` fill the sentence of the code (`words/en.toml`, table `problems`). They hold what was declared: a
    column's label, allowed answers, limits, a sheet, a suggestion taken from a list. Never what a cell held.
    """

    code: str
    level: Level = Level.ERROR
    sheet: str | None = None
    cell: str | None = None  # one A1 address
    column: str | None = None  # the question's name
    facts: tuple[tuple[str, str], ...] = field(default=())
    file: str | None = None  # declarations: the file ...
    key: str | None = None  # ... and the key in it
    suggestion: str | None = None  # the nearest allowed answer or known name

    @property
    def row(self) -> int | None:
        """The row number in the sheet, from 1, or None where the problem is of no cell."""
        return int("".join(filter(str.isdigit, self.cell))) if self.cell else None
