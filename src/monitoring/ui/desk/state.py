"""How far a hand-in has come, for one person: kept for their session on the server, and let go of with the receipt.

Two tabs of one person share it. Each tab remembers what it saw last, so that it can say where another moved on.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from monitoring.domain.answers import Cause
from monitoring.domain.habits import DayOrder, DecimalSign, Habits
from monitoring.domain.heading_answers import HeadingAnswers
from monitoring.domain.submission import Submission
from monitoring.ui import session
from monitoring.ui.desk.progress import Known, Offered, Progress, Step

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

__all__ = ["Known", "Offered", "Progress", "Step"]

_KEY = "_desk"
_SEEN = "_desk_seen"


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
    _check_again(lambda offered: replace(offered, gate=replace(offered.gate, leave_out=True)))


def hand_in_without(form: str, question: str) -> None:
    """The office's choice: a column of ours stays behind; the file is checked again."""
    _check_again(
        lambda offered: replace(offered, gate=replace(offered.gate, without=offered.gate.without | {(form, question)}))
    )


def say_harmless(codes_of: str, causes: Iterable[Cause], reason: str) -> None:
    """The office's word that codes tell nobody, kept with the hand-in; the file is checked again."""
    current().reasons.update(dict.fromkeys(causes, reason))
    _check_again(
        lambda offered: replace(offered, gate=replace(offered.gate, harmless=offered.gate.harmless | {codes_of}))
    )


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
