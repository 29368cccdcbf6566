"""Whose wording it is, and whether a survivor has read it yet: what is not, is marked so, and counted."""

from collections.abc import Iterator

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Question
from monitoring.domain.indicator import Indicator
from monitoring.words import say


def wording_summary(catalogue: Catalogue, language: str) -> str:
    """Of how many questions and numbers no survivor has read the wording yet."""
    questions, indicators = len(unread_questions(catalogue)), len(unread_indicators(catalogue))
    if not questions and not indicators:
        return say("codebook.all_read", language)
    return say(
        "codebook.not_read_yet",
        language,
        questions=questions,
        of_questions=questions_to_read(catalogue),
        indicators=indicators,
        of_indicators=len(catalogue.indicators),
    )


def wording_of_question(question: Question, language: str) -> str:
    """Who has read the wording; nothing where no survivor ever hears it."""
    if question.labels_source != "ours":
        return say("codebook.official", language)
    if question.reviewed_on is not None:
        return say("codebook.read_by", language, by=question.reviewed_by, on=question.reviewed_on)
    return say("codebook.unread", language) if is_unread(question) else ""


def unread_questions(catalogue: Catalogue) -> tuple[Question, ...]:
    """Questions of ours put to a survivor whose wording no survivor reviewer has read yet."""
    return tuple(each for each in _put_to_survivors(catalogue) if is_unread(each))


def questions_to_read(catalogue: Catalogue) -> int:
    """How many questions' wording is ours and put to a survivor."""
    return sum(1 for _ in _put_to_survivors(catalogue))


def unread_indicators(catalogue: Catalogue) -> tuple[Indicator, ...]:
    """Indicators whose label, finding and description no survivor reviewer has read yet."""
    return tuple(each for each in catalogue.indicators.values() if each.wording_reviewed_on is None)


def is_unread(question: Question) -> bool:
    """Whether survivors hear the question in our own words and no survivor reviewer has read them yet."""
    return is_ours_to_read(question) and question.reviewed_on is None


def is_ours_to_read(question: Question) -> bool:
    """Whether survivors hear this wording, and we may change it."""
    return question.asked_of == "survivor" and question.labels_source == "ours"


def _put_to_survivors(catalogue: Catalogue) -> Iterator[Question]:
    return (each for form in catalogue.forms.values() for each in form.questions if is_ours_to_read(each))
