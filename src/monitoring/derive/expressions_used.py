"""What expressions use: questions, answers of a list (`basics_met__toilet`), scores, and derived columns."""

import re
from collections.abc import Iterator

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


def columns_used(catalogue: Catalogue, form: Form, over: str) -> tuple[str, ...]:
    """The form's questions that figures over the rows of `over` need, and no more, in the form's order."""
    spoken_of = {name for text in expressions_of(catalogue, over) for name in _NAME.findall(text)}
    spoken_of |= {name.rsplit("__", 1)[0] for name in answer_columns(catalogue, form, over)}
    return tuple(name for name in form.names if name in spoken_of)


def answer_columns(catalogue: Catalogue, form: Form, over: str | None = None) -> dict[str, str]:
    """Column name to SQL of the form's `question__code` and `question__score` that figures over `over` use."""
    wanted = {
        found.groups() for text in expressions_of(catalogue, over or form.name) for found in _DOUBLE.finditer(text)
    }
    wanted |= {(name, "score") for derived in form.derived for name in derived.mean_of}
    columns = {}
    for name, part in sorted(wanted):
        question = form.question(name)
        if question is not None and question.choices is not None:
            columns[f"{name}__{part}"] = score_of(question) if part == "score" else has_answer(name, part)
    return columns


def has_answer(question: str, code: str) -> str:
    """SQL: whether a several-answer question holds the code; null where nobody answered."""
    return f"position(' {code} ' in ' ' || {question} || ' ') > 0"


def score_of(question: Question) -> str:
    """SQL: the answer's score from 0 to 1, 1 the best for the survivor; null where there is none."""
    assert question.choices is not None
    scored = [(choice.code, choice.score) for choice in question.choices.choices if choice.score is not None]
    cases = " ".join(f"when '{code}' then {(1 - score if question.flipped else score):.4g}" for code, score in scored)
    return f"case {question.name} {cases} end"


def derived_columns(form: Form) -> dict[str, str]:
    """Column name to SQL of the form's derived columns."""
    return {each.name: each.expression or mean_score(each) for each in form.derived}


def mean_score(derived: Derived) -> str:
    """SQL: the mean of the answered questions' scores, missing where fewer than the stated share are answered."""
    scores = [f"{name}__score" for name in derived.mean_of]
    answered = " + ".join(f"case when {score} is null then 0 else 1 end" for score in scores)
    total = " + ".join(f"coalesce({score}, 0)" for score in scores)
    enough = f"({answered}) >= {derived.answered_share} * {len(scores)}"
    return f"case when {enough} then ({total}) / ({answered}) end"
