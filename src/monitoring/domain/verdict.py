"""What a check says of a workbook as a whole. Holds no answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    READY = "ready"  # no errors; there may be warnings
    NEEDS_FIXING = "needs_fixing"  # read, with errors
    REFUSED = "refused"  # nothing could be read


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """One sheet: which form it is, how many rows hold anything, and how many of them have no error.

    `counted_on` is added to its row numbers where another sheet before it is of the same form: so each is told apart.
    """

    sheet: str
    form: str | None
    rows: int
    ready: int
    counted_on: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)  # question -> letters, where it has one column of its own


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells of a workbook that are neither answers nor mistakes, so they are not kept. `why` is a word of words/."""

    sheet: str
    cells: str | None  # ranges such as A1:C2 or A:B, AM:AV; None for the whole sheet
    why: str


@dataclass(frozen=True, slots=True)
class NotChecked:
    """What could not be checked without earlier hand-ins. `what` is a word of words/, `facts` fill its sentence."""

    what: str
    sheet: str | None = None
    column: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
