"""Hands a checked workbook in. Nothing is written before, and a workbook with errors never is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from monitoring.domain.answers import Answer, Cause
from monitoring.domain.people import Actor, Deed, NotAllowed
from monitoring.domain.preview import Preview
from monitoring.domain.problem import Level
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Changes, SheetOfHandIn, Standing, Submission
from monitoring.domain.verdict import Verdict
from monitoring.intake.gate.choice import SAID_HARMLESS
from monitoring.services import write_log
from monitoring.services.house import House
from monitoring.services.typed_sentences import NotSaid, said
from monitoring.services.warnings import answered, cause_of, left_open, warnings
from monitoring.store.store import HandIn

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook


class PreviewIsOld(Refusal):
    """Somebody else's hand-in or decision came in between: what was looked at is no longer what would happen."""


def preview(actor: Actor, house: House, checked: "CheckedWorkbook") -> Preview:
    """What handing in would change. Raises NotAllowed outside the actor's countries."""
    country = _country(checked)
    actor.must(Deed.HAND_IN, country=country)
    standing, by_form = house.store.compare(country, checked.tables)
    return Preview(standing, by_form, _same_file(house, checked), house.catalogue.hand_ins.drops(by_form))


def is_old(actor: Actor, house: House, checked: "CheckedWorkbook", seen: Preview) -> bool:
    """Whether the history has moved on since that preview. Raises NotAllowed."""
    country = _country(checked)
    actor.must(Deed.HAND_IN, country=country)
    return house.store.standing(country) != seen.standing


def hand_in(
    actor: Actor,
    house: House,
    checked: "CheckedWorkbook",
    *,
    seen: Preview | None = None,
    reasons: Mapping[Cause, str] | None = None,
    drop_reason: str | None = None,
) -> Submission:
    """Writes the rows; they count at once. `seen` is what the person looked at, `reasons` what they say of warnings.

    The same bytes once more, with nothing to change: their receipt, `is_again`, and nothing is written. Raises
    PreviewIsOld, NotSaid for an unexplained large drop, NotAllowed, also for a workbook that is not ready.
    """
    country = _country(checked)
    actor.must(Deed.HAND_IN, country=country)
    if checked.verdict is not Verdict.READY:
        raise NotAllowed(Deed.HAND_IN, "not_ready")
    why = said(drop_reason) if (drop_reason or "").strip() else None
    found = warnings(actor, house, checked)
    given = answered(found, reasons or {}, by=actor.name, at=house.now)
    _must_be_explained(house, checked, given)

    def agreed(standing: Standing, by_form: Mapping[str, Changes]) -> None:
        """Asked when nobody else can write: two tabs, or two people, may have pressed at the same moment."""
        now = Preview(standing, by_form, _same_file(house, checked), house.catalogue.hand_ins.drops(by_form))
        if now.is_again and now.same_file is not None:
            raise _Again(replace(now.same_file, changes=now.changes, is_again=True))
        if seen is not None and standing != seen.standing:
            raise PreviewIsOld("preview_is_old")
        if now.drops and why is None:
            raise NotSaid("drop_reason_needed", sheets=", ".join(now.drops))

    try:
        hand_in = replace(_to_write(actor, house, checked, given, why), left_open=left_open(found, reasons or {}))
        done = house.store.hand_in(hand_in, agreed)
    except _Again as again:
        return again.receipt
    write_log.handed_in(actor, house, done.id, done.country, done.rows)
    return done


def _must_be_explained(house: House, checked: "CheckedWorkbook", given: tuple[Answer, ...]) -> None:
    """What the gate let through on the office's word comes in with that word, and not without."""
    told = {answer.cause for answer in given}
    passed = (each for each in checked.problems if each.code == SAID_HARMLESS)
    if any(cause_of(each, checked, house.catalogue.forms) not in told for each in passed):
        raise NotSaid("harmless_reason_needed")


class _Again(Exception):
    """These bytes stand already. Leaves the transaction without writing."""

    def __init__(self, receipt: Submission) -> None:
        super().__init__("again")
        self.receipt = receipt


def _to_write(
    actor: Actor, house: House, checked: "CheckedWorkbook", given: tuple[Answer, ...], why: str | None
) -> HandIn:
    return HandIn(
        country=_country(checked),
        file=checked.file,
        fingerprint=checked.fingerprint,
        by=actor.name,
        at=house.now,
        warnings=sum(problem.level is Level.WARNING for problem in checked.problems),
        tables=checked.tables,
        cells=checked.cells,
        answers=given,
        drop_reason=why,
        sheets=tuple(
            SheetOfHandIn(each.form, each.sheet, each.columns, each.counted_on)
            for each in checked.sheets
            if each.form and each.columns
        ),
    )


def _same_file(house: House, checked: "CheckedWorkbook") -> Submission | None:
    wanted = (checked.country, checked.fingerprint)
    standing = (each for each in house.store.submissions() if each.stands)
    return next((each for each in standing if (each.country, each.fingerprint) == wanted), None)


def _country(checked: "CheckedWorkbook") -> str:
    if checked.country is None:
        raise NotAllowed(Deed.HAND_IN, "not_ready")
    return checked.country
