"""One hand-in on its way: the file, what was found, what was said of it. Holds a workbook in memory, writes nothing."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from monitoring.domain.answers import Cause
from monitoring.domain.habits import Habits
from monitoring.domain.heading_answers import HeadingAnswers
from monitoring.domain.submission import Submission
from monitoring.intake.gate.choice import IN_ANSWERS, LEAVES_OUT, REFUSE, GateChoice

if TYPE_CHECKING:
    from monitoring.domain.preview import Preview
    from monitoring.intake.check import CheckedWorkbook
    from monitoring.services.warnings import Warnings


class Step(StrEnum):
    CHOOSE = "choose"
    MATCH = "match"
    CHECK = "check"
    PREVIEW = "preview"
    RECEIPT = "receipt"


@dataclass(slots=True)
class Known:
    """What was found out of one checked workbook, and what its office says of it."""

    of: "CheckedWorkbook | None" = None
    warnings: "Warnings | None" = None
    preview: "Preview | None" = None


@dataclass(frozen=True, slots=True)
class Offered:
    """The file as it was offered, and what was told of it. Kept to be checked again, never written anywhere."""

    content: bytes
    file: str
    country: str | None
    language: str
    said: Habits = field(default_factory=Habits)
    gate: GateChoice = REFUSE
    headings: HeadingAnswers = field(default_factory=dict)
    headings_told: bool = False
    not_kept: int = 0  # words on headings that hold for this file alone


@dataclass(slots=True)
class Progress:
    """`attempt` numbers the uploads, so that the next one starts with an empty box; `moves` every step on or back."""

    attempt: int = 0
    offered: Offered | None = None
    checked: "CheckedWorkbook | None" = None
    is_previewed: bool = False
    receipt: Submission | None = None
    known: Known = field(default_factory=Known)
    reasons: dict[Cause, str] = field(default_factory=dict)  # why warnings are right; good for every check of the file
    moves: int = 0
    had_to_make_room: bool = False

    @property
    def is_at_the_gate(self) -> bool:
        """Whether the workbook tells who people are, so that the office is to choose."""
        problems = self.checked.problems if self.checked else ()
        return any(problem.code in (*LEAVES_OUT, IN_ANSWERS) for problem in problems)

    @property
    def step(self) -> Step:
        if self.receipt is not None:
            return Step.RECEIPT
        if self.checked is None:
            return Step.CHOOSE
        return Step.MATCH if self.is_to_match else self._after_check

    @property
    def is_to_match(self) -> bool:
        """Whether there are headings that nobody knows, and nobody has said anything of them yet."""
        asked = self.offered is not None and not self.offered.headings_told
        return asked and self.checked is not None and bool(self.checked.unknown_headings) and not self.is_at_the_gate

    @property
    def _after_check(self) -> Step:
        return Step.PREVIEW if self.is_previewed else Step.CHECK

    @property
    def size(self) -> int:
        """Bytes of the file and of the rows it holds, roughly."""
        frames = (*self.checked.tables.values(), *self.checked.cells.values()) if self.checked else ()
        return sum(int(frame.estimated_size()) for frame in frames) + len(self.offered.content if self.offered else b"")

    def make_room(self) -> None:
        """Lets go of the workbook; the person will be told."""
        self.clear()
        self.had_to_make_room = True

    def clear(self) -> None:
        """Lets go of the workbook and everything known of it."""
        self.offered, self.checked, self.receipt, self.is_previewed = None, None, None, False
        self.known, self.reasons = Known(), {}
        self.attempt += 1
        self.moves += 1
