"""Whether a question is put at all: its condition in the forms, read by SQLite, so that it stands in one place only."""

import re
import sqlite3
from datetime import date
from functools import cache

from invent.world import Cell, Row
from monitoring.domain.form import Form, Missing, Question

_NAME = re.compile(r"\b[a-z][a-z0-9_]*\b")
_STATED_MISSING = frozenset(Missing)
_DATABASE = sqlite3.connect(":memory:")


def is_put(question: Question, form: Form, row: Row) -> bool:
    """Whether the question's condition holds for the answers so far. A missing answer fulfils no condition."""
    if question.asked_if is None:
        return True
    statement, names = _statement(question.asked_if, form.names)
    return bool(_DATABASE.execute(statement, [_value(row, name) for name in names]).fetchone()[0])


@cache
def _statement(condition: str, questions: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The condition as a query, and the columns it speaks of: questions, and `question__code` of several answers."""
    words = dict.fromkeys(_NAME.findall(re.sub(r"'[^']*'", "", condition)))
    names = tuple(word for word in words if word.split("__")[0] in questions)
    columns = ", ".join(f"? as {name}" for name in names)
    return f"select ({condition}) is true from (select {columns})", names


def _value(row: Row, name: str) -> str | int | None:
    question, _, code = name.partition("__")
    value: Cell = row.get(question)
    if value is None or value in _STATED_MISSING:
        return None
    if code:
        return int(code in str(value).split())
    return value.isoformat() if isinstance(value, date) else int(value) if isinstance(value, bool) else value
