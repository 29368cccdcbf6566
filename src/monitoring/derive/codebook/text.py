"""One indicator as text for a terminal, or as a plain document for programs. The words are those of the codebook."""

from collections.abc import Iterable
from typing import Any

from monitoring.derive.codebook.entries import indicator_facts
from monitoring.derive.codebook.examples import gives, rows_of
from monitoring.derive.codebook.formula import in_words
from monitoring.derive.codebook.lists import as_lines
from monitoring.derive.codebook.steps import StepRows
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Example, Indicator
from monitoring.words import has, say


def definition_lines(catalogue: Catalogue, indicator: Indicator, language: str) -> list[str]:
    """Label, description, and each fact on a line of its own, the expression below its words."""
    lines = [f"{indicator.id}: {in_words(indicator.label, language)}", in_words(indicator.description, language), ""]
    for fact in indicator_facts(catalogue, indicator, language):
        lines.append(f"{fact.name}: {fact.value}")
        if fact.expression:
            lines.append(f"    {' '.join(fact.expression.split())}")
    return [*lines, ""]


def example_lines(place: int, example: Example, steps: Iterable[StepRows], language: str) -> list[str]:
    """The example as declared, then the rows of every step."""
    lines = [f"{say('codebook.example', language, place=place)}: {example.says}", *as_lines(rows_of(example))]
    lines += [gives(example, language), ""]
    for step in steps:
        lines += [f"  {step_title(step, language)}"]
        lines += [f"    {line}" for line in table_of(step, language).splitlines()]
        lines.append("")
    return lines


def step_title(step: StepRows, language: str) -> str:
    """The step's name in the statement, and what it holds where somebody has written that down."""
    key = f"codebook.step.{step.name}"
    return f"{step.name} · {say(key, language)}" if has(key, language) else step.name


def table_of(step: StepRows, language: str) -> str:
    """The step's rows as a table of plain text."""
    lines = as_lines([list(step.columns), *map(list, step.rows)])
    if step.left_out:
        lines.append(say("codebook.more_rows", language, n=step.left_out))
    return "\n".join(lines)


def sql_lines(sql: str, language: str) -> list[str]:
    """The statement below its heading."""
    return [f"{say('codebook.sql', language)}:", sql]


def definition_document(catalogue: Catalogue, indicator: Indicator, language: str) -> dict[str, Any]:
    """What is declared of the indicator, in words and as expressions."""
    return {
        "indicator": indicator.id,
        "label": in_words(indicator.label, language),
        "description": in_words(indicator.description, language),
        "facts": [
            {"key": fact.key, "name": fact.name, "value": fact.value, "expression": fact.expression}
            for fact in indicator_facts(catalogue, indicator, language)
        ],
    }


def steps_document(steps: Iterable[StepRows]) -> list[dict[str, Any]]:
    """Each step's rows, column name to text."""
    return [
        {
            "step": step.name,
            "rows": [dict(zip(step.columns, row, strict=True)) for row in step.rows],
            "left_out": step.left_out,
        }
        for step in steps
    ]
