"""The instrument's own numbers, cell by cell: scores it computed, and the items of its domains. Sums nothing up.

They are another instrument's answers and never become ours. What is missing stays missing; it is never 0.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Missing
from monitoring.domain.problem import Level, Problem
from monitoring.domain.profile import Direction, Item, Profile, Score, Scoring
from monitoring.intake.addresses import letters
from monitoring.intake.cells import reasons_of
from monitoring.intake.problem_list import MOST_OF_A_KIND
from monitoring.intake.profiles.answers import blanks_and_reasons, plain
from monitoring.intake.profiles.layout import Layout

_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,17})?(?:[eE]-\d{1,3})?")

Answer = float | Missing | None
"""A number, why there is none, or a plain blank."""


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """One column of numbers: `answers` row by row below the headings, as the file writes them."""

    of: Score | Item
    letters: str
    answers: Sequence[Answer]


@dataclass(frozen=True, slots=True)
class Numbers:
    """All score and item columns of a sheet, how many rows have anything in them, and what could not be read."""

    columns: tuple[NumberColumn, ...]
    rows: int
    rows_with_errors: int
    problems: tuple[Problem, ...]


def read_numbers(layout: Layout, profile: Profile, missing: MissingWords) -> Numbers:
    """Reads every score and every ticked item that the sheet has."""
    reasons: dict[str, Missing | None] = {**reasons_of(missing)}
    for spelling, reason in blanks_and_reasons(profile.missing).items():
        reasons[spelling] = Missing(reason) if reason else None
    wanted = [each for each in profile.numbers if each.name in layout.columns]
    reader = _Reader(layout, profile.scoring, reasons)
    columns = tuple(reader.column(each) for each in wanted)
    filled = {row for column in columns for row, answer in enumerate(column.answers) if answer is not None}
    return Numbers(columns, len(filled | reader.bad_rows), len(reader.bad_rows), tuple(reader.problems))


class _Reader:
    def __init__(self, layout: Layout, scoring: Scoring | None, reasons: Mapping[str, Missing | None]) -> None:
        self._layout = layout
        self._scoring = scoring
        self._reasons = reasons
        self.problems: list[Problem] = []
        self.bad_rows: set[int] = set()

    def column(self, of: Score | Item) -> NumberColumn:
        at = self._layout.columns[of.name]
        source = self._layout.sheet.columns[at]
        lowest, highest, whole = range_of(of, self._scoring)
        read = [self._read(text, of, (lowest, highest), whole=whole) for text in source.texts]
        which = source.at.slice(self._layout.data_from).to_list()
        answers: list[Answer] = []
        for row, text in enumerate(which):
            answer, code = (None, None) if text is None else read[text]
            answers.append(answer)
            if code:
                self._found(code, of, at, row, lowest=_short(lowest), highest=_short(highest))
        return NumberColumn(of, letters(at), answers)

    def _read(
        self, text: str, of: Score | Item, limits: tuple[float, float], *, whole: bool
    ) -> tuple[Answer, str | None]:
        """(answer, problem). A number outside its range is no answer: one such cell would move a mean of few people."""
        spelling = plain(text)
        if spelling in self._reasons:
            return self._reasons[spelling], None
        if isinstance(of, Item) and of.steps:
            steps = [plain(step) for step in of.steps]
            return (float(steps.index(spelling)), None) if spelling in steps else (None, "not_a_step")
        if not _NUMBER.fullmatch(text.strip()):
            return None, "not_a_whole_score" if whole else "not_a_score"
        number = float(text.strip().replace(",", "."))
        if whole and not number.is_integer():
            return None, "not_a_whole_score"
        if not limits[0] <= number <= limits[1]:
            return None, "score_out_of_range"
        doubtful = isinstance(of, Score) and of.zero_is_doubtful and number == 0
        return number, "zero_may_be_missing" if doubtful else None

    def _found(self, code: str, of: Score | Item, at: int, row: int, **facts: str) -> None:
        level = Level.WARNING if code == "zero_may_be_missing" else Level.ERROR
        if level is Level.ERROR:
            self.bad_rows.add(row)
        if len(self.problems) < MOST_OF_A_KIND:
            cell = f"{letters(at)}{self._layout.sheet.rows[self._layout.data_from + row]}"
            steps = "; ".join(of.steps) if isinstance(of, Item) else ""
            said: dict[str, Any] = {"label": of.name, "allowed": steps, **facts}
            self.problems.append(
                Problem(code, level, self._layout.sheet.name, cell, of.name, tuple(sorted(said.items())))
            )


def range_of(of: Score | Item, scoring: Scoring | None) -> tuple[float, float, bool]:
    """(lowest, highest, whole numbers only) of a column, in the file's own numbers."""
    if isinstance(of, Score):
        return of.minimum, of.maximum, False
    if of.steps:
        return 0.0, float(len(of.steps) - 1), True
    if of.minimum is None or of.maximum is None:
        return (scoring.minimum, scoring.maximum, scoring.whole) if scoring else (0.0, 1.0, False)
    return of.minimum, of.maximum, bool(scoring and scoring.whole)


def on_the_scale(answer: float, of: Item, scoring: Scoring) -> float:
    """An item's answer in the range of the scoring, its good end up: the scale of the item stretched, and flipped."""
    lowest, highest, _ = range_of(of, scoring)
    share = (answer - lowest) / (highest - lowest)
    share = 1 - share if of.direction is Direction.DOWN else share
    return scoring.minimum + share * (scoring.maximum - scoring.minimum)


def _short(number: float) -> str:
    return f"{number:g}"
