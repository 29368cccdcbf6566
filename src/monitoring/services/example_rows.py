"""A worked example's rows as the store keeps them: typed, in their forms, with what is left open filled in."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, QuestionType
from monitoring.domain.indicator import Example, Indicator

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

Rows = dict[str, list[dict[str, Any]]]


class UnreadableExample(ValueError):
    """A cell of an example does not fit its question; names the column, which is public."""


def rows_of(catalogue: Catalogue, indicator: Indicator, example: Example, *, country: str) -> Rows:
    """The example's rows, typed, in their forms; what it leaves open is filled in. Raises UnreadableExample.

    A column is one of the indicator's form, or else of the survivors; `services.started_on` names another form's.
    """
    people: dict[str, dict[str, Any]] = {}
    rows: Rows = {"survivors": []}
    for written in example.rows:
        cells = _by_form(catalogue, indicator, written)
        of_person = cells.pop("survivors", {})
        if code := written.get("survivor_id"):
            person = people.setdefault(code, {"country": country, "survivor_id": code, **_PERSON})
            person.update(_typed(catalogue, catalogue.forms["survivors"], of_person))
        for name, answers in cells.items():
            form = catalogue.forms[name]
            usual = _contact(catalogue, answers) if name == "follow_ups" else {}
            key = {"survivor_id": code} if code else {}
            typed = _typed(catalogue, form, {**key, **usual, **answers})
            rows.setdefault(name, []).append({**typed, "country": country})
    rows["survivors"] = list(people.values())
    return rows


def _by_form(catalogue: Catalogue, indicator: Indicator, written: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Form to the cells of a row that are its own; of follow-ups a row without any is still an interview."""
    own = catalogue.forms[indicator.form]
    cells: dict[str, dict[str, str]] = {}
    for name, text in written.items():
        form, dot, column = name.partition(".")
        place = form if dot else (own.name if name in own.names else "survivors")
        if (column or name) != "survivor_id":
            cells.setdefault(place, {})[column or name] = text
    if own.name == "follow_ups" and not set(cells) - {"survivors"}:
        cells[own.name] = {}
    return cells


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
        is_listed = question.choices is not None and text in question.choices.codes  # "refused" is an answer on consent
        if not is_listed and (reason := catalogue.missing.spellings.get(text.casefold())):
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


def rounds_named(example: Example) -> set[str]:
    """The rounds that the example is about: those it writes, or the usual one."""
    return {row.get("round", USUAL_ROUND) for row in example.rows}
