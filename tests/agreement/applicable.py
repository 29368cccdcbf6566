"""Whether a question could be put, and was, in plain Python: what the 80 % rule and completeness are worked out from.

A question applies where something was said to it, "don't know" and "prefer not to say" included; else where its skip
condition holds, the person is of the age it is meant for, it is a core question or the round one with extended
questions, and the setting allowed it if it is sensitive. What is marked "not applicable" does not apply. Children under
9 are asked nothing.
"""

from typing import Protocol

from expressions import Value

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Asked, Form, Missing, Question, Who

UNDER_NINE, NINE_TO_17 = "0-8", "9-17"
SAID = (Missing.DONT_KNOW, Missing.PREFER_NOT_TO_SAY)


class Row(Protocol):
    """What is needed of a row here."""

    catalogue: Catalogue
    form: Form

    def __call__(self, name: str) -> Value: ...
    def holds(self, expression: str) -> bool: ...


def is_applicable(row: Row, question: Question) -> bool:
    """An extended question that the worker marked "not asked" does not apply; a core one does, and is unanswered."""
    left_out = {Missing.NOT_APPLICABLE} if question.core else {Missing.NOT_APPLICABLE, Missing.NOT_ASKED}
    return _was_put(row, question) or _could_be_put(row, question, left_out)


def was_asked(row: Row, question: Question) -> bool:
    """Applies, and was not left out on purpose."""
    left_out = {Missing.NOT_APPLICABLE, Missing.NOT_ASKED}
    return _was_put(row, question) or _could_be_put(row, question, left_out)


def reason_of(row: Row, question: Question) -> Missing | None:
    """Why there is no answer, where a reason was given."""
    written = (row("missing_answers") or "").split()
    return next((Missing(each.partition("=")[2]) for each in written if each.startswith(f"{question.name}=")), None)


def _was_put(row: Row, question: Question) -> bool:
    return row(question.name) is not None or reason_of(row, question) in SAID


def _could_be_put(row: Row, question: Question, left_out: set[Missing]) -> bool:
    interview = row.form.interview
    return (
        reason_of(row, question) not in left_out
        and (question.asked_if is None or row.holds(question.asked_if))
        and _of_that_age(row, question)
        and (question.core or row.form.question("round") is None or _is_extended(row))
        and (not question.sensitive or interview is None or row.holds(interview.sensitive_if or "true"))
    )


def _of_that_age(row: Row, question: Question) -> bool:
    """Somebody whose age nobody recorded is taken for an adult."""
    if not row.form.refers_to_survivors and row.form.question("age_band") is None:
        return True
    age = row("age_band")
    if question.who is Who.ADULTS:
        return age not in (UNDER_NINE, NINE_TO_17)
    if question.who is Who.CHILDREN:
        return age == NINE_TO_17
    return question.asked_of is not Asked.SURVIVOR or age != UNDER_NINE


def _is_extended(row: Row) -> bool:
    return any(each.extended for each in row.catalogue.rounds if str(each.months) == row("round"))
