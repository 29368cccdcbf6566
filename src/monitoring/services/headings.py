"""Headings that we do not know, and what an office said of them: remembered for the office, forgotten at its will."""

from monitoring.domain.heading_answers import HeadingAnswers, RememberedHeading
from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.protection.kept_headings import heading_may_be_kept
from monitoring.services.house import House


def remembered(actor: Actor, house: House, country: str) -> tuple[RememberedHeading, ...]:
    """All that the country's office said. Raises NotAllowed."""
    actor.must(Deed.HAND_IN, country=country)
    return house.store.headings(country)


def remember(actor: Actor, house: House, country: str, said: HeadingAnswers) -> int:
    """Keeps what was said; returns how many could not be kept, because the heading itself may name somebody.

    Raises NotAllowed, and Refusal for a form or a question that is not declared.
    """
    actor.must(Deed.HAND_IN, country=country)
    for (form, _), question in said.items():
        if form not in house.catalogue.forms or (question and not house.catalogue.forms[form].question(question)):
            raise Refusal("unknown_question")
    kept = [
        RememberedHeading(form, heading, question, actor.name)
        for (form, heading), question in said.items()
        if heading_may_be_kept(heading)
    ]
    house.store.remember_headings(country, kept, house.now)
    return len(said) - len(kept)


def forget(actor: Actor, house: House, country: str, form: str, heading: str) -> None:
    """Lets go of one answer; the desk asks again. Raises NotAllowed."""
    actor.must(Deed.HAND_IN, country=country)
    house.store.forget_heading(country, form, heading)
