"""Two states of a country's rows side by side: what is compared, and what one page of the difference holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The rows of one hand-in, whatever became of it."""

    submission: int


@dataclass(frozen=True, slots=True)
class AsOf:
    """The rows that counted at the end of a day; None: that count now."""

    day: date | None = None


Value = str | bool | int | date | None


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says: an answer, or why there is none (None: the cell is blank)."""

    value: Value
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """One question of a row. Both sides are None where the person who asks may not see single answers to it."""

    question: str
    before: Said | None
    after: Said | None


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that both sides hold, by its key without the country, and the answers in which they differ."""

    key: Mapping[str, Value]
    answers: tuple[ChangedAnswer, ...]


@dataclass(frozen=True, slots=True)
class PageOfChanges:
    """One page of changed rows of a form; `total` counts those of all pages."""

    rows: tuple[ChangedRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PageOfKeys:
    """One page of the keys of rows that the later side does not hold; `total` counts those of all pages."""

    keys: tuple[Mapping[str, Value], ...]
    total: int
