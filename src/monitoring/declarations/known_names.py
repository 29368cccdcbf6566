"""Which names an expression may use, and which codes each may hold. One function a place where expressions stand."""

from collections.abc import Iterator, Mapping

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Form, Question, QuestionType
from monitoring.domain.indicator import Indicator, Kind

Names = Mapping[str, tuple[str, ...]]
"""Name -> the codes it may hold; none where it is not one of a list."""

_OF_A_ROUND = ("came_due", "attempted", "reached")
_OF_EVERY_ROW = ("was_interviewed", "looked_at_on")
"""Whether the person was ever interviewed (a follow-up: whether in this one), and the day that is looked at."""


def names_of_form(form: Form) -> Names:
    """The form's questions, an answer of a list (`basics_met__toilet`), scores, and derived columns."""
    return {
        **{question.name: _codes(question) for question in form.questions},
        **{name: () for question in form.questions for name in _parts(question)},
        **{f"{each.name}__first": each.choices.codes for each in form.questions if _is_ranked(each) and each.choices},
        **{derived.name: () for derived in form.derived},
    }


def names_of_rule(catalogue: Catalogue, form: Form) -> Names:
    """The same, with the person's own row as `survivor__...` where the form speaks of survivors."""
    if not form.refers_to_survivors or "survivors" not in catalogue.forms:
        return names_of_form(form)
    person = {f"survivor__{each.name}": _codes(each) for each in catalogue.forms["survivors"].questions}
    return {**names_of_form(form), **person, "days_since_return": ()}


def names_of_derived(catalogue: Catalogue, form: Form, derived: Derived) -> Names:
    """What a column may be computed from: the rest of the row, and the person's; never from itself."""
    names = {name: codes for name, codes in names_of_rows(catalogue, form).items() if name != derived.name}
    other = catalogue.forms.get(derived.from_form or "")
    return names if other is None else {**names, **_prefixed(other)}


def names_of_rows(catalogue: Catalogue, form: Form) -> Names:
    """Answers of the form, the person's where it is about people, and what is known of every row."""
    names = {**(_person(catalogue) if form.refers_to_survivors else {}), **names_of_form(form)}
    also = (*_OF_EVERY_ROW, *(_OF_A_ROUND if form.name == "follow_ups" else ()))
    return {**names, **dict.fromkeys(also, ())}


def names_of_numerator(catalogue: Catalogue, indicator: Indicator) -> Names:
    """What is counted: what the rows of the indicator's form say."""
    return names_of_rows(catalogue, catalogue.forms[indicator.form])


def names_of_denominator(catalogue: Catalogue, indicator: Indicator) -> Names:
    """Of whom it is counted. Time to an event is counted of people: its denominator reads the person's row."""
    if indicator.kind is Kind.TIME_TO_EVENT:
        return names_of_rows(catalogue, catalogue.forms["survivors"])
    return names_of_numerator(catalogue, indicator)


def _prefixed(form: Form) -> Names:
    """The columns of another form's rows: `services__started_on`."""
    return {f"{form.name}__{name}": codes for name, codes in names_of_form(form).items()}


def _person(catalogue: Catalogue) -> Names:
    return names_of_form(catalogue.forms["survivors"]) if "survivors" in catalogue.forms else {}


def _codes(question: Question) -> tuple[str, ...]:
    return question.choices.codes if question.choices and question.type is QuestionType.CHOICE else ()


def _is_ranked(question: Question) -> bool:
    return question.type is QuestionType.RANKED


def _parts(question: Question) -> Iterator[str]:
    """`question__code` of a list of answers; `question__score` of a scale; whether it was asked, and declined."""
    yield from (f"{question.name}__asked", f"{question.name}__declined")
    if question.choices and question.type.takes_many:
        yield from (f"{question.name}__{code}" for code in question.choices.codes)
    if question.choices and question.choices.is_scale:
        yield f"{question.name}__score"
