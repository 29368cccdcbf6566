"""Checks a workbook and hands it in. Nothing is written before the hand-in, and a workbook with errors never is."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.people import Actor, Deed, NotAllowed
from monitoring.domain.problem import Level
from monitoring.domain.submission import Changes, Submission
from monitoring.domain.verdict import Verdict
from monitoring.intake.gate.choice import REFUSE, GateChoice
from monitoring.services.house import House
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
    gate: GateChoice = REFUSE,
    progress: Callable[[str], None] = lambda stage: None,
) -> "CheckedWorkbook":
    """Reads and checks a workbook's bytes. Raises NotAllowed; a bad workbook is an answer, not an error.

    The workbook's country must lie in the actor's scope; an office of one country need not name it. `said` are the
    habits of writing that the file leaves open, as the office told them.
    """
    from monitoring.intake.check import check_workbook  # reading and checking tools, of no use to other pages

    actor.must(Deed.HAND_IN, country=country)
    if country is None and len(actor.countries) == 1:
        (country,) = actor.countries
    checked = check_workbook(
        house.catalogue,
        content,
        file,
        today=house.today,
        country=country,
        known=lambda where: {form: house.store.rows_of(form, where) for form in house.catalogue.referred_to},
        language=language,
        said=said,
        gate=gate,
        progress=progress,
    )
    if checked.country is not None:
        actor.must(Deed.HAND_IN, country=checked.country)
    return checked


def check_offline(
    catalogue: Catalogue,
    today: date,
    content: bytes,
    file: str,
    *,
    country: str | None = None,
    language: str = "en",
    said: Habits | None = None,
    gate: GateChoice = REFUSE,
) -> "CheckedWorkbook":
    """The same check without a store: what needs earlier hand-ins is not checked."""
    from monitoring.intake.check import check_workbook

    return check_workbook(
        catalogue, content, file, today=today, country=country, language=language, said=said, gate=gate
    )


def preview(actor: Actor, house: House, checked: "CheckedWorkbook") -> Changes:
    """What handing in would change. Raises NotAllowed outside the actor's countries."""
    country = _country(checked)
    actor.must(Deed.HAND_IN, country=country)
    return house.store.compare(country, checked.tables)


def hand_in(actor: Actor, house: House, checked: "CheckedWorkbook") -> Submission:
    """Writes the rows; they count at once. Raises NotAllowed, also for a workbook that is not ready."""
    country = _country(checked)
    actor.must(Deed.HAND_IN, country=country)
    if checked.verdict is not Verdict.READY:
        raise NotAllowed(Deed.HAND_IN, "not_ready")
    return house.store.hand_in(
        HandIn(
            country=country,
            file=checked.file,
            fingerprint=checked.fingerprint,
            by=actor.name,
            at=house.now,
            warnings=sum(problem.level is Level.WARNING for problem in checked.problems),
            tables=checked.tables,
            cells=checked.cells,
        )
    )


def _country(checked: "CheckedWorkbook") -> str:
    if checked.country is None:
        raise NotAllowed(Deed.HAND_IN, "not_ready")
    return checked.country
