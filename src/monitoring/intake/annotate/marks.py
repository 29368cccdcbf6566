"""Which cells of a sheet are marked, how, and with which words; and which problems cannot be. Knows no XML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from monitoring.domain.problem import Level, Problem
from monitoring.intake.addresses import column_of, letters, row_of
from monitoring.words import say
from monitoring.words.problem_text import fix, message

Cell = tuple[int, int]
"""Row from 1, column from 0."""

_LAST = (1_048_576, 16_383)


class Fate(StrEnum):
    """What became of a problem in the copy; each has its sentence in the words."""

    MARKED = "yes"
    NO_CELL = "no_cell"
    NO_SUCH_CELL = "no_such_cell"
    MERGED = "merged"
    CONVERSATION = "conversation"
    NO_COMMENTS = "no_comments"
    UNUSUAL = "unusual"


@dataclass(slots=True)
class SheetMarks:
    """The problems of one sheet by cell, and what becomes of each problem (by its place in the whole list)."""

    language: str
    problems: dict[Cell, list[Problem]] = field(default_factory=dict)
    numbers: dict[Cell, list[int]] = field(default_factory=dict)

    def add(self, number: int, problem: Problem, cell: Cell) -> None:
        self.problems.setdefault(cell, []).append(problem)
        self.numbers.setdefault(cell, []).append(number)

    def moved(self, swallowed: Mapping[Cell, str]) -> "tuple[SheetMarks, dict[int, str]]":
        """With cells inside a merged range marked in its first cell; and which problems that are, and where to."""
        ours, where = SheetMarks(self.language), {}
        for cell, problems in self.problems.items():
            first = swallowed.get(cell)
            for number, problem in zip(self.numbers[cell], problems, strict=True):
                ours.add(number, problem, place(first) if first else cell)
                if first:
                    where[number] = first
        return ours, where

    def level(self, cell: Cell) -> Level:
        """The worst of the cell's problems."""
        return Level.ERROR if any(each.level is Level.ERROR for each in self.problems[cell]) else Level.WARNING

    def comment(self, cell: Cell) -> str:
        """Each problem's kind, what is wrong, what to do. Our sentences: a Problem has no slot for a value."""
        return "\n\n".join(
            f"{say(f'annotate.kinds.{each.level}', self.language)}. "
            f"{message(each, self.language)}\n{fix(each, self.language)}"
            for each in self.problems[cell]
        )


def place(cell: str) -> Cell:
    return row_of(cell), column_of(cell)


def address(cell: Cell) -> str:
    return f"{letters(cell[1])}{cell[0]}"


def _exists(cell: Cell) -> bool:
    return 1 <= cell[0] <= _LAST[0] and 0 <= cell[1] <= _LAST[1]


def by_sheet(
    problems: Iterable[Problem], sheets: Iterable[str], language: str
) -> tuple[dict[str, SheetMarks], dict[int, Fate]]:
    """The marks of each sheet, and the fate of problems that have no cell to be marked in."""
    known = set(sheets)
    marks: dict[str, SheetMarks] = {}
    fates: dict[int, Fate] = {}
    for number, problem in enumerate(problems):
        if problem.cell is None or problem.sheet is None:
            fates[number] = Fate.NO_CELL
        elif problem.sheet not in known or not _exists(place(problem.cell)):
            fates[number] = Fate.NO_SUCH_CELL
        else:
            marks.setdefault(problem.sheet, SheetMarks(language)).add(number, problem, place(problem.cell))
    return marks, fates
