"""Checks a workbook and hands it in. Nothing is written before the hand-in, and a workbook with errors never is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from monitoring.domain.answers import Answer, Cause
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.heading_answers import NOTHING_SAID, HeadingAnswers
from monitoring.domain.people import Actor, Deed, NotAllowed
from monitoring.domain.preview import Preview
from monitoring.domain.problem import Level
from monitoring.domain.refusal import Refusal
from monitoring.domain.submission import Changes, Standing, Submission
from monitoring.domain.verdict import Verdict
from monitoring.intake.gate.choice import REFUSE, GateChoice
from monitoring.services.house import House
from monitoring.services.typed_sentences import NotSaid, said
from monitoring.services.warnings import answered, warnings
from monitoring.store.store import HandIn

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook


def check(
    actor: Actor,
    house: House,
    content: bytes,
    file: str,
    *,
    country: str | None = None,
    language: str = "en",
    said: Habits | None = None,
    headings: HeadingAnswers = NOTHING_SAID,
    gate: GateChoice = REFUSE,
    progress: Callable[[str], None] = lambda stage: None,
) -> "CheckedWorkbook":
    """Reads and checks a workbook's bytes. Raises NotAllowed; a bad workbook is an answer, not an error.

    The workbook's country must lie in the actor's scope; an office of one country need not name it. `said` are the
    habits of writing that the file leaves open, as the office told them; `headings` is what it says of those we do not
    know, beside what it said before.
    """
    from monitoring.intake.check import check_workbook  # reading and checking tools, of no use to other pages

    actor.must(Deed.HAND_IN, country=country)
    if country is None and len(actor.countries) == 1:
        (country,) = actor.countries

    def look(said_before: HeadingAnswers) -> "CheckedWorkbook":
        return check_workbook(
            house.catalogue,
            content,
            file,
            today=house.today,
            country=country,
            known=lambda where: {form: house.store.rows_of(form, where) for form in house.catalogue.referred_to},
            language=language,
            said=said,
            headings={**said_before, **headings},
            gate=gate,
            progress=progress,
        )

    checked = look(_said_before(house, country))
    if checked.country is not None:
        actor.must(Deed.HAND_IN, country=checked.country)
    before = _said_before(house, checked.country) if country is None else {}
    if any((each.form, each.key) in before for each in checked.unknown_headings):
        return look(before)  # the workbook had to be read to know whose it is
    return checked


def _said_before(house: House, country: str | None) -> HeadingAnswers:
    """What the country's office said of headings that we do not know."""
    kept = house.store.headings(country) if country else ()
    return {(each.form, each.heading): each.question for each in kept}


def check_offline(
    catalogue: Catalogue,
    today: date,
    content: bytes,
    file: str,
    *,
    country: str | None = None,
    language: str = "en",
    said: Habits | None = None,
    headings: HeadingAnswers = NOTHING_SAID,
    gate: GateChoice = REFUSE,
) -> "CheckedWorkbook":
    """The same check without a store: what needs earlier hand-ins is not checked."""
    from monitoring.intake.check import check_workbook

    return check_workbook(
        catalogue,
        content,
        file,
        today=today,
        country=country,
        language=language,
        said=said,
        headings=headings,
        gate=gate,
    )


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
    given = answered(warnings(actor, house, checked), reasons or {}, by=actor.name, at=house.now)

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
        return house.store.hand_in(_to_write(actor, house, checked, given, why), agreed)
    except _Again as again:
        return again.receipt


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
    )


def _same_file(house: House, checked: "CheckedWorkbook") -> Submission | None:
    wanted = (checked.country, checked.fingerprint)
    standing = (each for each in house.store.submissions() if each.stands)
    return next((each for each in standing if (each.country, each.fingerprint) == wanted), None)


def _country(checked: "CheckedWorkbook") -> str:
    if checked.country is None:
        raise NotAllowed(Deed.HAND_IN, "not_ready")
    return checked.country
