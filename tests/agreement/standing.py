"""Which rows stand, and who is one person, in plain Python: from the hand-ins and the rules of the survivors sheet.

The newest hand-in that counts decides on each key, row by row as a whole; what it does not name stays as it was. A code
that took over another is one person with it. Whoever's record, as things stand today, may not be kept is in no figure
of any day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.submission import Status, Submission

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]
"""Form name to typed rows, each with its country, submission_id and sheet_row."""

INTERVIEWED = ("interviewed", "partly_interviewed")
ENDS_FOLLOW_UP = ("withdrew_consent", "deceased")


@dataclass
class Person:
    """One person of a country: the newest code's row of the survivors sheet, and what was handed in under any code.

    `told` holds, code by code, each standing hand-in's day, number and lead provider.
    """

    country: str
    code: str
    row: Row
    of: dict[str, list[Row]] = field(default_factory=dict)  # form name to rows
    told: dict[str, list[tuple[date, int, str | None]]] = field(default_factory=dict)

    def lead_provider_of(self, contact: Row) -> str | None:
        """As the first hand-in since the contact told it, else the last before it, else as things stand."""
        day, told = contact["contact_date"], self.told.get(contact["survivor_id"], [])
        since = [each for each in told if each[0] >= day]
        nearest = min(since or told, key=lambda each: (abs((each[0] - day).days), -each[1]), default=None)
        return (nearest[2] if nearest else None) or self.row["provider_id"]

    @property
    def was_interviewed(self) -> bool:
        return any(contact["status"] in INTERVIEWED for contact in self.of["follow_ups"])

    @property
    def ended_on(self) -> date | None:
        """The day on which the person died or wished no more contact, as first recorded."""
        return min(
            (each["contact_date"] for each in self.of["follow_ups"] if each["status"] in ENDS_FOLLOW_UP), default=None
        )


@dataclass
class World:
    """Everybody whose record may be kept, and the rows that are about nobody: providers, sessions of a community."""

    people: list[Person]
    of_places: dict[str, list[Row]]


def world_of(catalogue: Catalogue, rows: Rows, hand_ins: Iterable[Submission], as_of: date | None) -> World:
    """As things stand (None), or as they stood at the end of a day."""
    hand_ins = tuple(hand_ins)
    left = _left(catalogue, rows, hand_ins)
    until = None if as_of is None else datetime.combine(as_of, time()) + timedelta(days=1)
    standing = {name: _standing(form, rows.get(name, ()), hand_ins, until) for name, form in catalogue.forms.items()}
    now_called = _now_called(standing["survivors"])
    people: dict[tuple[str, str], Person] = {}
    for row in standing["survivors"]:
        key = row["country"], row["survivor_id"]
        if now_called[key] == key[1] and key not in left and row["consent_record"] == "given":
            people[key] = Person(*key, row, {name: [] for name in catalogue.forms})
    for name, of_form in standing.items():
        for row in of_form if catalogue.forms[name].refers_to_survivors else ():
            country, code = row["country"], row["survivor_id"]
            person = people.get((country, now_called.get((country, code), code)))
            if person is not None:
                person.of[name].append(row)
    counting = {each.id: each for each in hand_ins if _counts(each, until)}
    _tell_leads(people, now_called, rows.get("survivors", ()), counting)
    places = [form.name for form in catalogue.forms.values() if not _about_people(form)]
    return World(list(people.values()), {name: standing[name] for name in places})


def _tell_leads(
    people: Mapping[tuple[str, str], Person],
    now_called: Mapping[tuple[str, str], str],
    survivors: Sequence[Row],
    counting: Mapping[int, Submission],
) -> None:
    for row in survivors:
        country, code, hand_in = row["country"], row["survivor_id"], counting.get(row["submission_id"])
        person = people.get((country, now_called.get((country, code), code)))
        if person is not None and hand_in is not None:
            told = hand_in.handed_in_at.date(), hand_in.id, row["provider_id"]
            person.told.setdefault(code, []).append(told)


def _about_people(form: Form) -> bool:
    return form.name == "survivors" or form.refers_to_survivors


def _standing(form: Form, rows: Sequence[Row], hand_ins: Sequence[Submission], until: datetime | None) -> list[Row]:
    counting = {each.id for each in hand_ins if _counts(each, until)}
    newest: dict[tuple[Any, ...], Row] = {}
    for row in sorted(rows, key=lambda row: row["submission_id"]):
        if row["submission_id"] in counting:
            newest[row["country"], *(row[name] for name in form.key)] = row
    return list(newest.values())


def _counts(hand_in: Submission, until: datetime | None) -> bool:
    """Handed in by then, and not withdrawn by then. What was withdrawn later counted on that day."""
    withdrawn = hand_in.status in (Status.UNDONE, Status.SENT_BACK)
    if until is None:
        return not withdrawn
    return hand_in.handed_in_at < until and not (withdrawn and hand_in.decided_at < until)


def _now_called(survivors: Sequence[Row]) -> dict[tuple[str, str], str]:
    """(country, code) to the code the person goes by now, for every code ever spoken of. A circle is nobody's code."""
    later: dict[tuple[str, str], list[str]] = {}
    for row in survivors:
        before, code = row["previous_survivor_id"], row["survivor_id"]
        if before is not None and before != code:
            later.setdefault((row["country"], before), []).append(code)
    codes = {(row["country"], row["survivor_id"]) for row in survivors} | set(later)
    return {(country, code): max(_ends(later, country, code), default=code) for country, code in codes}


def _ends(later: Mapping[tuple[str, str], list[str]], country: str, code: str) -> set[str]:
    """The codes at the end of the chain; two where two offices took the same person over."""
    seen, ends, waiting = {code}, set(), [code]
    while waiting:
        at = waiting.pop()
        following = later.get((country, at), [])
        if not following:
            ends.add(at)
        waiting += [each for each in following if each not in seen]
        seen.update(following)
    return ends


def _left(catalogue: Catalogue, rows: Rows, hand_ins: Sequence[Submission]) -> set[tuple[str, str]]:
    """Every code of everybody who, as things stand today, has not given consent to a record."""
    survivors = _standing(catalogue.forms["survivors"], rows.get("survivors", ()), hand_ins, None)
    now_called = _now_called(survivors)
    refused = {(row["country"], row["survivor_id"]) for row in survivors if row["consent_record"] != "given"}
    return refused | {key for key, code in now_called.items() if (key[0], code) in refused}
