"""One declaration that stands for several indicators: one for each answer of a list, or for each question of a form.

    [for_each]
    answer_of = "help_kinds"          # a list of choices/; or question_of = "follow_ups"
    leave_out = ["none"]
    id = "help_gap_{code}"
    title = { en = "Needed and not received", fr = "Nécessaire et non reçu" }
    also = { health = { mscos = "medical" } }      # what is different for one of them

Everywhere in the file `{code}` is the answer's code or the question's name, `{label}` its label, and `{lowered}` what
it is shown as (`each`: the label, unless `also` says something shorter) without its first capital.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from monitoring.declarations.slots import PLAIN, Slots, filled
from monitoring.declarations.toml_files import ProblemList, build
from monitoring.domain.form import Asked, ChoiceList, Form, Words


@dataclass(frozen=True, slots=True)
class ForEach:
    """The table `[for_each]`."""

    id: str
    title: Words = field(default_factory=dict)  # what they are together
    answer_of: str | None = None
    question_of: str | None = None
    asked_of: Asked = Asked.SURVIVOR  # of a form: the questions put to whom
    leave_out: tuple[str, ...] = ()
    also: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Declared:
    """What there is to choose from."""

    choices: Mapping[str, ChoiceList]
    forms: Mapping[str, Form]
    limits: Slots


def each_of(
    id_: str, table: dict[str, Any], declared: Declared, file: str, problems: ProblemList
) -> Iterator[tuple[str, dict[str, Any]]]:
    """(id, table) of every indicator that the file declares: one, or one for each, with its slots filled."""
    wanted = table.pop("for_each", None)
    if wanted is None:
        yield id_, filled(table, declared.limits, file, problems)
        return
    each = build(ForEach, wanted, file, "for_each", problems) if isinstance(wanted, dict) else None
    if each is None:
        if not isinstance(wanted, dict):
            problems.found("wrong_type", file, "for_each", expected="[for_each]")
        return
    labels = dict(_labels(each, declared, file, problems))
    for name in (*each.leave_out, *each.also):
        if name not in labels:
            problems.found("unknown_name", file, "for_each", known=labels, word=name)
    for code, label in labels.items():
        if code not in each.leave_out:
            own = {"family": dict(each.title), "each": dict(label), **each.also.get(code, {}), "id": each.id}
            slots = {**declared.limits, **_slots(code, label, own["each"])}
            whole = filled({**table, **own}, slots, file, problems)
            yield whole.pop("id"), whole


def _labels(each: ForEach, declared: Declared, file: str, problems: ProblemList) -> Iterator[tuple[str, Words]]:
    """(code, label) of everything in the list or the form."""
    if each.answer_of is not None and each.answer_of in declared.choices:
        yield from ((choice.code, choice.label) for choice in declared.choices[each.answer_of].choices)
    elif each.question_of is not None and each.question_of in declared.forms:
        questions = declared.forms[each.question_of].questions
        yield from ((one.name, one.label) for one in questions if one.asked_of is each.asked_of)
    else:
        key, known = ("question_of", [*declared.forms]) if each.question_of else ("answer_of", [*declared.choices])
        word = each.question_of or each.answer_of or ""
        problems.found("unknown_name", file, f"for_each.{key}", known=known, word=word)


def _slots(code: str, label: Words, short: Words) -> dict[str, Words]:
    lowered = {language: text[:1].lower() + text[1:] for language, text in short.items()}
    return {"code": {PLAIN: code, "en": code}, "label": label, "lowered": lowered}
