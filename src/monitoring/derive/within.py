"""Declarations narrowed to the columns that a data folder has: what cannot be read there cannot be counted there."""

from collections.abc import Mapping
from dataclasses import replace

from monitoring.derive.expressions_used import answers_spoken_of, names_in
from monitoring.derive.meaning import questions_used
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Form
from monitoring.domain.indicator import Indicator

Columns = Mapping[str, frozenset[str]]
"""Form -> the questions whose answers are there."""


def within(catalogue: Catalogue, columns: Columns) -> Catalogue:
    """The catalogue without the questions, computed columns and indicators that need a column which is not there."""
    forms = {name: _narrowed(form, columns) for name, form in catalogue.forms.items() if name in columns}
    whole = {name: each for name, each in catalogue.indicators.items() if not needs(catalogue, each, columns)}
    return replace(catalogue, forms=forms, indicators=whole)


def needs(catalogue: Catalogue, indicator: Indicator, columns: Columns) -> tuple[str, ...]:
    """What the indicator reads that is not there: questions, or its whole form."""
    if indicator.form not in columns:
        return (indicator.form,)
    used = questions_used(catalogue, indicator)
    return tuple(sorted(question.name for form, question in used if question.name not in columns.get(form.name, ())))


def _narrowed(form: Form, columns: Columns) -> Form:
    there = columns[form.name]
    gone = set(form.names) - there
    kept = tuple(question for question in form.questions if question.name in there)
    derived = tuple(each for each in form.derived if not _reads(each) & gone and _other_is_there(each, columns))
    return replace(form, questions=kept, derived=derived)


def _reads(derived: Derived) -> set[str]:
    return {
        *names_in(derived.expressions),
        *(name for name, _ in answers_spoken_of(derived.expressions)),
        *derived.mean_of,
    }


def _other_is_there(derived: Derived, columns: Columns) -> bool:
    return derived.from_form is None or derived.from_form in columns
