"""Invented countries for Hypothesis: a few people each, their contacts and events, and the hand-ins that told of them.

Biased to where mistakes live: the first and last days of windows, the same key handed in again with other answers,
hand-ins undone or sent back, former codes, several contacts in a round, withdrawals, deaths, closed cases, children.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st
from invented_answers import TODAY, Answers

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.submission import Changes, Status, Submission

Row = dict[str, Any]
LARGEST = 4  # people in a country
SHARED = 6  # hand-ins a country may have had, at most; more numbers than are used


@dataclass(frozen=True, slots=True)
class Case:
    """One invented country: its hand-ins, and the typed rows that came with them, form by form."""

    hand_ins: tuple[Submission, ...]
    rows: Mapping[str, Sequence[Row]]
    people: int

    def placed(self, at: int) -> "Case":
        """The same as the country of that number: a name and hand-in numbers of its own."""
        country, first = f"C{at:05}", at * SHARED
        hand_ins = tuple(replace(each, id=first + each.id, country=country) for each in self.hand_ins)
        rows = {
            form: [{**row, "country": country, "submission_id": first + row["submission_id"]} for row in of_form]
            for form, of_form in self.rows.items()
        }
        return Case(hand_ins, rows, self.people)


class _Country:
    """Collects rows: a hand-in holds each key of a form once, and each row has a place in its sheet."""

    def __init__(self, hand_ins: tuple[Submission, ...], chance: Random, invention: "Invention") -> None:
        self.hand_ins, self.chance, self.invention = hand_ins, chance, invention
        self.rows: dict[str, dict[tuple[Any, ...], Row]] = {name: {} for name in invention.answers}

    def tell(self, form: str, anchor: date | None, **known: Any) -> None:
        """A row of a form, in one or several hand-ins, with other answers in each."""
        answers = self.invention.answers[form]
        for at in self.chance.choice(_subsets(len(self.hand_ins))):
            row = {**answers.row(self.chance.randbytes(answers.width), anchor), **known, "submission_id": at}
            key = (at, *(row[name] for name in answers.form.key))
            row["sheet_row"] = 3 + len(self.rows[form])
            self.rows[form].setdefault(key, row)

    def person(self, number: int) -> None:
        invention, choose = self.invention, self.chance.choice
        returned = choose(invention.returns)
        codes = [f"S-{number}{letter}" for letter in choose(_CODES)]
        befores = [choose(_STRANGE_BEFORE) if number == LARGEST else None, *codes]
        for code, before in zip(codes, befores, strict=False):
            self.tell("survivors", returned, survivor_id=code, previous_survivor_id=before)
        known = [returned or TODAY - timedelta(days=400)]
        for _ in range(choose(_CONTACTS)):
            months, days = choose(invention.contacts)
            known.append(known[0] + timedelta(days=days))
            self.tell("follow_ups", known[-1], survivor_id=choose(codes), round=months)
        for form in invention.about_people:
            for _ in range(choose(_OTHERS)):
                self.tell(form, choose(known) + timedelta(days=choose(invention.distances)), survivor_id=choose(codes))

    def case(self, people: int) -> Case:
        return Case(self.hand_ins, {form: list(rows.values()) for form, rows in self.rows.items()}, people)


class Invention:
    """The strategies that follow from a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.answers = {name: Answers(catalogue, form) for name, form in catalogue.forms.items()}
        people = [form.name for form in catalogue.forms.values() if form.refers_to_survivors]
        self.about_people = [name for name in people if name not in ("survivors", "follow_ups")]
        self.about_places = [name for name in catalogue.forms if name not in ("survivors", *people)]
        self.returns = _returns(catalogue)
        self.contacts = list(_contacts(catalogue))
        self.distances = [*self.answers["survivors"].near, *range(0, 900, 30)]

    def cases(self) -> st.SearchStrategy[Case]:
        """Countries of one to four people.

        Hypothesis decides on people and hand-ins and where chance begins; single answers are well mixed, for its own
        choices lean towards the first answer of a list and like to repeat a whole row.
        """
        starts = st.integers(0, 2**64 - 1).map(Random)
        return st.builds(self._country, st.integers(1, LARGEST), _HAND_INS, starts)

    def _country(self, people: int, hand_ins: tuple[Submission, ...], chance: Random) -> Case:
        made = _Country(hand_ins, chance, self)
        for number in range(1, people + 1):
            made.person(number)
        for form in self.about_places:
            for _ in range(chance.choice(_OTHERS)):
                made.tell(form, TODAY - timedelta(days=chance.choice(self.distances)))
        return made.case(people)


def _subsets(number: int) -> list[tuple[int, ...]]:
    """Every way to be told of in some of the hand-ins; in the first alone is the plainest."""
    every = range(1, number + 1)
    return [tuple(at for at in every if chosen >> (at - 1) & 1) for chosen in range(1, 2**number)]


def _returns(catalogue: Catalogue) -> list[date | None]:
    """Days of return for which a round's target, window or limit falls on today or beside it, and any others."""
    edges = {
        day + one
        for each in catalogue.rounds
        for day in (each.target_day, each.first_day, each.last_day, each.target_day + each.on_time_days)
        for one in (-1, 0, 1)
    }
    ago = [TODAY - timedelta(days=days) for days in (*sorted(edges), *range(0, 1400, 20))]
    return [*ago, *[None, date(2024, 1, 31)] * 5]


def _contacts(catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """(round, days since return) that are worth trying: the window's ends and the days around the target."""
    for each in catalogue.rounds:
        for day in (each.first_day, each.target_day, each.last_day):
            yield from ((str(each.months), day + one) for one in (-20, -1, 0, 1, 20))


def _hand_in(number: int, status: Status) -> Submission:
    return Submission(
        id=number,
        country="",
        file="",
        fingerprint="",
        handed_in_by="",
        handed_in_at=datetime(2026, number, 15, 9),
        rows=0,
        changes=Changes(),
        warnings=0,
        status=status,
        decided_at=None if status is Status.COUNTS else datetime(2026, number + 1, 20, 9),
    )


_CODES = ("A", "A", "A", "AB", "ABC")
_CONTACTS = (0, 1, 2, 3, 5, 8)
_OTHERS = (0, 1, 2, 4)
_STRANGE_BEFORE = (None, "S-1A", "S-4A", "S-4B", "S-9")
"""Former codes that offices get wrong: somebody else's, the person's own, one in a circle, one nobody knows."""
_DECIDED = st.sampled_from([Status.COUNTS] * 4 + [Status.ACCEPTED, Status.UNDONE, Status.SENT_BACK])
_HAND_INS = st.lists(_DECIDED, min_size=1, max_size=3).map(
    lambda decided: tuple(_hand_in(number, status) for number, status in enumerate(decided, 1))
)
