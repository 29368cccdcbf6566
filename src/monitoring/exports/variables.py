"""The columns of an export, as a codebook knows them: name, label, kind, and what each code means. Holds no rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from monitoring.derive.export_rows import PERIOD, PERSON, ROUND
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.export import Hidden, QuasiIdentifier
from monitoring.domain.form import Form, Question, QuestionType
from monitoring.protection.ladders import Ladder
from monitoring.words import say


class VariableKind(StrEnum):
    TEXT = "text"
    CODE = "code"  # one of `codes`
    SEVERAL = "several"  # any of `codes`, joined by a space
    YES_NO = "yes_no"
    WHOLE = "whole"
    SCORE = "score"  # 0 to 1, 1 best for the person


@dataclass(frozen=True, slots=True)
class Variable:
    """One column. `form` and `question` say where it was asked; a score and the person's code were not."""

    name: str
    label: str
    kind: VariableKind
    codes: Mapping[str, str] = field(default_factory=dict)
    form: str | None = None
    question: str | None = None
    level: int = 0  # how much coarser than it was answered


_KINDS = {
    QuestionType.CHOICE: VariableKind.CODE,
    QuestionType.SEVERAL: VariableKind.SEVERAL,
    QuestionType.RANKED: VariableKind.SEVERAL,
    QuestionType.YES_NO: VariableKind.YES_NO,
    QuestionType.WHOLE: VariableKind.WHOLE,
}


def variables(catalogue: Catalogue, hidden: Hidden, language: str) -> tuple[Variable, ...]:
    """Those of the file, in its order; what is not given at all has no column."""
    return tuple(_all(catalogue, hidden, language))


def _all(catalogue: Catalogue, hidden: Hidden, language: str) -> Iterator[Variable]:
    plan, persons, rounds = catalogue.exports, catalogue.forms["survivors"], catalogue.forms["follow_ups"]
    yield Variable(PERSON, say("exports.variable.person", language), VariableKind.WHOLE)
    dated = False
    for each in plan.quasi_identifiers:
        if hidden.levels[each.question] < Ladder(each).last:
            dated = dated or bool(each.periods)
            yield _recognising(persons, each, hidden.levels[each.question], language)
    months = {str(each.months): str(each.months) for each in catalogue.rounds}
    yield Variable(ROUND, say("exports.variable.round", language), VariableKind.CODE, months, "follow_ups", ROUND)
    if dated:
        yield Variable(PERIOD, say("exports.variable.period", language), VariableKind.TEXT)
    for form, names in ((persons, plan.given.of_person), (rounds, plan.given.of_round)):
        for name in names:
            yield _given(form, name, catalogue, language)
    for name in plan.given.scores:
        derived = next(each for each in rounds.derived if each.name == name)
        yield Variable(name, _text(derived.label, language), VariableKind.SCORE)


def _recognising(form: Form, declared: QuasiIdentifier, level: int, language: str) -> Variable:
    question = _question(form, declared.question)
    label, name = _text(question.label, language), question.name
    if declared.periods:
        return Variable(name, label, VariableKind.TEXT, form=form.name, question=name, level=level)
    labels = _labels(question, language)
    if level:
        labels = _of_groups(labels, declared.levels[level - 1])
    kind = VariableKind.SEVERAL if question.type.takes_many else VariableKind.CODE
    return Variable(name, label, kind, labels, form.name, name, level)


def _given(form: Form, name: str, catalogue: Catalogue, language: str) -> Variable:
    question = _question(form, name)
    kind = _KINDS[question.type]
    labels = _labels(question, language) if kind is not VariableKind.WHOLE else {}
    groups = next((each.groups for each in catalogue.exports.coarser if each.question == name), None)
    level = 1 if groups else 0
    labels = _of_groups(labels, groups) if groups else labels
    return Variable(name, _text(question.label, language), kind, labels, form.name, name, level)


def _of_groups(labels: Mapping[str, str], groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    named = {code for codes in groups.values() for code in codes}
    made = {name: " / ".join(labels[code] for code in codes) for name, codes in groups.items()}
    return made | {code: label for code, label in labels.items() if code not in named}


def _labels(question: Question, language: str) -> dict[str, str]:
    if question.choices is not None:
        return {each.code: _text(each.label, language) for each in question.choices.choices}
    return {answer: say(f"exports.variable.{answer}", language) for answer in ("true", "false")}


def _question(form: Form, name: str) -> Question:
    found = form.question(name)
    assert found is not None, "exports.toml was checked against the forms"
    return found


def _text(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or words["en"]
