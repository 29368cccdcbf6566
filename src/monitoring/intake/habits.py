"""Which habit of writing holds for a file and for a column: what its texts prove, and what the office said.

A column that proves both orders was filled in by people of two habits: nothing unclear in it is read, whatever is said.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from monitoring.domain.form import Question, QuestionType
from monitoring.domain.habits import DayOrder, DecimalSign, Habits
from monitoring.domain.problem import Problem
from monitoring.intake.dates import orders_shown
from monitoring.intake.numbers import signs_shown

Habit = TypeVar("Habit", DayOrder, DecimalSign)

_ASKED_BY = {"unclear_date": "dates", "unclear_number": "decimals"}


def habits_of_file(columns: Iterable[tuple[Question, Sequence[str]]], said: Habits) -> Habits:
    """What was said; where nothing was, what the texts of all columns prove together."""
    dates: set[DayOrder] = set()
    decimals: set[DecimalSign] = set()
    for question, texts in columns:
        if question.type is QuestionType.DATE:
            dates |= orders_shown(texts)
        elif question.type is QuestionType.WHOLE:
            decimals |= signs_shown(texts)
    return Habits(said.dates or _only(dates), said.decimals or _only(decimals))


def habits_of_column(question: Question, texts: Sequence[str], of_file: Habits) -> Habits:
    """What the column itself proves; where it proves nothing, what holds for its file."""
    if question.type is QuestionType.DATE:
        shown = orders_shown(texts)
        return Habits(dates=_only(shown) if shown else of_file.dates)
    if question.type is QuestionType.WHOLE:
        signs = signs_shown(texts)
        return Habits(decimals=_only(signs) if signs else of_file.decimals)
    return of_file


def left_open(problems: Iterable[Problem], said: Habits) -> tuple[str, ...]:
    """The habits that the office is to be asked for, once: something could not be read for want of them."""
    codes = {problem.code for problem in problems}
    return tuple(name for code, name in _ASKED_BY.items() if code in codes and getattr(said, name) is None)


def _only(shown: set[Habit]) -> Habit | None:
    return next(iter(shown)) if len(shown) == 1 else None
