"""Reads definitions for screens: the catalogue, what is declared of each thing in words, and how counts come about.

Everybody who is signed in may: nothing here is an answer of anybody.
"""

from dataclasses import dataclass

from monitoring.derive.codebook import coverage, entries, wording
from monitoring.derive.codebook.coverage import Covered
from monitoring.derive.codebook.entries import Fact
from monitoring.derive.codebook.wording import is_unread
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor, Deed
from monitoring.services.about_provider import catalogue_for
from monitoring.services.codebook import counting_sql
from monitoring.services.house import House

__all__ = ["Covered", "Fact", "Followed", "Step", "is_unread"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a statement on a worked example, as lines of text."""

    title: str
    table: str


@dataclass(frozen=True, slots=True)
class Followed:
    """One worked example, followed step by step."""

    says: str
    steps: tuple[Step, ...]


def catalogue(actor: Actor, house: House) -> Catalogue:
    """All that is declared, with the breakdowns that this person may ask for. Raises NotAllowed."""
    actor.must(Deed.SEE_DEFINITIONS)
    return catalogue_for(actor, house.catalogue)


def sql_of(actor: Actor, house: House, indicator: str) -> str:
    """The statement that counts the indicator by country. Raises NotAllowed, KeyError."""
    actor.must(Deed.SEE_DEFINITIONS)
    return counting_sql(house.catalogue, indicator, house.settings)


def facts_of_indicator(actor: Actor, house: House, indicator: Indicator, language: str = "en") -> list[Fact]:
    """What is declared of an indicator, in words. Raises NotAllowed."""
    actor.must(Deed.SEE_DEFINITIONS)
    return list(entries.indicator_facts(house.catalogue, indicator, language))


def facts_of_question(actor: Actor, house: House, form: Form, question: Question, language: str = "en") -> list[Fact]:
    """What is declared of a question, and which indicators are computed from it. Raises NotAllowed."""
    actor.must(Deed.SEE_DEFINITIONS)
    feeds = entries.used_by(house.catalogue).get((form.name, question.name), ())
    return list(entries.question_facts(house.catalogue, form, question, language, feeds))


def wording_summary(actor: Actor, house: House, language: str = "en") -> str:
    """Of how many questions and numbers no survivor has read the wording yet. Raises NotAllowed."""
    actor.must(Deed.SEE_DEFINITIONS)
    return wording.wording_summary(house.catalogue, language)


def core_outcomes(actor: Actor, house: House) -> tuple[Covered, ...]:
    """The seven core outcomes and what covers them. Raises NotAllowed."""
    actor.must(Deed.SEE_DEFINITIONS)
    return coverage.core_outcomes(house.catalogue)


def long_list(actor: Actor, house: House) -> tuple[Covered, ...]:
    """The domains of the long-list and what covers them. Raises NotAllowed."""
    actor.must(Deed.SEE_DEFINITIONS)
    return coverage.long_list(house.catalogue)


def steps_of(actor: Actor, house: House, indicator: str, language: str = "en") -> tuple[Followed, ...]:
    """Every worked example of an indicator, run in a throw-away store and followed. Raises NotAllowed, KeyError."""
    from monitoring.derive.codebook.text import step_title, table_of  # with polars, which a page that reads never needs
    from monitoring.services.explain import step_by_step

    actor.must(Deed.SEE_DEFINITIONS)
    declared = house.catalogue.indicators[indicator]
    followed = (step_by_step(house.catalogue, declared, example) for example in declared.examples)
    return tuple(
        Followed(
            each.example.says, tuple(Step(step_title(one, language), table_of(one, language)) for one in each.steps)
        )
        for each in followed
    )
