"""One question of a form as rows of a form for the telephone: its type, its list, its limits and what is said of them.

Knows no other question, but for the conditions that it is given.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from monitoring.derive.check_character import LONGEST, NO_CHARACTER, character_value, completed, ends_rightly
from monitoring.derive.xlsform_answers import numbers_offered, reasons_of
from monitoring.derive.xlsform_lists import answers_offered, hint_of, list_name
from monitoring.derive.xlsform_names import HELPER
from monitoring.derive.xlsform_row import SurveyRow
from monitoring.derive.xlsform_words import LANGUAGES, joined, said
from monitoring.derive.xpath_truth import TRUE, both, either, opposite
from monitoring.domain.form import Form, Question, QuestionType, Words

_PEOPLE = "survivors"
_FEW = 12
"""Longer lists open on a tap."""

_PLAIN_TYPES = {
    QuestionType.CODE: "text",
    QuestionType.TEXT: "text",
    QuestionType.DATE: "date",
    QuestionType.WHOLE: "integer",
    QuestionType.SEVERAL: "select_multiple",
}


@dataclass(frozen=True, slots=True)
class Limit:
    """What an answer must be, in XPath, and what is said where it is not."""

    xpath: str
    message: Words


def rows_of(question: Question, form: Form, relevant: str, *, checked: bool, more: list[Limit]) -> list[SurveyRow]:
    """The rows of one question. `checked`: survivor codes carry a check character; `more`: limits beside its own."""
    if checked and form.name == _PEOPLE and question.name == form.key[0]:
        return _new_code(question)
    row = _row(question, relevant, checked=checked)
    if question.type is QuestionType.RANKED:
        return _ranked(question, row)
    return [with_limits(row, [*_limits(question, checked=checked), *more])]


def with_limits(row: SurveyRow, limits: list[Limit]) -> SurveyRow:
    """The row with its limits as one constraint, and their sentences as one message."""
    message = joined(*({tuple(limit.message.items()): limit.message for limit in limits}.values()))
    return replace(row, constraint=both(*(limit.xpath for limit in limits)) if limits else "", message=message)


def _row(question: Question, relevant: str, *, checked: bool) -> SurveyRow:
    answers = len(answers_offered(question))
    kind = "select_one" if answers else _PLAIN_TYPES.get(question.type, "text")
    if question.type is QuestionType.SEVERAL:
        kind = "select_multiple"
    look = "minimal autocomplete" if answers > _FEW and kind == "select_one" else ""
    code = checked and question.refers_to == _PEOPLE
    return SurveyRow(
        type=f"{kind} {list_name(question)}" if answers else kind,
        name=question.name,
        label=question.label,
        hint=joined(_recall(question), hint_of(question), said("code_hint") if code else {}),
        required=question.required,
        relevant=relevant,
        appearance=look,
    )


def _recall(question: Question) -> Words:
    """The time that the question asks about, where its own words do not say it."""
    if question.recall is None or question.labels_source == "official":
        return {}
    said_of = said(f"recall.{question.recall}")
    heard = all(said_of[each].rstrip(".").casefold() in question.label[each].casefold() for each in LANGUAGES)
    return {} if heard else said_of


def _limits(question: Question, *, checked: bool) -> Iterator[Limit]:
    match question.type:
        case QuestionType.CODE:
            yield Limit("regex(., '^[A-Za-z0-9-]{4,40}$')", said("not_a_code"))
            if checked and question.refers_to == _PEOPLE:
                yield Limit(ends_rightly("."), said("wrong_character"))
        case QuestionType.DATE:
            first = question.not_before.isoformat()
            yield Limit(f". >= date('{first}')", said("too_early", day=first))
            if not question.may_be_future:
                yield Limit(". <= today()", said("in_future"))
        case QuestionType.WHOLE if numbers_offered(question) is None:
            if question.minimum is not None:
                yield Limit(f". >= {question.minimum}", said("too_small", minimum=question.minimum))
            if question.maximum is not None:
                yield Limit(f". <= {question.maximum}", said("too_large", maximum=question.maximum))
        case QuestionType.SEVERAL:
            yield from _alone(question)


def _alone(question: Question) -> Iterator[Limit]:
    """ "None of these" and reasons go with no other answer; at most so many may be named."""
    none = ("none",) if question.choices and "none" in question.choices.codes else ()
    for code in (*none, *reasons_of(question)):
        yield Limit(f"not(selected(., '{code}') and count-selected(.) > 1)", said("alone"))
    if question.at_most is not None:
        yield Limit(f"count-selected(.) <= {question.at_most}", said("too_many", at_most=question.at_most))


def _ranked(question: Question, row: SurveyRow) -> list[SurveyRow]:
    """One list a place, and the answer computed: the tool's own ranking would have all of the list put in order."""
    most = question.at_most or len(answers_offered(question))
    named = [f"{HELPER}{question.name}_{place}" for place in range(1, most + 1)]
    called = [f"${{{name}}}" for name in named]
    reason = either(*(f"{called[0]} = '{code}'" for code in reasons_of(question)))
    rows = [replace(row, name=named[0], label=_place(question, 1))]
    for at in range(1, most):
        asked = both(row.relevant or TRUE, f"{called[at - 1]} != ''", opposite(reason))
        limit = Limit(both(*(f". != {other}" for other in called[:at])), said("named_before"))
        kind = f"select_one {list_name(question, reasons=False)}"
        place = replace(row, type=kind, name=named[at], label=_place(question, at + 1), relevant=asked, hint={})
        rows.append(with_limits(place, [limit]))
    together = "normalize-space(concat(" + ", ' ', ".join(called) + "))"
    whole = f"if({reason}, {called[0]}, {together})" if reasons_of(question) else together
    return [*rows, SurveyRow("calculate", question.name, calculation=whole, relevant=row.relevant)]


def _place(question: Question, place: int) -> Words:
    return said("place", label=question.label, place=place)


def _new_code(question: Question) -> list[SurveyRow]:
    """The office types the code's base; the form shows it with its check character."""
    base, value = f"{HELPER}{question.name}", f"{HELPER}{question.name}_character"
    limits = [
        Limit(f"regex(., '^[A-Za-z0-9-]{{4,{LONGEST - 2}}}$')", said("not_a_code")),
        Limit(f"{character_value('.')} < {NO_CHARACTER}", said("no_character")),
    ]
    typed = SurveyRow("text", base, said("base"), joined(question.hint, said("base_hint")), required=True)
    whole = f"if(${{{base}}} = '', '', {completed(f'${{{base}}}', f'${{{value}}}')})"
    shown = f"${{{question.name}}}"
    return [
        with_limits(typed, limits),
        SurveyRow("calculate", value, calculation=character_value(f"${{{base}}}")),
        SurveyRow("calculate", question.name, calculation=whole),
        SurveyRow("note", f"{base}_note", said("full_code", code=shown), relevant=f"${{{base}}} != ''"),
    ]
