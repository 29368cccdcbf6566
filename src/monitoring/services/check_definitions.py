"""Checks the declarations: their shape, their expressions, and that every worked example comes out as it says."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from monitoring.declarations.answer_lists import LANGUAGES
from monitoring.declarations.declared_words import declared_words, languages_in
from monitoring.declarations.expressions import check_expressions
from monitoring.declarations.read import read_declarations
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.problem import Problem
from monitoring.services.try_profile import problems_beside
from monitoring.services.versions import check_changes, compare_with_record
from monitoring.services.worked_examples import Outcome, run_examples
from monitoring.settings import Settings

LEAST_EXAMPLES = 2
"""One of them the awkward case."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Every mistake, and how much was checked: nothing where the declarations cannot be read."""

    problems: tuple[Problem, ...]
    counts: dict[str, int] = field(default_factory=dict)
    texts: int = 0  # how many there are to be translated
    languages: dict[str, int] = field(default_factory=dict)  # language -> how many of them it has
    not_recorded: tuple[str, ...] = ()  # indicators whose version is new to the record of meanings


def check(settings: Settings) -> Checked:
    """Every mistake at once. Examples run only where everything else is right."""
    catalogue, problems = read_declarations(settings.declarations)
    if catalogue is None:
        return Checked(problems)
    recorded = compare_with_record(settings, catalogue)
    problems = (*check_expressions(catalogue), *check_changes(catalogue), *recorded.problems)
    problems += problems_beside(settings, catalogue)
    problems += tuple(_too_few_examples(catalogue))
    if not problems:
        problems = tuple(_problem(outcome) for outcome in run_examples(catalogue) if not outcome.holds)
    texts = tuple(declared_words(catalogue))
    languages = {**dict.fromkeys(LANGUAGES, 0), **languages_in(texts)}
    return Checked(problems, counted(catalogue), len(texts), languages, recorded.new)


def counted(catalogue: Catalogue) -> dict[str, int]:
    """How many forms, questions, indicators, profiles and worked examples are declared."""
    return {
        "forms": len(catalogue.forms),
        "questions": sum(len(form.questions) for form in catalogue.forms.values()),
        "indicators": len(catalogue.indicators),
        "profiles": len(catalogue.profiles),
        "examples": sum(len(indicator.examples) for indicator in catalogue.indicators.values()),
    }


def _too_few_examples(catalogue: Catalogue) -> Iterator[Problem]:
    for file in dict.fromkeys(each.declared_in for each in catalogue.indicators.values()):
        if any(
            each.declared_in == file and len(each.examples) < LEAST_EXAMPLES for each in catalogue.indicators.values()
        ):
            yield Problem("too_few_examples", file=file, key="example")


def _problem(outcome: Outcome) -> Problem:
    file, key = outcome.indicator.declared_in, f"example[{outcome.place}]"
    if outcome.is_uncountable:
        return Problem("mixed_kinds", file=file)
    if outcome.column is not None:
        return Problem("bad_example_answer", file=file, key=f"{key}.rows", facts=(("word", outcome.column),))
    found = _told(outcome.numerator, outcome.denominator, outcome.value)
    said = _told(outcome.example.numerator, outcome.example.denominator, outcome.example.value)
    return Problem("example_fails", file=file, key=key, facts=(("found", found), ("expected", said)))


def _told(numerator: float | None, denominator: int | None, value: float | None) -> str:
    """`2 of 3`, and the value where there is one to tell."""
    counts = " of ".join("?" if number is None else f"{number:g}" for number in (numerator, denominator))
    return counts if value is None else f"{counts}, value {value:.4g}"
