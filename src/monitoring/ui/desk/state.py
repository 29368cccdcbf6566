"""How far a hand-in has come, for one visitor. Kept in their session only, and let go of with the receipt."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from monitoring.domain.habits import DayOrder, DecimalSign, Habits
from monitoring.domain.submission import Submission
from monitoring.intake.gate.choice import IN_ANSWERS, LEAVES_OUT, REFUSE, GateChoice
from monitoring.ui import session

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

_KEY = "_desk"


class Step(StrEnum):
    CHOOSE = "choose"
    CHECK = "check"
    PREVIEW = "preview"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Offered:
    """The file as it was offered, and what was told of it. Kept to be checked again, never written anywhere."""

    content: bytes
    file: str
    country: str | None
    language: str
    said: Habits = field(default_factory=Habits)
    gate: GateChoice = REFUSE


@dataclass(slots=True)
class Progress:
    """`attempt` numbers the uploads, so that the next one starts with an empty box."""

    attempt: int = 0
    offered: Offered | None = None
    checked: "CheckedWorkbook | None" = None
    is_previewed: bool = False
    receipt: Submission | None = None

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
        return Step.PREVIEW if self.is_previewed else Step.CHECK


def current() -> Progress:
    return session.remembered(_KEY, Progress())


def start_again() -> None:
    """Lets go of the workbook and everything known of it."""
    session.remember(_KEY, Progress(attempt=current().attempt + 1))


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


def _check_again(change: Callable[[Offered], Offered]) -> None:
    progress = current()
    if progress.offered is not None:
        progress.offered, progress.checked = change(progress.offered), None


def to_preview() -> None:
    current().is_previewed = True


def back_to_check() -> None:
    current().is_previewed = False


def handed_in(submission: Submission) -> None:
    """Keeps the receipt and lets go of the rows."""
    session.remember(_KEY, Progress(attempt=current().attempt + 1, receipt=submission))
