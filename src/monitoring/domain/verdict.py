"""What a check says of a workbook as a whole. Holds no answers."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    READY = "ready"  # no errors; there may be warnings
    NEEDS_FIXING = "needs_fixing"  # read, with errors
    REFUSED = "refused"  # nothing could be read


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """One sheet: which form it is, how many rows hold anything, and how many of them have no error."""

    sheet: str
    form: str | None
    rows: int
    ready: int
