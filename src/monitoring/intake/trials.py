"""What must not be true of a row, as expressions: rules for every form, and those a form declares. Reads no data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

import polars as pl

from monitoring.domain.form import Form, Question
from monitoring.domain.problem import Level
from monitoring.domain.rounds import Round

SURVIVOR = "survivor__"
"""Begins the names of columns that come from the survivor's own row."""

WITHOUT_INTERVIEW = "answers_without_interview"
_CHILDREN = ("0-8", "9-17")


@dataclass(frozen=True, slots=True)
class Trial:
    """A mistake of `code` at `column` in every row where the expression is true."""

    code: str
    column: str
    expression: pl.Expr
    level: Level = Level.ERROR
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def uses(self) -> tuple[str, ...]:
        """Every column that decides, so that the trial can be left out where one of them could not be read."""
        return (self.column, *self.expression.meta.root_names())


def trials_of(form: Form, rounds: Sequence[Round] = ()) -> Iterator[Trial]:
    """All trials of a form, errors before warnings: a cell gets one problem, and should get the graver one."""
    talk = form.interview
    if talk and talk.outcome:
        yield _without_interview(form, talk.outcome, talk.held_if)
    if talk and talk.sensitive_if:
        yield from (_sensitive(question, talk.sensitive_if) for question in form.questions if question.sensitive)
    for question in form.questions:
        if question.asked_if:
            unasked = ~pl.sql_expr(question.asked_if).fill_null(value=False)
            yield Trial("not_applicable_answer", question.name, pl.col(question.name).is_not_null() & unasked)
    declared = [Trial(rule.code, rule.column, pl.sql_expr(rule.broken_if), Level(rule.level)) for rule in form.rules]
    yield from (trial for level in (Level.ERROR, Level.WARNING) for trial in declared if trial.level is level)
    if form.question("round") and form.question("contact_date"):
        yield from map(_outside_window, rounds)


def columns_used(form: Form) -> set[str]:
    """The columns that the form's trials use, of the form or not."""
    return {name for trial in trials_of(form) for name in trial.uses}


def answer_columns(form: Form, used: set[str]) -> Mapping[str, pl.Expr]:
    """Expressions for `question__code` (is it among the answers?) and `question__score` (0 to 1) that are used."""
    columns = {}
    for name in used - set(form.names):
        question = form.question(name.partition("__")[0])
        if question and question.choices:
            part = name.partition("__")[2]
            columns[name] = _score(question) if part == "score" else _holds(question, part)
    return columns


def _without_interview(form: Form, outcome: str, held_if: str) -> Trial:
    answered = [pl.col(question.name).is_not_null() for question in form.questions if question.asked_of == "survivor"]
    anything = reduce(or_, answered, pl.lit(value=False))
    return Trial(WITHOUT_INTERVIEW, outcome, ~pl.sql_expr(held_if) & anything)


def _sensitive(question: Question, sensitive_if: str) -> Trial:
    """An answer although the setting did not allow the question. A setting that is not known allows nothing."""
    allowed = pl.sql_expr(sensitive_if).fill_null(value=False)
    child = pl.col(SURVIVOR + "age_band").is_in(_CHILDREN).fill_null(value=False)
    return Trial("sensitive_not_allowed", question.name, pl.col(question.name).is_not_null() & (~allowed | child))


def _outside_window(round_: Round) -> Trial:
    """A contact that is too early or too late for its round: looked at twice, never refused."""
    day = pl.col("days_since_return")
    outside = (pl.col("round") == str(round_.months)) & ~day.is_between(round_.first_day, round_.last_day)
    facts = {"first_day": str(round_.first_day), "last_day": str(round_.last_day)}
    return Trial("outside_window", "contact_date", outside, Level.WARNING, facts)


def _holds(question: Question, code: str) -> pl.Expr:
    return (" " + pl.col(question.name) + " ").str.contains(f" {code} ", literal=True)


def _score(question: Question) -> pl.Expr:
    choices = question.choices.choices if question.choices else ()
    scores = {each.code: each.score for each in choices if each.score is not None}
    scored = {code: 1 - score if question.flipped else score for code, score in scores.items()}
    return pl.col(question.name).replace_strict(scored, default=None, return_dtype=pl.Float64)
