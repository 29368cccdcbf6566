"""What every question promises the people it is put to, checked for each question of each form. Runs no expression."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from monitoring.declarations.names_spoken_of import names_in
from monitoring.declarations.toml_files import ProblemList
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import DIMENSIONS
from monitoring.domain.form import RECALLS, Asked, Form, Question, QuestionType, Who
from monitoring.domain.people import Role

_ROLES = tuple(str(role) for role in Role)
_NOTICES = "notices"
_NOT_OF_THE_PERSON = ("country", "provider", "round", "pooled_round", "quarter")
_OF_THE_PERSON = frozenset(DIMENSIONS) - set(_NOT_OF_THE_PERSON)


def check_questions(catalogue: Catalogue, problems: ProblemList) -> None:
    """Adds a problem of its own code for each promise that a question breaks, with the question's file and key."""
    for form in catalogue.forms.values():
        for question in form.questions:
            file, key = f"forms/{form.name}.toml", f"question.{question.name}"
            for part, code in _broken_promises(form, question):
                problems.found(code, file, f"{key}.{part}")
            if question.recall is not None and question.recall not in RECALLS:
                problems.found("unknown_recall", file, f"{key}.recall", known=RECALLS, word=question.recall)
            for role in question.seen_by or ():
                if role not in _ROLES:
                    problems.found("unknown_role", file, f"{key}.seen_by", known=_ROLES, word=role)


def check_breakdowns(catalogue: Catalogue, problems: ProblemList) -> None:
    """Adds `may_not_be_broken_down` for each indicator that would show an answer of that sort by who people are."""
    for indicator in catalogue.indicators.values():
        named = {name for text in indicator.expressions for name in names_in(text)}
        kept_whole = [each.name for each in catalogue.forms[indicator.form].questions if not each.break_down]
        found = sorted(named & set(kept_whole))
        if found and (indicator.break_down_by is None or _OF_THE_PERSON & set(indicator.break_down_by)):
            facts = {"question": found[0], "allowed": ", ".join(_NOT_OF_THE_PERSON)}
            problems.found("may_not_be_broken_down", indicator.declared_in, "break_down_by", **facts)


def check_wording(catalogue: Catalogue, folder: Path, problems: ProblemList) -> None:
    """Adds `official_wording_changed` for each label that is said to be an instrument's and stands in no notice so."""
    notices = sorted((folder / _NOTICES).glob("*.md"))
    kept = {line.strip().removeprefix("* ") for path in notices for line in path.read_text("utf-8").splitlines()}
    for form in catalogue.forms.values():
        for question in form.questions:
            official = question.label.items() if question.labels_source == "official" else ()
            for language, label in official:
                if label not in kept:
                    key = f"question.{question.name}.label.{language}"
                    problems.found("official_wording_changed", f"forms/{form.name}.toml", key)


def _broken_promises(form: Form, question: Question) -> Iterator[tuple[str, str]]:
    """(part of the question, code) of every promise it breaks."""
    return chain(_of_asking(question), _of_types(question), _of_harm(form, question) if question.sensitive else ())


def _of_asking(question: Question) -> Iterator[tuple[str, str]]:
    if question.required and question.asked_of is Asked.SURVIVOR:
        yield "required", "required_of_survivor"
    if question.recall is None and question.choices and question.choices.is_frequency:
        yield "recall", "recall_missing"
    if (question.reviewed_by is None) != (question.reviewed_on is None):
        yield "reviewed_by", "half_reviewed"
    if question.labels_source not in ("ours", "official"):
        yield "labels_source", "unknown_labels_source"


def _of_types(question: Question) -> Iterator[tuple[str, str]]:
    """Limits stand only where the type knows them: elsewhere they would be passed over in silence."""
    is_date = question.type is QuestionType.DATE
    if question.type is not QuestionType.WHOLE and (question.minimum, question.maximum) != (None, None):
        yield "minimum", "limit_does_not_fit_type"
    if question.minimum is not None and question.maximum is not None and question.minimum > question.maximum:
        yield "minimum", "limits_reversed"
    if question.at_most is not None and not question.type.takes_many:
        yield "at_most", "limit_does_not_fit_type"
    if question.may_be_future and not is_date:
        yield "may_be_future", "limit_does_not_fit_type"


def _of_harm(form: Form, question: Question) -> Iterator[tuple[str, str]]:
    """Asked of the adult themselves, in a setting that allows it, and only where a yes leads to help."""
    if question.asked_of is not Asked.SURVIVOR:
        yield "asked_of", "sensitive_not_of_survivor"
    if question.who is not Who.ADULTS:
        yield "who", "sensitive_of_children"
    if form.interview is None or form.interview.sensitive_if is None:
        yield "sensitive", "sensitive_without_setting"
    if not any(question.name in names_in(each.asked_if or "") for each in form.questions if each is not question):
        yield "sensitive", "sensitive_without_action"
