"""A small Moldovan workbook in the making: six invented people, ready to be spoilt in one way."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from invent.interviews import allows_sensitive
from invent.world import Row, Sheets
from workbooks import Workbook, write_form
from xlsxwriter.worksheet import Worksheet

from monitoring.domain.catalogue import Catalogue

FIRST_DATA_ROW = 2
"""Counted from 0, as the writer does; people see it as row 3."""


@dataclass
class Draft:
    """The rows, and what is done to the sheets after they are written. Rows of the people are found by who they are."""

    sheets: Sheets
    catalogue: Catalogue
    today: date
    after: list[Callable[[dict[str, Worksheet]], None]] = field(default_factory=list)
    more_sheets: list[str] = field(default_factory=list)
    counts_from_1904: bool = False
    headings: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    """Form -> question -> the name and the label that stand in its place; two empty texts leave none."""

    def copy(self) -> "Draft":
        """The same rows again, free to be spoilt."""
        return Draft(deepcopy(self.sheets), self.catalogue, self.today)

    @property
    def talked(self) -> Row:
        """An interview with an adult in a setting that allowed every question, in a round of extended questions."""
        return next(row for row in self.sheets["follow_ups"] if _tells_all(row, self._adults()))

    @property
    def missed(self) -> Row:
        """A contact at which nobody was interviewed."""
        return next(row for row in self.sheets["follow_ups"] if row["status"] == "not_reached")

    @property
    def event(self) -> Row:
        """An event whose day is known."""
        return next(row for row in self.sheets["incidents"] if row.get("occurred_on"))

    @property
    def person(self) -> Row:
        """Whoever the interview is with."""
        return self.survivor(str(self.talked["survivor_id"]))

    @property
    def child(self) -> Row:
        """A child of 9 to 17 who was interviewed with both agreements."""
        return next(row for row in self.sheets["survivors"] if row.get("guardian_consent") == "given")

    @property
    def unvisited(self) -> Row:
        """An adult who wished for no contact, and so has no follow-ups."""
        return next(row for row in self.sheets["survivors"] if row["age_band"] == "18-29" and _refused(row))

    @property
    def first_contact(self) -> Row:
        """The round 0 of the person who told everything."""
        own = self.talked["survivor_id"]
        return next(row for row in self.sheets["follow_ups"] if row["survivor_id"] == own and row["round"] == 0)

    def survivor(self, survivor_id: str) -> Row:
        return next(row for row in self.sheets["survivors"] if row["survivor_id"] == survivor_id)

    def column(self, form: str, question: str) -> int:
        """The question's column, counted from 0."""
        return self.catalogue.forms[form].names.index(question)

    def place(self, form: str, row: Row, question: str) -> tuple[int, int]:
        """Row and column of a cell, counted from 0."""
        at = next(number for number, each in enumerate(self.sheets[form]) if each is row)
        return FIRST_DATA_ROW + at, self.column(form, question)

    def write(self, path: Path) -> None:
        workbook = Workbook(path, self.today, counts_from_1904=self.counts_from_1904)
        written: dict[str, Worksheet] = {}
        for name, form in self.catalogue.forms.items():
            if name in self.sheets:
                written[name] = workbook.sheet(name)
                write_form(workbook, written[name], form, self.sheets[name], self.headings.get(name, {}))
        for name in self.more_sheets:
            written[name] = workbook.sheet(name)
        for change in self.after:
            change(written)
        workbook.close()

    def _adults(self) -> set[object]:
        return {row["survivor_id"] for row in self.sheets["survivors"] if row["age_band"] not in ("0-8", "9-17")}


def day_of(row: Row, question: str) -> date:
    """The date that the row holds. Raises AssertionError where it holds none."""
    day = row[question]
    assert isinstance(day, date)
    return day


def draft_from(sheets: Sheets, catalogue: Catalogue, today: date) -> Draft:
    """Six people of an office, among them an adult who told everything, a child, an event and a missed contact."""
    people = deepcopy(sheets)
    whole = Draft(people, catalogue, today)
    wanted = [
        str(whole.talked["survivor_id"]),
        str(whole.missed["survivor_id"]),
        str(whole.event["survivor_id"]),
        _first(people, lambda row: row["age_band"] == "9-17" and row["consent_contact"] == "given"),
        _first(people, lambda row: row["age_band"] == "0-8"),
        _first(people, lambda row: row["age_band"] == "18-29" and _refused(row)),
    ]
    for name, rows in people.items():
        if "survivor_id" in catalogue.forms[name].names:
            people[name] = [row for row in rows if row["survivor_id"] in wanted]
    return Draft(people, catalogue, today)


def _refused(row: Row) -> bool:
    return row["consent_contact"] == "refused"


def _first(sheets: Sheets, fits: Callable[[Row], bool]) -> str:
    return next(str(row["survivor_id"]) for row in sheets["survivors"] if fits(row))


def _tells_all(row: Row, adults: set[object]) -> bool:
    told = (row.get(name) for name in ("contact_from_trafficker", "hurt_or_afraid_at_home", "exploited_again"))
    open_talk = row["status"] == "interviewed" and row["survivor_id"] in adults and allows_sensitive(row)
    return open_talk and row.get("action_taken") is None and all(answer is False for answer in told)
