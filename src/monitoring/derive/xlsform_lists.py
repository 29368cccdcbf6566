"""The choices sheet of a form for the telephone: answer lists, with and without the reasons why there is no answer."""

import re
from collections.abc import Iterator

from monitoring.derive.xlsform_answers import numbers_offered, reasons_of
from monitoring.derive.xlsform_row import OfferedList
from monitoring.derive.xlsform_words import LANGUAGES, said
from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Form, Missing, Question, QuestionType, Words

YES_NO = "yes_no"
GO_ON = "go_on"
_WITH_REASONS = "_or_why_not"
_OR_UNKNOWN = "_or_unknown"
_NUMBERED = re.compile(r"(\d+) = ([^,;]+)")


def list_name(question: Question, *, reasons: bool = True) -> str:
    """The list that the question offers; with the reasons, if it has any."""
    if question.choices:
        name = question.choices.name
    else:
        name = YES_NO if question.type is QuestionType.YES_NO else f"{question.name}_number"
    told = reasons_of(question) if reasons else ()
    return name + (_WITH_REASONS if len(told) > 1 else _OR_UNKNOWN if told else "")


def offered_lists(form: Form, missing: MissingWords) -> Iterator[OfferedList]:
    """Every list that a question of the form may offer, the form's own two first. Some may come twice."""
    yield yes_no_list()
    yield OfferedList(GO_ON, (("go_on", said("go_on")), ("stop", said("stop"))))
    for question in form.questions:
        answers = answers_offered(question)
        if answers:
            yield OfferedList(list_name(question, reasons=False), answers)
            reasons = [code for code in reasons_of(question) if code != Missing.NOT_ASKED]
            told = tuple((code, missing.labels[code]) for code in reasons)
            yield OfferedList(list_name(question), (*answers, *told))


def yes_no_list() -> OfferedList:
    return OfferedList(YES_NO, (("yes", said("yes")), ("no", said("no"))))


def answers_offered(question: Question) -> tuple[tuple[str, Words], ...]:
    """Code and label of each answer to choose from; nothing where it is written."""
    if question.choices:
        return tuple((choice.code, choice.label) for choice in question.choices.choices)
    if question.type is QuestionType.YES_NO:
        return yes_no_list().answers
    numbers = numbers_offered(question)
    if numbers is None:
        return ()
    named = {language: dict(_NUMBERED.findall(question.hint.get(language, ""))) for language in LANGUAGES}
    if all({*map(int, names)} == {*numbers} for names in named.values()):  # in the order in which the hint has them
        return tuple(
            (code, {language: f"{code} = {names[code].strip()}" for language, names in named.items()})
            for code in named[LANGUAGES[0]]
        )
    return tuple((str(number), dict.fromkeys(LANGUAGES, str(number))) for number in numbers)


def hint_of(question: Question) -> Words:
    """The hint, without the meaning of numbers where these stand beside the answers."""
    if question.choices or not any(" = " in label.get("en", "") for _, label in answers_offered(question)):
        return question.hint
    return {language: _NUMBERED.split(text)[0].strip(" :") for language, text in question.hint.items()}
