"""Which names an expression may use, and which codes each may hold. One function a place where expressions stand."""

from collections.abc import Iterator, Mapping

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, QuestionType
from monitoring.domain.indicator import Indicator

Names = Mapping[str, tuple[str, ...]]
"""Name -> the codes it may hold; none where it is not one of a list."""

_OF_A_ROUND = ("came_due", "attempted", "reached", "was_interviewed")


def names_of_form(form: Form) -> Names:
    """The form's questions, an answer of a list (`basics_met__toilet`), scores, and derived columns."""
    return {
        **{question.name: _codes(question) for question in form.questions},
        **{name: () for question in form.questions for name in _parts(question)},
        **{derived.name: () for derived in form.derived},
    }


def names_of_rule(catalogue: Catalogue, form: Form) -> Names:
    """The same, with the person's own row as `survivor__...` where the form speaks of survivors."""
    if not form.refers_to_survivors or "survivors" not in catalogue.forms:
        return names_of_form(form)
    person = {f"survivor__{each.name}": _codes(each) for each in catalogue.forms["survivors"].questions}
    return {**names_of_form(form), **person, "days_since_return": ()}


def names_of_numerator(catalogue: Catalogue, indicator: Indicator) -> Names:
    """What is counted: answers of the form; in a follow-up also the person's, and what became of the contact."""
    form = catalogue.forms[indicator.form]
    if form.name != "follow_ups":
        return names_of_form(form)
    return {**_person(catalogue), **names_of_form(form), **dict.fromkeys(_OF_A_ROUND, ())}


def names_of_denominator(catalogue: Catalogue, indicator: Indicator) -> Names:
    """Of whom it is counted. Events are counted of people: their denominator reads the person's row."""
    if indicator.form == "incidents":
        return {**_person(catalogue), "was_interviewed": ()}
    return names_of_numerator(catalogue, indicator)


def _person(catalogue: Catalogue) -> Names:
    return names_of_form(catalogue.forms["survivors"]) if "survivors" in catalogue.forms else {}


def _codes(question: Question) -> tuple[str, ...]:
    return question.choices.codes if question.choices and question.type is QuestionType.CHOICE else ()


def _parts(question: Question) -> Iterator[str]:
    """`question__code` of a list of answers; `question__score` of a scale."""
    if question.choices and question.type.takes_many:
        yield from (f"{question.name}__{code}" for code in question.choices.codes)
    if question.choices and question.choices.is_scale:
        yield f"{question.name}__score"
