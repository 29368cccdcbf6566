"""SQL of the parts of an answer that expressions may speak of: `question__score`, `question__code` and their like."""

from collections.abc import Iterable, Sequence

from monitoring.derive.applicable import WITH_MISSING_SAID, is_missing_as, was_asked
from monitoring.derive.create_table import quoted
from monitoring.derive.expressions_used import answers_spoken_of, names_in
from monitoring.domain.form import Form, Missing, Question, QuestionType
from monitoring.domain.rounds import Round

Columns = dict[str, str]
"""Column name to SQL."""


def part_layers(form: Form, texts: Iterable[str], rounds: Sequence[Round]) -> list[Columns]:
    """The parts of answers that the expressions speak of; whether somebody was asked may hang on other parts."""
    texts = list(texts)
    simple: Columns = dict(WITH_MISSING_SAID) if "missing_answers" in names_in(texts) else {}
    asked: Columns = {}
    for name, part in sorted(answers_spoken_of(texts)):
        question = form.question(name)
        if question is None:
            continue
        if part == "asked":
            asked[f"{name}__{part}"] = was_asked(form, question, rounds)
        elif part == "declined":
            asked[f"{name}__{part}"] = is_missing_as(question, Missing.PREFER_NOT_TO_SAY)
        elif question.choices is not None:
            simple[f"{name}__{part}"] = _of_answer(question, part)
    return [simple, asked]


def has_answer(column: str, code: str) -> str:
    """SQL: whether a several-answer question holds the code; null where nobody answered."""
    return f"position(' {code} ' in ' ' || {column} || ' ') > 0"


def score_of(question: Question) -> str:
    """SQL: from 0 to 1, 1 the best for the survivor; null where there is none.

    A scale by its scores, yes as 1 and no as 0, several answers as the share of the list that was named.
    """
    column = quoted(question.name)
    if question.type is QuestionType.YES_NO:
        return f"case when {column} then 1.0 when not {column} then 0.0 end"
    if question.type is QuestionType.SEVERAL and question.choices:
        codes = [code for code in question.choices.codes if code != "none"]
        held = " + ".join(f"case when {has_answer(column, code)} then 1.0 else 0.0 end" for code in codes)
        return f"case when {column} is not null then ({held}) / {len(codes)} end"
    choices = question.choices.choices if question.choices else ()
    scored = [(choice.code, choice.score) for choice in choices if choice.score is not None]
    cases = " ".join(f"when '{code}' then {(1 - score if question.flipped else score):.4g}" for code, score in scored)
    return f"case {column} {cases} end"


def _of_answer(question: Question, part: str) -> str:
    column = quoted(question.name)
    if part == "score":
        return score_of(question)
    if part == "first" and question.type is QuestionType.RANKED:
        blank = f"position(' ' in {column})"
        return f"case when {blank} = 0 then {column} else substring({column} from 1 for {blank} - 1) end"
    return has_answer(column, part)
