"""The rows that some expressions are worked out over, with every part, score and computed column they speak of.

Computed when read: stored beside the rows they would double what each hand-in writes.
"""

from collections.abc import Iterable

from monitoring.derive.answer_parts import Columns, part_layers
from monitoring.derive.create_table import history_table, quoted
from monitoring.derive.derived_columns import derived_layers, layered
from monitoring.derive.expressions_used import (
    answers_spoken_of,
    columns_of_other_form,
    derived_in,
    everything_said,
    names_in,
)
from monitoring.derive.relations import Sources
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Form

_OF_EVERY_ROUND = {"survivor_id", "provider_id", "round", "status", "contact_date"}
_KEPT_WITH_ROWS = {"missing_answers"}


def computed_rows(catalogue: Catalogue, form: str, texts: Iterable[str], rows: str, sources: Sources) -> str:
    """SQL: the given rows of a form with every column that the expressions speak of."""
    declared = catalogue.forms[form]
    said = everything_said(declared, texts)
    derived = derived_in(declared, said)
    others = {each.name: _other_rows(catalogue, each, sources) for each in derived if each.from_form}
    layers = part_layers(declared, said, catalogue.rounds)
    layers += derived_layers(declared, derived, catalogue.rounds, others)
    survivors = catalogue.forms["survivors"]
    if form != "survivors" and declared.refers_to_survivors:  # the person's own answers stand beside the form's
        layers = _joined(part_layers(survivors, said, catalogue.rounds), layers)
    return layered(with_answers(declared, said, rows) if form == "follow_ups" else rows, layers)


def with_answers(form: Form, said: Iterable[str], rows: str) -> str:
    """SQL: rounds with the answers that the expressions speak of; rounds themselves only point at them."""
    said = list(said)
    fetched = (names_in(said) | {name for name, _ in answers_spoken_of(said)}) - _OF_EVERY_ROUND
    names = [name for name in (*form.names, *_KEPT_WITH_ROWS) if name in fetched]
    return statement("answered_rounds").format(
        rounds=rows,
        history=history_table(form),
        answers="".join(f",\n    answers.{quoted(name)}" for name in names),
    )


def rows_where(relation: str, filters: str, *also: str) -> str:
    """SQL: the rows of a relation that pass the filters, with more columns: `cast($as_of as date) as looked_at_on`."""
    return statement("rows_looked_at").format(
        also="".join(f",\n        {column}" for column in also), relation=relation, filters=filters
    )


def _other_rows(catalogue: Catalogue, derived: Derived, sources: Sources) -> str:
    """SQL: the rows of the other form that a computed column looks into, its columns prefixed by the form's name.

    Prefixed, for inside an `exists` a bare name would mean the other row's column wherever both have one.
    """
    form = derived.from_form or ""
    columns = columns_of_other_form(form, [derived.where]) | ({derived.column} if derived.column else set())
    rows = computed_rows(catalogue, form, columns, f"select * from {sources.of(form)}", sources)
    listed = ", ".join(f"found.{quoted(name)} as {form}__{name}" for name in sorted(columns | {"survivor_key"}))
    return f"select {listed} from (\n{rows}\n) as found"


def _joined(first: list[Columns], second: list[Columns]) -> list[Columns]:
    """Layers of two forms side by side; where both have a name, the second one's stands."""
    longest = max(len(first), len(second))
    padded = [[*layers, *[{}] * (longest - len(layers))] for layers in (first, second)]
    return [{**one, **other} for one, other in zip(*padded, strict=True)]
