"""Checks the declarations: their shape, their expressions, and that every worked example comes out as it says."""

from monitoring.declarations.expressions import check_expressions
from monitoring.declarations.read import read_declarations
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.problem import Problem
from monitoring.services.worked_examples import Outcome, run_examples
from monitoring.settings import Settings


def check(settings: Settings) -> tuple[tuple[Problem, ...], dict[str, int]]:
    """Every mistake at once, and how much was checked. Examples run only where everything else is right."""
    catalogue, problems = read_declarations(settings.declarations)
    if catalogue is None:
        return problems, {}
    problems = check_expressions(catalogue)
    if not problems:
        problems = tuple(_problem(outcome) for outcome in run_examples(catalogue) if not outcome.holds)
    return problems, counted(catalogue)


def counted(catalogue: Catalogue) -> dict[str, int]:
    """How many forms, questions, indicators and worked examples are declared."""
    return {
        "forms": len(catalogue.forms),
        "questions": sum(len(form.questions) for form in catalogue.forms.values()),
        "indicators": len(catalogue.indicators),
        "examples": sum(len(indicator.examples) for indicator in catalogue.indicators.values()),
    }


def _problem(outcome: Outcome) -> Problem:
    file, key = f"{outcome.indicator.domain}/{outcome.indicator.id}.toml", f"example[{outcome.place}]"
    if outcome.column is not None:
        return Problem("bad_example_answer", file=file, key=f"{key}.rows", facts=(("word", outcome.column),))
    found = f"{outcome.numerator:g} of {outcome.denominator}"
    said = f"{outcome.example.numerator} of {outcome.example.denominator}"
    return Problem("example_fails", file=file, key=key, facts=(("found", found), ("expected", said)))
