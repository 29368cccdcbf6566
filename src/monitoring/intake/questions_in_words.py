"""What a problem's sentence says of its question: label, allowed answers, limits. Declared, never handed in."""

from monitoring.derive.template_words import limits_of
from monitoring.domain.form import ChoiceList, Question, QuestionType

_MOST_ANSWERS = 8


def facts_of(question: Question, language: str) -> dict[str, str]:
    """Facts for a problem of this question, in a language; English where a label has not been translated."""
    facts = {"label": question.label.get(language) or question.label["en"]}
    if question.choices:
        facts["allowed"] = _in_short(question.choices, language)
    if question.at_most is not None:
        facts["at_most"] = str(question.at_most)
    if question.type is QuestionType.WHOLE:
        facts["range"] = limits_of(question, language)
    return facts


def label_of(question: Question, code: str, language: str) -> dict[str, str]:
    """The label of an answer that is suggested by its code; nothing for a code that no list holds."""
    choices = question.choices.choices if question.choices else ()
    label = next((choice.label for choice in choices if choice.code == code), None)
    return {} if label is None else {"suggested": label.get(language) or label["en"]}


def _in_short(choices: ChoiceList, language: str) -> str:
    """The list's answers, or the first few and how many more there are."""
    labels = [choice.label.get(language) or choice.label["en"] for choice in choices.choices]
    rest = len(labels) - _MOST_ANSWERS
    return "; ".join(labels[:_MOST_ANSWERS]) + (f"; … (+{rest})" if rest > 0 else "")
