"""Runs the worked examples of every indicator through the real store and the SQL that makes the real figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from monitoring.derive.query import figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.form import Form, QuestionType
from monitoring.domain.indicator import Example, Indicator, Of
from monitoring.store.scratch import Scratch

RETURNED = date(2024, 1, 1)
USUAL_ROUND = "12"
LOOKED_AT = date(2030, 1, 1)
"""The day on which examples are counted: late enough for every round to have come due."""

_PERSON = {
    "provider_id": "P-1",
    "age_band": "18-29",
    "gender": "not_recorded",
    "return_date": RETURNED,
    "consent_record": "given",
    "consent_contact": "given",
    "case_status": "active",
}
_TOLERANCE = 0.001
Rows = dict[str, list[dict[str, Any]]]


class UnreadableExample(ValueError):
    """A cell of an example does not fit its question; names the column, which is public."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an example came to, beside what it says it should come to. `column` names a cell that cannot be read."""

    indicator: Indicator
    place: int  # from 1
    example: Example
    numerator: float = 0
    denominator: int = 0
    column: str | None = None

    @property
    def holds(self) -> bool:
        return self.column is None and (
            _same(self.numerator, self.example.numerator) and _same(self.denominator, self.example.denominator)
        )


def run_examples(catalogue: Catalogue) -> tuple[Outcome, ...]:
    """Every example of every indicator, in the catalogue's order."""
    everything: Rows = {name: [] for name in catalogue.forms}
    unreadable: dict[str, str] = {}
    listed = list(_listed(catalogue))
    for label, indicator, _, example in listed:
        try:
            for form, rows in rows_of(catalogue, indicator, example, country=label).items():
                everything[form].extend(rows)
        except UnreadableExample as column:
            unreadable[label] = str(column)
    with Scratch(catalogue) as scratch:
        scratch.fill(everything)
        counted = _counted(catalogue, scratch)
    return tuple(
        Outcome(indicator, place, example, *counted.get((indicator.id, label), (0, 0)), unreadable.get(label))
        for label, indicator, place, example in listed
    )


def rows_of(catalogue: Catalogue, indicator: Indicator, example: Example, *, country: str) -> Rows:
    """The example's rows, typed, in their forms; what it leaves open is filled in. Raises UnreadableExample."""
    survivors, form = catalogue.forms["survivors"], catalogue.forms[indicator.form]
    people: dict[str, dict[str, Any]] = {}
    rows: Rows = {"survivors": [], form.name: []}
    for written in example.rows:
        code = written.get("survivor_id", "")
        of_person = {name: text for name, text in written.items() if form is survivors or name not in form.names}
        person = people.setdefault(code, {"country": country, "survivor_id": code, **_PERSON})
        person.update(_typed(catalogue, survivors, of_person))
        answers = {name: text for name, text in written.items() if name in form.names}
        if form.name == "follow_ups":
            answers = {**_contact(catalogue, answers), **answers}
        if form is not survivors and answers.keys() > {"survivor_id"}:
            rows[form.name].append({**_typed(catalogue, form, answers), "country": country})
    rows["survivors"] = list(people.values())
    return rows


def _contact(catalogue: Catalogue, answers: Mapping[str, str]) -> dict[str, str]:
    """An interview at month 12, on its target day, unless the example says otherwise."""
    months = int(answers.get("round", USUAL_ROUND))
    return {
        "round": str(months),
        "status": "interviewed",
        "contact_date": (RETURNED + timedelta(days=catalogue.round(months).target_day)).isoformat(),
    }


def _typed(catalogue: Catalogue, form: Form, written: Mapping[str, str]) -> dict[str, Any]:
    """Answers as the store keeps them; a missing code becomes no answer and its reason."""
    typed: dict[str, Any] = {}
    reasons = []
    for name, text in written.items():
        question = form.question(name)
        if question is None:
            raise UnreadableExample(name)
        if reason := catalogue.missing.spellings.get(text.casefold()):
            typed[name] = None
            reasons.append(f"{name}={reason}")
            continue
        try:
            typed[name] = _value(question.type, text)
        except (ValueError, KeyError):
            raise UnreadableExample(name) from None
        if question.choices and set(text.split() if question.type.takes_many else [text]) - set(question.choices.codes):
            raise UnreadableExample(name)
    return {**typed, "missing_answers": " ".join(reasons) or None}


def _value(kind: QuestionType, text: str) -> Any:
    match kind:
        case QuestionType.YES_NO:
            return {"yes": True, "no": False}[text]
        case QuestionType.DATE:
            return date.fromisoformat(text)
        case QuestionType.WHOLE:
            return int(text)
    return text


def _listed(catalogue: Catalogue) -> Iterator[tuple[str, Indicator, int, Example]]:
    """(country that stands for the example, indicator, place, example)."""
    for indicator in catalogue.indicators.values():
        for place, example in enumerate(indicator.examples, 1):
            yield f"{indicator.id}/{place}", indicator, place, example


def _counted(catalogue: Catalogue, scratch: Scratch) -> dict[tuple[str, str], tuple[float, int]]:
    """(indicator, country) to numerator and denominator. Interviews count in the rounds that an example names."""
    counted: dict[tuple[str, str], tuple[float, int]] = {}
    named = {label: _rounds_named(example) for label, _, _, example in _listed(catalogue)}
    for indicator in catalogue.indicators.values():
        by_round = indicator.form == "follow_ups" and indicator.of is Of.FOLLOW_UP
        request = FigureRequest((indicator.id,), by=("country", "round") if by_round else ("country",))
        for query in figures_queries(catalogue, request, LOOKED_AT, Sources()):
            for row in scratch.counts(query):
                country = row["country"]
                if by_round and row["round"] not in named.get(country, ()):
                    continue
                before = counted.get((indicator.id, country), (0, 0))
                parts = (row[f"{indicator.id}__numerator"], row[f"{indicator.id}__denominator"])
                counted[indicator.id, country] = (before[0] + float(parts[0] or 0), before[1] + (parts[1] or 0))
    return counted


def _rounds_named(example: Example) -> set[str]:
    return {row.get("round", USUAL_ROUND) for row in example.rows}


def _same(found: float, said: float | None) -> bool:
    """What an example does not say is not compared."""
    return said is None or abs(found - said) < _TOLERANCE
