"""Whether what the declarations name exists, and whether they keep their own promises. Reads no expressions."""

from collections.abc import Iterable, Iterator

from monitoring.declarations.answer_lists import LANGUAGES
from monitoring.declarations.declared_words import declared_words
from monitoring.declarations.profile_references import check_profiles
from monitoring.declarations.question_rules import check_breakdowns, check_questions
from monitoring.declarations.toml_files import ProblemList
from monitoring.declarations.uses import check_circles
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived, Take
from monitoring.domain.figures import DIMENSIONS, FILTERS
from monitoring.domain.form import Form, Question, QuestionType
from monitoring.domain.indicator import Indicator, Kind
from monitoring.domain.people import Role

MOST_CORE_QUESTIONS = 35
"""Put to a survivor in every round. More than that costs people more than it gives them."""


def check_references(catalogue: Catalogue, problems: ProblemList) -> None:
    """Adds `unknown_name` with the nearest spelling, `missing_words`, `too_many_core_questions` and their like."""
    for form in catalogue.forms.values():
        _check_form(form, catalogue, problems)
    for indicator in catalogue.indicators.values():
        _check_indicator(indicator, catalogue, problems)
    check_questions(catalogue, problems)
    check_breakdowns(catalogue, problems)
    check_circles(catalogue, problems)
    check_profiles(catalogue, problems)
    for name, answers in catalogue.choices.items():
        codes = answers.codes
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            problems.found("duplicate_name", f"choices/{name}.toml", "choice", word=code)
    for text in declared_words(catalogue):
        for language in text.missing_in(LANGUAGES):
            problems.found("missing_words", text.file, f"{text.key}.{language}")
    asked = [question for form in catalogue.forms.values() for question in _core_of_survivors(form)]
    if len(asked) > MOST_CORE_QUESTIONS:
        problems.found("too_many_core_questions", "forms", count=str(len(asked)), most=str(MOST_CORE_QUESTIONS))


def _core_of_survivors(form: Form) -> Iterator[Question]:
    return (question for question in form.questions if question.core and question.asked_of == "survivor")


def _check_form(form: Form, catalogue: Catalogue, problems: ProblemList) -> None:
    file = f"forms/{form.name}.toml"
    _check_known(form.key, form.names, file, "key", problems)
    for question in form.questions:
        key = f"question.{question.name}"
        _check_known(_some(question.domain), catalogue.domains, file, f"{key}.domain", problems)
        _check_known(_some(question.refers_to), catalogue.forms, file, f"{key}.refers_to", problems)
        if question.type.has_choices != (question.choices is not None):
            problems.found("choices_do_not_fit_type", file, f"{key}.type", type=str(question.type))
    if form.interview:
        _check_known(form.interview.names, form.names, file, "interview", problems)
    for at, rule in enumerate(form.rules, 1):
        _check_known((rule.column,), form.names, file, f"rule[{at}].column", problems)
    for at, derived in enumerate(form.derived, 1):
        _check_derived(derived, form, catalogue, f"derived[{at}]", problems)


def _check_derived(derived: Derived, form: Form, catalogue: Catalogue, key: str, problems: ProblemList) -> None:
    file = f"forms/{form.name}.toml"
    scored = [question.name for question in form.questions if question.is_scored]
    others = [each.name for each in form.derived if each.name != derived.name]
    _check_known(derived.mean_of, (*scored, *others), file, f"{key}.mean_of", problems)
    _check_known(_some(derived.from_form), catalogue.forms, file, f"{key}.from_form", problems)
    ways = [derived.expression, derived.mean_of or None, derived.answered_of, derived.from_form]
    if sum(way is not None for way in ways) != 1:
        problems.found("one_way_to_compute", file, key)
    other = catalogue.forms.get(derived.from_form or "")
    if derived.take in (Take.FIRST, Take.LAST) and other is not None:
        _check_known((derived.column or "?",), other.names, file, f"{key}.column", problems)


def _check_indicator(indicator: Indicator, catalogue: Catalogue, problems: ProblemList) -> None:
    file = indicator.declared_in
    _check_known(_some(indicator.mscos), catalogue.mscos, file, "mscos", problems)
    _check_known(_some(indicator.long_list), catalogue.long_list, file, "long_list", problems)
    _check_known(indicator.break_down_by or (), DIMENSIONS, file, "break_down_by", problems)
    _check_known(indicator.filter_by or (), FILTERS, file, "filter_by", problems)
    _check_known(indicator.roles_by_provider or (), [str(role) for role in Role], file, "roles_by_provider", problems)
    _check_rows(indicator, catalogue, file, problems)
    columns = {name for form in ("survivors", indicator.form) for name in catalogue.forms[form].names}
    columns |= {f"{form.name}.{name}" for form in catalogue.forms.values() for name in form.names}
    for at, example in enumerate(indicator.examples, 1):
        used = dict.fromkeys(name for row in example.rows for name in row)
        _check_known(used, columns, file, f"example[{at}].rows", problems)


def _check_rows(indicator: Indicator, catalogue: Catalogue, file: str, problems: ProblemList) -> None:
    """Rows that are not about people, and rows that have no quarter of their own, need more said about them."""
    form = catalogue.forms[indicator.form]
    has_quarter = form.name in ("survivors", "follow_ups") or indicator.kind is Kind.TIME_TO_EVENT
    days = [each.name for each in form.questions if each.type is QuestionType.DATE]
    _check_known(_some(indicator.dated_by), days, file, "dated_by", problems)
    if indicator.dated_by is None and not has_quarter:
        problems.found("missing_key", file, "dated_by")
    if not (form.name == "survivors" or form.refers_to_survivors):
        _check_known(indicator.break_down_by or ("?",), ("country", "quarter"), file, "break_down_by", problems)
        of_places = ("country", "quarter_from", "quarter_to")
        _check_known(indicator.filter_by or ("?",), of_places, file, "filter_by", problems)
    for at, other in enumerate(indicator.or_in, 1):
        _check_known((other.form,), catalogue.forms, file, f"or_in[{at}].form", problems)
    if (indicator.kind is Kind.TIME_TO_EVENT) != bool(indicator.known_until):
        problems.found("missing_key", file, "known_until")


def _some(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _check_known(names: Iterable[str], known: Iterable[str], file: str, key: str, problems: ProblemList) -> None:
    listed = list(known)
    for name in names:
        if name not in listed:
            problems.found("unknown_name", file, key, known=listed, word=name)
