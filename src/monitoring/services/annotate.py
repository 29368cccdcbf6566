"""The office's own workbook back, each problem marked in its cell. It is made when asked for, and kept nowhere."""

from hashlib import sha256
from typing import TYPE_CHECKING

from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.verdict import Verdict
from monitoring.services.house import House

if TYPE_CHECKING:
    from monitoring.intake.annotate.annotate import Annotated
    from monitoring.intake.check import CheckedWorkbook


def annotated_workbook(
    actor: Actor, house: House, checked: "CheckedWorkbook", content: bytes, *, language: str = "en"
) -> "Annotated":
    """The bytes that were checked, with marks. Raises NotAllowed; Refusal for a file that cannot be marked."""
    actor.must(Deed.HAND_IN, country=checked.country)
    return annotate_offline(checked, content, language=language)


def annotate_offline(checked: "CheckedWorkbook", content: bytes, *, language: str = "en") -> "Annotated":
    """The same without a store. What the check refused is never opened here: it might be made to do harm."""
    from monitoring.intake.annotate.annotate import annotate

    if checked.verdict is Verdict.REFUSED:
        raise Refusal("annotate_refused")
    if sha256(content).hexdigest() != checked.fingerprint:
        raise Refusal("annotate_another_file")
    return annotate(content, checked.problems, language)


def why_not(actor: Actor, house: House, checked: "CheckedWorkbook", content: bytes) -> str | None:
    """Why the workbook cannot be given back marked (a refusal's reason), or None. Raises NotAllowed."""
    from monitoring.intake.annotate.annotate import why_not

    actor.must(Deed.HAND_IN, country=checked.country)
    return "annotate_refused" if checked.verdict is Verdict.REFUSED else why_not(content)
