"""Invented answers, from the declarations: each question's type says which answers it may get. Nobody here is real.

One byte chooses an answer, so that a whole row is one draw of Hypothesis: drawn one by one, a row would take 70 draws.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Missing, Question, QuestionType

TODAY = date(2026, 6, 1)
CODES = ("P-1", "P-2", "P-3")
WRITTEN_REASONS = tuple(reason for reason in Missing if reason is not Missing.UNREADABLE)
PLENTY = 24
"""Answers in a pool at least: about a fifth of the rows then leaves a question open."""

FAVOURED = {
    "consent_record": "given",
    "consent_contact": "given",
    "case_status": "active",
    "status": "interviewed",
    "incident_type": "re_trafficking",
}
"""Answers without which a person would drop out of nearly everything that is to be compared."""


class Answers:
    """For each question of a form the answers that one byte chooses from."""

    def __init__(self, catalogue: Catalogue, form: Form) -> None:
        self.form = form
        self.near = _near(catalogue)
        self.width = len(form.questions)  # bytes a row takes
        self._pools = {each.name: _pool(each, self.near) for each in form.questions}
        dates = [each.name for each in form.questions if each.type is QuestionType.DATE]
        self.anchor = next((name for name in form.key if name in dates), "return_date")
        self._dates = [name for name in dates if name != self.anchor]

    def row(self, choices: bytes, anchor: date | None) -> dict[str, Any]:
        """A typed row; dates lie around the anchor. A missing answer is None, its reason stands beside it."""
        row: dict[str, Any] = {self.anchor: anchor}
        reasons = []
        for (name, pool), choice in zip(self._pools.items(), choices, strict=True):
            answer = pool[choice % len(pool)]
            if isinstance(answer, Missing):
                reasons.append(f"{name}={answer}")
                answer = None
            if name != self.anchor:
                row[name] = answer
        for name in self._dates:
            row[name] = _shifted(anchor or TODAY, row[name])
        return {**row, "missing_answers": " ".join(reasons) or None}


def _shifted(day: date, days: int | None) -> date | None:
    return None if days is None else day + timedelta(days=days)


def _pool(question: Question, near: Sequence[int]) -> tuple[Any, ...]:
    """Answers, some of them several times, blanks and every reason for a blank; what is required is there."""
    answers = list(_answers(question, near))
    if question.name in FAVOURED:
        answers += [FAVOURED[question.name]] * max(12, len(answers))
    if question.required:
        return tuple(answers)
    often = -(-PLENTY // len(answers))
    return (*(answers * often), *[None] * (PLENTY // 8), *WRITTEN_REASONS)


def _answers(question: Question, near: Sequence[int]) -> Iterator[Any]:
    codes = question.choices.codes if question.choices else ()
    match question.type:
        case QuestionType.CHOICE:
            yield from codes
        case QuestionType.SEVERAL | QuestionType.RANKED:
            real = [code for code in codes if code != "none"]
            most = real[: question.at_most or len(real)]
            yield from codes
            yield from (" ".join(pair) for pair in pairwise(real))
            yield from [" ".join(most)] * len(codes)
            if question.type is QuestionType.RANKED:
                yield from (" ".join(reversed(pair)) for pair in pairwise(real))
        case QuestionType.YES_NO:
            yield from [True, False] * 4
        case QuestionType.DATE:
            yield from near
        case QuestionType.WHOLE:
            yield from range(question.minimum or 0, min(question.maximum or 9, 9) + 1)
        case _:
            yield from CODES


def _near(catalogue: Catalogue) -> tuple[int, ...]:
    """Distances in days at which an expression may change its mind: one less, the very day, one more."""
    texts = [text for each in catalogue.indicators.values() for text in (each.numerator, each.denominator)]
    texts += [each.expression or "" for form in catalogue.forms.values() for each in form.derived]
    named = {int(found) for text in texts for found in re.findall(r"interval '(\d+) days?'", text)}
    return tuple(sorted({day + one for day in named | {0, 91, 183, 365, 730} for one in (-1, 0, 1)}))
