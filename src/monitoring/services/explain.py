"""Explains one indicator: its definition, its SQL, and every step of the statement on its own worked examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from monitoring.declarations.read import read_catalogue
from monitoring.derive.codebook.steps import StepRows, shown
from monitoring.derive.named_steps import SOURCES, named_steps, parameters_of
from monitoring.derive.query import figures_queries
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Example, Indicator, Of
from monitoring.domain.refusal import Refusal
from monitoring.services.codebook import counting_sql
from monitoring.services.example_rows import LOOKED_AT, rounds_named, rows_of
from monitoring.settings import Settings
from monitoring.store.current import FOR_EVER
from monitoring.store.figures import Row
from monitoring.store.scratch import Scratch

_SOMEWHERE = "XX"
"""The country of an example: none."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One worked example, and the rows of every step from what was handed in to what is counted."""

    example: Example
    steps: tuple[StepRows, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All there is to say about one indicator."""

    catalogue: Catalogue
    indicator: Indicator
    sql: str
    examples: tuple[Explained, ...]


def explain(settings: Settings, indicator: str) -> Explanation:
    """From the declarations alone. Raises BrokenDeclarations, Refusal for an indicator that is not declared."""
    catalogue = read_catalogue(settings.declarations)
    found = catalogue.indicators.get(indicator)
    if found is None:
        raise Refusal("unknown_indicator", indicator=indicator)
    examples = tuple(step_by_step(catalogue, found, each) for each in found.examples)
    return Explanation(catalogue, found, counting_sql(catalogue, indicator, settings), examples)


def step_by_step(catalogue: Catalogue, indicator: Indicator, example: Example) -> Explained:
    """Runs the example in a throw-away store and looks at the rows of every named step. Raises UnreadableExample."""
    rows = rows_of(catalogue, indicator, example, country=_SOMEWHERE)
    with Scratch(catalogue) as scratch:
        scratch.fill(rows)
        return Explained(example, tuple(_steps(catalogue, indicator, example, scratch)))


def as_text(explained: Explanation, language: str = "en") -> str:
    """For a terminal: definition, then each example step by step, then the SQL."""
    from monitoring.derive.codebook.text import definition_lines, example_lines, sql_lines

    lines = definition_lines(explained.catalogue, explained.indicator, language)
    for place, each in enumerate(explained.examples, 1):
        lines += example_lines(place, each.example, each.steps, language)
    return "\n".join([*lines, *sql_lines(explained.sql, language)])


def as_document(explained: Explanation, language: str = "en") -> dict[str, Any]:
    """The same for programs."""
    from monitoring.derive.codebook.text import definition_document, steps_document

    return {
        **definition_document(explained.catalogue, explained.indicator, language),
        "sql": explained.sql,
        "examples": [
            {
                "says": each.example.says,
                "numerator": each.example.numerator,
                "denominator": each.example.denominator,
                "value": each.example.value,
                "steps": steps_document(each.steps),
            }
            for each in explained.examples
        ],
    }


def _steps(catalogue: Catalogue, indicator: Indicator, example: Example, scratch: Scratch) -> Iterator[StepRows]:
    by_round = indicator.has_rounds and indicator.of is Of.FOLLOW_UP
    request = FigureRequest((indicator.id,), by=("country", "round") if by_round else ("country",))
    rounds = rounds_named(example) if by_round else None
    for query in figures_queries(catalogue, request, LOOKED_AT, SOURCES):
        known = {**query.parameters, "until": FOR_EVER, "country": None}
        codes: dict[int, str] = {}
        for name, sql in named_steps(catalogue, query):
            found = scratch.rows(sql, parameters_of(sql, known))
            step = shown(catalogue, indicator, name, [_with_code(row, codes) for row in found], rounds)
            if step is not None:
                yield step


def _with_code(row: Row, codes: dict[int, str]) -> Row:
    """The row with the person's code, which later steps know by a number only. Learns it from the steps before."""
    key = row.get("survivor_key")
    if key is None:
        return row
    if "survivor_id" in row:
        codes[key] = row["survivor_id"]
    return {**row, "survivor_id": codes.get(key)}
