"""What expressions speak of: questions, parts of answers (`basics_met__toilet`), computed columns. Writes no SQL."""

import re
from collections.abc import Iterable, Iterator

from monitoring.derive.applicable import texts_of_applicable
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Form

_NAME = re.compile(r"\b[a-z][a-z0-9_]*\b")
_DOUBLE = re.compile(r"\b([a-z][a-z0-9_]*?)__([A-Za-z0-9_]+)\b")


def expressions_over(catalogue: Catalogue, form: str) -> Iterator[str]:
    """Every expression of an indicator that is worked out over the rows of a form."""
    for indicator in catalogue.indicators.values():
        if indicator.form == form:
            yield from indicator.expressions
        yield from (other.numerator for other in indicator.or_in if other.form == form)
        if form == "follow_ups":
            yield from indicator.known_until


def names_in(texts: Iterable[str]) -> set[str]:
    """Every plain name that any of the expressions speaks of."""
    return {name for text in texts for name in _NAME.findall(text)}


def answers_spoken_of(texts: Iterable[str]) -> set[tuple[str, str]]:
    """(question, code or "score" or another part) of every `question__code` in the expressions."""
    return {(found[1], found[2]) for text in texts for found in _DOUBLE.finditer(text)}


def columns_of_other_form(form: str, texts: Iterable[str]) -> set[str]:
    """The columns that `services__started_on` and its like name, of the form `services`."""
    pattern = re.compile(rf"\b{form}__([a-z][A-Za-z0-9_]*)\b")
    return {name for text in texts for name in pattern.findall(text)}


def everything_said(form: Form, texts: Iterable[str]) -> list[str]:
    """The expressions, those of the computed columns they lead to, and what tells who could be asked."""
    said = list(texts)
    said += [text for derived in derived_in(form, said) for text in _texts_of(form, derived)]
    asked = {name for name, part in answers_spoken_of(said) if part in ("asked", "declined")}
    return said + [text for each in form.questions if each.name in asked for text in texts_of_applicable(form, each)]


def derived_in(form: Form, texts: Iterable[str]) -> tuple[Derived, ...]:
    """The computed columns that the expressions speak of, and those that these are made of, in declared order."""
    said, found = list(texts), set[str]()
    while new := {each.name for each in form.derived} & names_in(said) - found:
        found |= new
        said += [text for each in form.derived if each.name in new for text in _texts_of(form, each)]
    return tuple(each for each in form.derived if each.name in found)


def columns_used(catalogue: Catalogue, form: Form, over: str) -> tuple[str, ...]:
    """The form's questions that figures over the rows of `over` need, and no more, in the form's order."""
    of_rows = catalogue.forms[over]
    said = everything_said(of_rows, [*expressions_over(catalogue, over), *_of_every_derived(of_rows)])
    spoken_of = names_in(said) | {name for name, _ in answers_spoken_of(said)}
    return tuple(name for name in form.names if name in spoken_of)


def _of_every_derived(form: Form) -> list[str]:
    return [text for derived in form.derived for text in _texts_of(form, derived)]


def _texts_of(form: Form, derived: Derived) -> list[str]:
    """Everything a computed column speaks of, as expressions or as bare names."""
    said = [*derived.expressions, *derived.mean_of]
    for question in form.questions:
        is_scored = question.name in derived.mean_of
        if is_scored or question.asked_of == derived.answered_of:
            said += [question.name, *texts_of_applicable(form, question)]
        if is_scored and question.choices and question.choices.is_scale:
            said.append(f"{question.name}__score")
    return said
