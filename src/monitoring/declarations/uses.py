"""Whether each question is needed, and whether conditions lead back to themselves. Judges no single expression.

Nobody is asked what is put to no use: a question serves an indicator, a score, a rule, another question, or one of the
few uses that it may declare of itself.
"""

import re
from collections.abc import Iterator, Mapping

from monitoring.declarations.names_spoken_of import names_in, names_of
from monitoring.declarations.toml_files import ProblemList
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.figures import FILTERS
from monitoring.domain.form import Form

Column = tuple[str, str]
"""A form and the name of one of its columns."""

_WHETHER_ASKED = re.compile(r"\b\w+__(?:asked|declined)\b")
"""Counting who was asked, and who would not say, is done of every question: it is no use of the answer."""

_FILTERED_BY = {"exploitation": "exploitation_types"}
"""Filters that are not called as the question is."""


def check_uses(catalogue: Catalogue, problems: ProblemList) -> None:
    """Adds `unused_question` for each question that nothing declared refers to."""
    used = set(_used(catalogue))
    for form in catalogue.forms.values():
        for question in form.questions:
            stands_for_itself = question.used_for is not None or question.refers_to is not None
            if not stands_for_itself and (form.name, question.name) not in used:
                problems.found("unused_question", f"forms/{form.name}.toml", f"question.{question.name}")


def check_circles(catalogue: Catalogue, problems: ProblemList) -> None:
    """Adds `circular_condition`, once a circle, at the first of its columns in the order of the files."""
    leads_to = _leads_to(catalogue)
    told: set[Column] = set()
    for start in leads_to:
        circle = _circle(start, leads_to) if start not in told else ()
        if circle:
            told.update(circle)
            form, name = start
            key = f"question.{name}.asked_if" if catalogue.forms[form].question(name) else f"derived.{name}"
            said = " -> ".join(name for _, name in (*circle, start))
            problems.found("circular_condition", f"forms/{form}.toml", key, circle=said)


def _used(catalogue: Catalogue) -> Iterator[Column]:
    for name in FILTERS:
        yield "survivors", _FILTERED_BY.get(name, name)
    for form in catalogue.forms.values():
        yield from ((form.name, name) for name in form.key)
        texts = [each.asked_if or "" for each in form.questions] + [each.broken_if for each in form.rules]
        texts += form.interview.expressions.values() if form.interview else ()
        yield from _spoken_of(catalogue, form, texts)
        yield from ((form.name, name) for name in (form.interview.names if form.interview else ()))
        for derived in form.derived:
            yield from _made_of(catalogue, form, derived)
    for indicator in catalogue.indicators.values():
        own = catalogue.forms[indicator.form]
        texts = [*indicator.expressions, *indicator.known_until, indicator.dated_by or ""]
        texts = [_WHETHER_ASKED.sub(" ", text) for text in texts]
        yield from _spoken_of(catalogue, own, texts)
        for other in indicator.or_in:
            if other.form in catalogue.forms:
                yield from _spoken_of(catalogue, catalogue.forms[other.form], [other.numerator, other.dated_by])


def _spoken_of(catalogue: Catalogue, form: Form, texts: list[str]) -> Iterator[Column]:
    """The columns that expressions over a form's rows name: its own, the person's, and those of other forms' rows."""
    survivors = catalogue.forms.get("survivors")
    for text in texts:
        for name in names_in(text):
            yield form.name, name
            if survivors and form.question(name) is None:
                yield "survivors", name
        yield from (("survivors", name) for name in names_of("survivor", text))
        for other in catalogue.forms:
            yield from ((other, name) for name in names_of(other, text))


def _made_of(catalogue: Catalogue, form: Form, derived: Derived) -> Iterator[Column]:
    yield from ((form.name, name) for name in derived.mean_of)
    yield from _spoken_of(catalogue, form, list(derived.expressions))
    if derived.from_form:
        yield from ((derived.from_form, name) for name in (derived.column,) if name)


def _leads_to(catalogue: Catalogue) -> Mapping[Column, frozenset[Column]]:
    """Of each column with a condition or a computation: the columns that it depends on."""
    found: dict[Column, frozenset[Column]] = {}
    for form in catalogue.forms.values():
        for question in form.questions:
            if question.asked_if:
                asked = names_in(question.asked_if) & {*form.names, *(each.name for each in form.derived)}
                found[form.name, question.name] = frozenset((form.name, name) for name in asked)
        for derived in form.derived:
            found[form.name, derived.name] = frozenset(_made_of(catalogue, form, derived))
    return found


def _circle(start: Column, leads_to: Mapping[Column, frozenset[Column]]) -> tuple[Column, ...]:
    """The shortest way from a column back to itself, without its return; empty where there is none."""
    ways: list[tuple[Column, ...]] = [(start,)]
    seen: set[Column] = set()
    while ways:
        way = ways.pop(0)
        for following in sorted(leads_to.get(way[-1], frozenset())):
            if following == start:
                return way
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()
