"""Whether a question could be put to somebody in a round: what the 80 % rule and completeness are worked out from.

A question is applicable where it was answered, "don't know" and "prefer not to say" included, or else where all of
these hold: its skip condition does; the person is of the age it is meant for; it is a core question, or the round one
of those with extended questions; the setting allowed it, if it is sensitive; and it was not marked "not applicable". A
blank answer to an applicable question is missing.
"""

from collections.abc import Sequence

from monitoring.derive.create_table import quoted
from monitoring.domain.form import Asked, Form, Missing, Question, Who
from monitoring.domain.rounds import Round

MISSING_SAID = "missing_said"
"""The column in which reasons are looked for: `missing_answers` between blanks, put together once a row.

A page about all questions looks a few hundred times a row. So what is likely is asked first, and by `case`, which
leaves out what it need not know; `and` and `or` work out both sides.
"""

WITH_MISSING_SAID = {MISSING_SAID: "' ' || coalesce(missing_answers, '') || ' '"}

_CHILDREN = ("0-8", "9-17")
_SAID = (Missing.DONT_KNOW, Missing.PREFER_NOT_TO_SAY)
"""Whoever says so was asked."""


def texts_of_applicable(form: Form, question: Question) -> list[str]:
    """The names and expressions that decide whether the question was applicable."""
    said = [question.name, "missing_answers"]
    if question.asked_if:
        said.append(question.asked_if)
    if _has_age(form) and (question.who is not Who.ALL or question.asked_of is Asked.SURVIVOR):
        said.append("age_band")
    if question.sensitive and form.interview and form.interview.sensitive_if:
        said.append(form.interview.sensitive_if)
    return said


def is_applicable(form: Form, question: Question, rounds: Sequence[Round]) -> str:
    """SQL, never null: answered, or applicable. A core question marked "not asked" is applicable and not answered."""
    left_out = (Missing.NOT_APPLICABLE,) if question.core else (Missing.NOT_APPLICABLE, Missing.NOT_ASKED)
    return _unless(form, question, rounds, left_out)


def was_asked(form: Form, question: Question, rounds: Sequence[Round]) -> str:
    """SQL, never null: applicable, and not marked "not asked": what completeness counts."""
    return _unless(form, question, rounds, (Missing.NOT_APPLICABLE, Missing.NOT_ASKED))


def is_missing_as(question: Question, reason: Missing) -> str:
    """SQL, never null: whether there is no answer for that reason."""
    return f"case when {quoted(question.name)} is null then {_says(question, reason)} else false end"


def _says(question: Question, reason: Missing) -> str:
    return f"position(' {question.name}={reason} ' in {MISSING_SAID}) > 0"


def _unless(form: Form, question: Question, rounds: Sequence[Round], left_out: Sequence[Missing]) -> str:
    conditions = []
    if question.asked_if:
        conditions.append(f"coalesce(({question.asked_if}), false)")
    if _has_age(form) and question.who is Who.ADULTS:
        children = ", ".join(f"'{band}'" for band in _CHILDREN)
        conditions.append(f"coalesce(age_band not in ({children}), true)")
    if _has_age(form) and question.who is Who.CHILDREN:
        conditions.append(f"coalesce(age_band = '{_CHILDREN[1]}', false)")
    if not question.core and form.question("round"):
        extended = ", ".join(f"'{each.months}'" for each in rounds if each.extended)
        conditions.append(f"round in ({extended})")
    if _has_age(form) and question.who is Who.ALL and question.asked_of is Asked.SURVIVOR:
        conditions.append(f"coalesce(age_band <> '{_CHILDREN[0]}', true)")  # they answer nothing themselves
    if question.sensitive and form.interview and form.interview.sensitive_if:
        conditions.append(f"coalesce(({form.interview.sensitive_if}), false)")
    otherwise = " and ".join(conditions) or "true"
    reasons = [f"when {_says(question, reason)} then false" for reason in left_out]
    reasons += [f"when {_says(question, reason)} then true" for reason in _SAID]
    return (
        f"case when {quoted(question.name)} is not null then true "
        f"when position(' {question.name}=' in {MISSING_SAID}) = 0 then {otherwise} "
        f"{' '.join(reasons)} else {otherwise} end"
    )


def _has_age(form: Form) -> bool:
    """Whether the person's age group stands beside the form's answers."""
    return form.refers_to_survivors or form.question("age_band") is not None
