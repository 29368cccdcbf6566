"""The rows of one step of a statement, cut to what a person needs in order to see how a count comes about."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from monitoring.derive.expressions_used import names_in
from monitoring.derive.meaning import derived_used, questions_used
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Indicator

MOST_ROWS = 12

_TECHNICAL = frozenset(
    [
        "country",
        "submission_id",
        "sheet_row",
        "survivor_key",
        "person_code",
        "missing_answers",
        "months",
        "pooled_round",
        "speaks_for_pool",
        "quarter",
        "return_quarter",
        "open_until",
        "on_time_until",
        "provider",
        "looked_at_on",
        "target_date",
        "reached",
        "attempted",
    ]
)
"""Columns that a count needs and a reader does not."""

_ALWAYS = ("survivor_id", "former_code", "round", "contact_date", "status")
"""Whose row it is, and what came of it: first, wherever a step has them."""


@dataclass(frozen=True, slots=True)
class StepRows:
    """One step: its name in the statement, the columns shown, the rows as texts, and how many rows are not shown."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0


def shown(
    catalogue: Catalogue,
    indicator: Indicator,
    name: str,
    rows: Sequence[Mapping[str, Any]],
    rounds: Collection[str] | None,
) -> StepRows | None:
    """The step, or None where it holds nothing to look at. `rounds`: those the example names; None: any."""
    kept = [row for row in rows if rounds is None or row.get("round") is None or row["round"] in rounds]
    columns = _columns(catalogue, indicator, kept)
    if not columns:
        return None
    texts = sorted((tuple(_text(row[column]) for column in columns) for row in kept), key=partial(_place, columns))
    heads = tuple(column.removeprefix(f"{indicator.id}__") for column in columns)
    return StepRows(name, heads, tuple(texts[:MOST_ROWS]), max(0, len(texts) - MOST_ROWS))


def _place(columns: Sequence[str], row: Sequence[str]) -> tuple[bool, Sequence[str]]:
    """Rows without any contact, of which each person has one a round, come last."""
    is_bare = "contact_date" in columns and not row[columns.index("contact_date")]
    return is_bare or not any(text for column, text in zip(columns, row, strict=True) if column not in _ALWAYS), row


def _columns(catalogue: Catalogue, indicator: Indicator, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Keys first; then flags, the questions that the figure uses, and what is made of them."""
    if not rows:
        return []
    used = {question.name for _, question in questions_used(catalogue, indicator)}
    used |= {each.name for each in derived_used(catalogue, indicator)} | names_in(indicator.expressions)
    declared = {question.name for form in catalogue.forms.values() for question in form.questions}
    declared |= {derived.name for form in catalogue.forms.values() for derived in form.derived}
    own = [each for each in rows[0] if each in used or not (each in declared or each in _TECHNICAL or "__" in each)]
    own += [each for each in rows[0] if "__" in each and (each in used or each.startswith(f"{indicator.id}__"))]
    first = [each for each in _ALWAYS if each in rows[0]]
    found = [*first, *(each for each in own if each not in first)]
    return found if any(row[each] is not None for row in rows for each in found) else []


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return f"{value:g}" if isinstance(value, int | float) else str(value)
