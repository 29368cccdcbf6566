"""What expressions use: questions, answers of a list (`basics_met__toilet`), scores, and derived columns."""

import re
from collections.abc import Iterable, Iterator

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Derived, Form, Question

_NAME = re.compile(r"\b[a-z][a-z0-9_]*\b")
_DOUBLE = re.compile(r"\b([a-z][a-z0-9_]*?)__([A-Za-z0-9_]+)\b")


def expressions_of(catalogue: Catalogue, form: str) -> Iterator[str]:
    """Every expression that a figure over the rows of a form is computed with."""
    yield from (derived.expression for derived in catalogue.forms[form].derived if derived.expression)
    for indicator in catalogue.indicators.values():
        if indicator.form == form:
            yield from filter(None, (indicator.numerator, indicator.denominator, indicator.answered))


def names_in(texts: Iterable[str]) -> set[str]:
    """Every plain name that any of the expressions speaks of."""
    return {name for text in texts for name in _NAME.findall(text)}


def answers_spoken_of(texts: Iterable[str]) -> set[tuple[str, str]]:
    """(question, code or "score") of every `question__code` in the expressions."""
    return {(found[1], found[2]) for text in texts for found in _DOUBLE.finditer(text)}


def columns_used(catalogue: Catalogue, form: Form, over: str) -> tuple[str, ...]:
    """The form's questions that figures over the rows of `over` need, and no more, in the form's order."""
    texts = list(expressions_of(catalogue, over))
    spoken_of = names_in(texts) | {name for name, _ in answers_spoken_of(texts)}
    spoken_of |= {name for derived in form.derived for name in derived.mean_of}
    return tuple(name for name in form.names if name in spoken_of)


def answer_columns(catalogue: Catalogue, form: Form) -> dict[str, str]:
    """Column name to SQL of the form's `question__code` and `question__score` that figures over it use."""
    wanted = answers_spoken_of(expressions_of(catalogue, form.name))
    wanted |= {(name, "score") for derived in form.derived for name in derived.mean_of}
    columns = {}
    for name, part in sorted(wanted):
        question = form.question(name)
        if question is not None and question.choices is not None:
            columns[f"{name}__{part}"] = sql_of_answer(question, part, question.name)
    return columns


def sql_of_answer(question: Question, part: str, column: str) -> str:
    """SQL: the answer's score, or whether a several-answer question holds a code; null where nobody answered."""
    return _score_of(question, column) if part == "score" else has_answer(column, part)


def has_answer(column: str, code: str) -> str:
    """SQL: whether a several-answer question holds the code; null where nobody answered."""
    return f"position(' {code} ' in ' ' || {column} || ' ') > 0"


def _score_of(question: Question, column: str) -> str:
    """SQL: from 0 to 1, 1 the best for the survivor; null where there is none."""
    choices = question.choices.choices if question.choices else ()
    scored = [(choice.code, choice.score) for choice in choices if choice.score is not None]
    cases = " ".join(f"when '{code}' then {(1 - score if question.flipped else score):.4g}" for code, score in scored)
    return f"case {column} {cases} end"


def derived_columns(form: Form) -> dict[str, str]:
    """Column name to SQL of the form's derived columns."""
    return {each.name: sql_of_derived(each) for each in form.derived}


def sql_of_derived(derived: Derived) -> str:
    """SQL: the expression, or the mean of scores; missing where fewer than the stated share are answered."""
    if derived.expression is not None:
        return derived.expression
    scores = [f"{name}__score" for name in derived.mean_of]
    answered = " + ".join(f"case when {score} is null then 0 else 1 end" for score in scores)
    total = " + ".join(f"coalesce({score}, 0)" for score in scores)
    enough = f"({answered}) >= {derived.answered_share} * {len(scores)}"
    return f"case when {enough} then ({total}) / ({answered}) end"
