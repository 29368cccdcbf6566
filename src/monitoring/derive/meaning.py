"""What gives a figure its meaning, and a fingerprint of it: so that nobody can change a figure without saying so.

Words about an indicator are not its meaning. Everything else is, fields that are yet to be invented included. Rounds
and their windows are left out: they are the same for every indicator and would make each of them a new version.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from hashlib import sha256
from typing import Any

from monitoring.derive.expressions_used import answers_spoken_of, columns_of_other_form, names_in
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived
from monitoring.domain.form import Form, Question
from monitoring.domain.indicator import Indicator

_ABOUT = frozenset(
    [
        "id",
        "domain",
        "label",
        "finding",
        "description",
        "source",
        "caution",
        "mscos",
        "long_list",
        "direction",
        "headline",
        "offered",
        "order",
        "examples",
        "declared_in",
        "family",
        "each",
        "version",
        "changes",
        "reviewed_on",
        "next_review",
        "wording_reviewed_by",
        "wording_reviewed_on",
        "break_down_by",
        "filter_by",
        "roles_by_provider",
        "measurable",
    ]
)
"""What may change without the figure becoming another one."""

_QUOTED = re.compile(r"'[^']*'")
"""A code in an expression: it may be spelt like a question."""


def meaning(catalogue: Catalogue, indicator: Indicator) -> dict[str, str]:
    """Name to text: the indicator's own expressions, and the computed columns and scales that they use."""
    derived = derived_used(catalogue, indicator)
    own = dict(_own(indicator))
    made = {f"computed {each.name}": _plain(each) for each in derived}
    texts = [*own.values(), *made.values()]
    scored = {name for name, part in answers_spoken_of(texts) if part == "score"}
    scored |= {name for each in derived for name in each.mean_of}
    scales = {
        f"scale of {each.name}": _scale(each)
        for form in _forms(catalogue, indicator, derived)
        for each in form.questions
        if each.name in scored
    }
    return {**own, **made, **scales}


def fingerprint(catalogue: Catalogue, indicator: Indicator) -> str:
    """Sixteen hexadecimal digits that change with the meaning and with nothing else."""
    text = "\n".join(f"{name} = {value}" for name, value in sorted(meaning(catalogue, indicator).items()))
    return sha256(text.encode()).hexdigest()[:16]


def questions_used(catalogue: Catalogue, indicator: Indicator) -> tuple[tuple[Form, Question], ...]:
    """The questions whose answers the figure is computed from, each with its form, in the order of the forms."""
    derived = derived_used(catalogue, indicator)
    texts = _texts(indicator, derived)
    read = names_in(texts) | {name for name, _ in answers_spoken_of(texts)}
    found = []
    for form in _forms(catalogue, indicator, derived):
        is_other = form.name not in (indicator.form, "survivors", *(each.form for each in indicator.or_in))
        of_form = columns_of_other_form(form.name, texts) if is_other and not indicator.known_until else read
        of_form |= {each.column for each in derived if each.from_form == form.name and each.column}
        counted = (
            {str(each.answered_of) for each in derived if each.answered_of} if form.name == indicator.form else set()
        )
        found += [(form, each) for each in form.questions if each.name in of_form or str(each.asked_of) in counted]
    return tuple(found)


def derived_used(catalogue: Catalogue, indicator: Indicator) -> tuple[Derived, ...]:
    """The computed columns that the figure is made of, those that others of them are made of included."""
    known = {each.name: each for form in _forms(catalogue, indicator, ()) for each in form.derived}
    found: dict[str, Derived] = {}
    waiting = sorted(names_in(_texts(indicator, ())) & known.keys())
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = known[name]
            waiting += sorted(names_in(_texts_of(known[name])) & known.keys())
    return tuple(found.values())


def _texts(indicator: Indicator, derived: tuple[Derived, ...]) -> list[str]:
    """Every expression behind the figure, without the codes it compares with."""
    own = [*indicator.expressions, *(each.numerator for each in indicator.or_in), *indicator.known_until]
    dated = [indicator.dated_by, *(each.dated_by for each in indicator.or_in)]
    said = [*own, *filter(None, dated), *(text for each in derived for text in _texts_of(each))]
    return [_QUOTED.sub("", text) for text in said]


def _texts_of(derived: Derived) -> list[str]:
    return [*derived.expressions, *derived.mean_of]


def _forms(catalogue: Catalogue, indicator: Indicator, derived: tuple[Derived, ...]) -> tuple[Form, ...]:
    names = [indicator.form, "survivors", *(each.form for each in indicator.or_in)]
    names += ["follow_ups"] if indicator.known_until else []
    names += [each.from_form for each in derived if each.from_form]
    return tuple(catalogue.forms[name] for name in dict.fromkeys(names) if name in catalogue.forms)


def _own(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Fields that stand at their default say nothing: a field that is added later changes no fingerprint."""
    for field in fields(indicator):
        value = getattr(indicator, field.name)
        is_default = field.default is not MISSING and value == field.default and field.name != "denominator"
        if field.name not in _ABOUT and not is_default:
            yield field.name, _plain(value)


def _plain(value: Any) -> str:
    if is_dataclass(value):
        own = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in ("name", "label")}
        return _plain({name: part for name, part in own.items() if part not in (None, ())})
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_plain(each)}" for name, each in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(map(_plain, value))
    return " ".join(str(value).split())


def _scale(question: Question) -> str:
    choices = question.choices.choices if question.choices else ()
    scored = [f"{each.code}={each.score:g}" for each in choices if each.score is not None]
    return " ".join([*scored, *(["flipped"] if question.flipped else [])])
