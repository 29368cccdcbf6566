"""How far a hand-in has come, for one person: kept for their session on the server, and let go of with the receipt.

Two tabs of one person share it. Each tab remembers what it saw last, so that it can say where another moved on.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from monitoring.domain.answers import Cause
from monitoring.domain.habits import DayOrder, DecimalSign, Habits
from monitoring.domain.heading_answers import HeadingAnswers
from monitoring.domain.submission import Submission
from monitoring.intake.gate.choice import IN_ANSWERS, LEAVES_OUT, REFUSE, GateChoice
from monitoring.ui import session

if TYPE_CHECKING:
    from monitoring.domain.preview import Preview
    from monitoring.intake.check import CheckedWorkbook
    from monitoring.services.warnings import Warnings

_KEY = "_desk"
_SEEN = "_desk_seen"


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


def current() -> Progress:
    return session.draft(_KEY, Progress)


def known(checked: "CheckedWorkbook") -> Known:
    """What is known of this very workbook: of another one, checked meanwhile, nothing holds."""
    progress = current()
    if progress.known.of is not checked:
        progress.known = Known(of=checked)
    return progress.known


def news() -> str | None:
    """What to tell of the draft, once: `found_again` after a dropped line, `elsewhere` moved on, or `made_room`."""
    progress, seen = current(), session.recalled(_SEEN)
    session.remember(_SEEN, progress.moves)
    if progress.had_to_make_room:
        progress.had_to_make_room = False
        return "made_room"
    if seen == progress.moves or (seen is None and progress.offered is None):
        return None
    return "found_again" if seen is None else "elsewhere"


def has_checked(offered: Offered, checked: "CheckedWorkbook") -> None:
    """The workbook is checked: on to what was found. Another tab may have chosen another file meanwhile."""
    if current().offered is offered:
        current().checked = checked
        _moved()


def said() -> Habits:
    """What the office told of how its file is written."""
    offered = current().offered
    return offered.said if offered else Habits()


def tell(answer: DayOrder | DecimalSign) -> None:
    """Keeps what the office tells of its habits of writing; the file is checked again."""
    _check_again(lambda offered: replace(offered, said=offered.said.told(answer)))


def take_back(answer: DayOrder | DecimalSign) -> None:
    """Forgets an answer; the file is checked again, and asks again."""
    _check_again(lambda offered: replace(offered, said=offered.said.untold(answer)))


def read_in(language: str) -> None:
    """Sentences hold labels in the language of the check: in another language, the file is checked again."""
    offered = current().offered
    if offered is not None and offered.language != language:
        _check_again(lambda offered: replace(offered, language=language))


def go_on_without() -> None:
    """The office's choice: what tells who people are, and nobody declared, is left out; the file is checked again."""
    _check_again(lambda offered: replace(offered, gate=GateChoice(leave_out=True)))


def tell_headings(answers: HeadingAnswers, not_kept: int) -> None:
    """What the office says of headings that we do not know; the file is checked again."""
    _check_again(
        lambda offered: replace(
            offered, headings={**offered.headings, **answers}, headings_told=True, not_kept=offered.not_kept + not_kept
        )
    )


def skip_headings() -> None:
    """What is still unknown is left out this time."""
    progress = current()
    if progress.offered is not None:
        progress.offered = replace(progress.offered, headings_told=True)
        _moved()


def start_again() -> None:
    """Lets go of the workbook and everything known of it."""
    current().clear()
    _moved()


def to_preview() -> None:
    current().is_previewed = True
    _moved()


def back_to_check() -> None:
    current().is_previewed = False
    _moved()


def handed_in(submission: Submission) -> None:
    """Keeps the receipt and lets go of the rows."""
    start_again()
    current().receipt = submission


def _check_again(change: Callable[[Offered], Offered]) -> None:
    progress = current()
    if progress.offered is not None:
        progress.offered, progress.checked = change(progress.offered), None
        _moved()


def _moved() -> None:
    progress = current()
    progress.moves += 1
    session.remember(_SEEN, progress.moves)
