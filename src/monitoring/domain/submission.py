"""A hand-in and what became of it. Nothing here is ever overwritten; undo and acceptance are added."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    COUNTS = "counts"  # handed in, and its answers count
    ACCEPTED = "accepted"  # by a manager other than who handed it in
    UNDONE = "undone"  # withdrawn by the office
    SENT_BACK = "sent_back"  # withdrawn by a manager, with a reason


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows against what counted before. `missing` were there before, are not in this workbook, and stay."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.missing + other.missing,
        )


@dataclass(frozen=True, slots=True)
class Submission:
    """One hand-in of one country."""

    id: int
    country: str
    file: str
    fingerprint: str  # SHA-256 of the file's bytes, in hex
    handed_in_by: str
    handed_in_at: datetime
    rows: int
    changes: Changes
    warnings: int
    status: Status = Status.COUNTS
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None
    answered: int = 0  # cells with a warning that the office has explained
    drop_reason: str | None = None  # why so many rows of before are not in it
    is_again: bool = False  # the receipt of these very bytes, handed in before: nothing was written now

    @property
    def open_warnings(self) -> int:
        """Cells with a warning that nobody has explained."""
        return max(self.warnings - self.answered, 0)

    @property
    def stands(self) -> bool:
        """Whether its answers count."""
        return self.status in (Status.COUNTS, Status.ACCEPTED)


@dataclass(frozen=True, slots=True)
class SheetOfHandIn:
    """A sheet of the office's workbook: which form it was read as, its own name, and the letters of each question.

    A question that was put together from several columns has no letters. `counted_on` was added to the row numbers of
    a second sheet of the same form.
    """

    form: str
    sheet: str
    columns: Mapping[str, str]
    counted_on: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a country's history stands: its newest hand-in, 0 before the first, and how many decisions there are.

    Whatever was compared at one standing holds only as long as it is still the same.
    """

    newest: int
    decisions: int
