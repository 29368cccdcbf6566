"""The pandera schema of a form's typed table: types, lists, ranges, what is required, and the key.

Importing pandera takes seconds: only a check imports this module, and only when it runs. Holds no answers.
"""

from typing import Any

import polars as pl

from monitoring.derive.pandera_alone import polars as pa
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, QuestionType

NOT_ON_LIST = "not_on_list"
OUT_OF_RANGE = "out_of_range"
"""Problem codes: pandera gives them back as the name of the check that failed."""

_TYPES: dict[QuestionType, type[pl.DataType]] = {
    QuestionType.YES_NO: pl.Boolean,
    QuestionType.DATE: pl.Date,
    QuestionType.WHOLE: pl.Int32,
}


_kept: dict[tuple[str, str], pa.DataFrameSchema] = {}


def table_schema(catalogue: Catalogue, form: str) -> pa.DataFrameSchema:
    """The schema of the form's typed table, to validate an eager frame with. Built once while the declarations stay."""
    kept_as = (catalogue.fingerprint, form)
    if kept_as not in _kept:
        _kept[kept_as] = _schema(catalogue.forms[form])
    return _kept[kept_as]


def type_of(question: Question) -> type[pl.DataType]:
    """The type of a question's column: String for all that is written as text or chosen from a list."""
    return _TYPES.get(question.type, pl.String)


def _schema(form: Form) -> pa.DataFrameSchema:
    columns = {question.name: _column(question) for question in form.questions}
    return pa.DataFrameSchema(
        {**columns, "missing_answers": pa.Column(pl.String, nullable=True), "sheet_row": pa.Column(pl.Int32)},
        unique=list(form.key),
        strict=True,
    )


def _column(question: Question) -> pa.Column:
    return pa.Column(type_of(question), _checks(question), nullable=not question.required)


def _checks(question: Question) -> list[Any]:
    checks: list[Any] = []
    if question.choices and question.type.takes_many:
        code = "(?:" + "|".join(map(_escaped, question.choices.codes)) + ")"
        checks.append(pa.Check.str_matches(f"^{code}(?: {code})*$", error=NOT_ON_LIST))
    elif question.choices:
        checks.append(pa.Check.isin(question.choices.codes, error=NOT_ON_LIST))
    if question.minimum is not None:
        checks.append(pa.Check.ge(question.minimum, error=OUT_OF_RANGE))
    if question.maximum is not None:
        checks.append(pa.Check.le(question.maximum, error=OUT_OF_RANGE))
    return checks


def _escaped(code: str) -> str:
    return "".join(each if each.isalnum() or each == "_" else "\\" + each for each in code)
