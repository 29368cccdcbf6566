"""Whether what the declarations name exists, and whether they keep their own promises. Reads no expressions."""

from collections.abc import Iterable, Iterator, Mapping

from monitoring.declarations.answer_lists import LANGUAGES
from monitoring.declarations.toml_files import ProblemList
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import DIMENSIONS, FILTERS
from monitoring.domain.form import Form, Question, Words
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Role

MOST_CORE_QUESTIONS = 35
"""Put to a survivor in every round. More than that costs people more than it gives them."""


def check_references(catalogue: Catalogue, problems: ProblemList) -> None:
    """Adds `unknown_name` with the nearest spelling, `missing_words`, `too_many_core_questions` and their like."""
    for form in catalogue.forms.values():
        _check_form(form, catalogue, problems)
    for indicator in catalogue.indicators.values():
        _check_indicator(indicator, catalogue, problems)
    for name, answers in catalogue.choices.items():
        codes = answers.codes
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            problems.found("duplicate_name", f"choices/{name}.toml", "choice", word=code)
        for at, choice in enumerate(answers.choices, 1):
            _check_words(choice.label, f"choices/{name}.toml", f"choice[{at}].label", problems)
    asked = [question for form in catalogue.forms.values() for question in _core_of_survivors(form)]
    if len(asked) > MOST_CORE_QUESTIONS:
        problems.found("too_many_core_questions", "forms", count=str(len(asked)), most=str(MOST_CORE_QUESTIONS))


def _core_of_survivors(form: Form) -> Iterator[Question]:
    return (question for question in form.questions if question.core and question.asked_of == "survivor")


def _check_form(form: Form, catalogue: Catalogue, problems: ProblemList) -> None:
    file = f"forms/{form.name}.toml"
    _check_known(form.key, form.names, file, "key", problems)
    _check_words(form.label, file, "label", problems)
    for question in form.questions:
        key = f"question.{question.name}"
        _check_known(_some(question.domain), catalogue.domains, file, f"{key}.domain", problems)
        _check_known(_some(question.refers_to), catalogue.forms, file, f"{key}.refers_to", problems)
        _check_words(question.label, file, f"{key}.label", problems)
        if question.type.has_choices != (question.choices is not None):
            problems.found("choices_do_not_fit_type", file, f"{key}.type", type=str(question.type))
        if question.required and question.asked_of == "survivor":
            problems.found("required_of_survivor", file, f"{key}.required")
    for at, rule in enumerate(form.rules, 1):
        _check_known((rule.column,), form.names, file, f"rule[{at}].column", problems)
    scales = [question.name for question in form.questions if question.choices and question.choices.is_scale]
    for at, derived in enumerate(form.derived, 1):
        _check_known(derived.mean_of, scales, file, f"derived[{at}].mean_of", problems)


def _check_indicator(indicator: Indicator, catalogue: Catalogue, problems: ProblemList) -> None:
    file = f"{indicator.domain}/{indicator.id}.toml"
    _check_known(_some(indicator.mscos), catalogue.mscos, file, "mscos", problems)
    _check_known(indicator.break_down_by or (), DIMENSIONS, file, "break_down_by", problems)
    _check_known(indicator.filter_by or (), FILTERS, file, "filter_by", problems)
    _check_known(indicator.roles_by_provider or (), [str(role) for role in Role], file, "roles_by_provider", problems)
    for key, words in (
        ("label", indicator.label),
        ("finding", indicator.finding),
        ("description", indicator.description),
    ):
        _check_words(words, file, key, problems)
    columns = {name for form in ("survivors", indicator.form) for name in catalogue.forms[form].names}
    for at, example in enumerate(indicator.examples, 1):
        used = dict.fromkeys(name for row in example.rows for name in row)
        _check_known(used, columns, file, f"example[{at}].rows", problems)


def _some(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _check_known(names: Iterable[str], known: Iterable[str], file: str, key: str, problems: ProblemList) -> None:
    listed = list(known)
    for name in names:
        if name not in listed:
            problems.found("unknown_name", file, key, known=listed, word=name)


def _check_words(words: Words | Mapping[str, str], file: str, key: str, problems: ProblemList) -> None:
    for language in LANGUAGES:
        if not words.get(language, "").strip():
            problems.found("missing_words", file, f"{key}.{language}")
