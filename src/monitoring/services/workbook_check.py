"""Checks a workbook against what a country has handed in already, or offline. Writes nothing anywhere."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.habits import Habits
from monitoring.domain.heading_answers import NOTHING_SAID, HeadingAnswers
from monitoring.domain.people import Actor, Deed
from monitoring.intake.gate.choice import REFUSE, GateChoice
from monitoring.services.house import House

if TYPE_CHECKING:
    import polars

    from monitoring.intake.check import CheckedWorkbook


def check(
    actor: Actor,
    house: House,
    content: bytes,
    file: str,
    *,
    country: str | None = None,
    headings: HeadingAnswers = NOTHING_SAID,
    language: str = "en",
    said: Habits | None = None,
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
    opened = partial(check_workbook, house.catalogue, content, file, today=house.today, country=country)
    told = partial(opened, language=language, said=said, gate=gate, progress=progress)
    look = partial(told, known=partial(_known, house))
    checked = look(headings={**_said_before(house, country), **headings})
    if checked.country is not None:
        actor.must(Deed.HAND_IN, country=checked.country)
    before = _said_before(house, checked.country) if country is None else {}
    if any((each.form, each.key) in before for each in checked.unknown_headings):
        return look(headings={**before, **headings})  # it had to be read to know whose it is
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


def _known(house: House, country: str) -> "Mapping[str, polars.DataFrame]":
    """A country's rows that other sheets may name."""
    return {form: house.store.rows_of(form, country) for form in house.catalogue.referred_to}


def _said_before(house: House, country: str | None) -> HeadingAnswers:
    """What the country's office said of headings that we do not know."""
    kept = house.store.headings(country) if country else ()
    return {(each.form, each.heading): each.question for each in kept}
