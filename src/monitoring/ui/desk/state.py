"""How far a hand-in has come, for one visitor. Kept in their session only, and let go of with the receipt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from monitoring.domain.submission import Submission
from monitoring.ui import session

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

_KEY = "_desk"


class Step(StrEnum):
    CHOOSE = "choose"
    CHECK = "check"
    PREVIEW = "preview"
    RECEIPT = "receipt"


@dataclass(slots=True)
class Progress:
    """`attempt` numbers the uploads, so that the next one starts with an empty box."""

    attempt: int = 0
    checked: "CheckedWorkbook | None" = None
    is_previewed: bool = False
    receipt: Submission | None = None

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


def to_preview() -> None:
    current().is_previewed = True


def back_to_check() -> None:
    current().is_previewed = False


def handed_in(submission: Submission) -> None:
    """Keeps the receipt and lets go of the rows."""
    session.remember(_KEY, Progress(attempt=current().attempt + 1, receipt=submission))
