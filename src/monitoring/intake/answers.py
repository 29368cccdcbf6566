"""The columns of a placed sheet's questions, made of one or several, and the rows that count. Reads no answer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.habits import Habits
from monitoring.intake.addresses import column_of, letters, row_of
from monitoring.intake.cells import meanings_of
from monitoring.intake.composed import Composed, composed
from monitoring.intake.offered_numbers import with_numbers
from monitoring.intake.sheets import KnownSheet
from monitoring.intake.text_columns import is_one_of
from monitoring.intake.workbook import TextColumn

Place = tuple[str, str]
"""A sheet and a cell in it."""


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """Columns by question, as texts; `made` are those of several columns; `positions` the sheet's rows that count."""

    known: KnownSheet
    columns: Mapping[str, TextColumn]
    made: Mapping[str, Composed]
    positions: pl.Series

    @property
    def which(self) -> pl.DataFrame:
        """For each row that counts which of a column's texts stands there."""
        every = pl.DataFrame({name: column.at for name, column in self.columns.items()})
        start = self.known.headings.data_from
        return every.slice(start) if len(self.positions) == every.height - start else every[self.positions]

    @property
    def rows(self) -> pl.Series:
        """Their numbers in the sheet."""
        return self.known.sheet.rows.gather(self.positions)

    def at(self, positions: tuple[int, ...]) -> list[int]:
        """Rows of the table that stand at these positions of the sheet."""
        return is_one_of(self.positions, positions).arg_true().to_list() if positions else []

    @property
    def letters(self) -> dict[str, str]:
        """The column of each question; of one that stands on an outer sheet, the column there."""
        own = {name: letters(at) for name, at in self.known.headings.columns.items()}
        return own | {name: letters(each.columns[0]) for name, each in self.known.joined.inherited.items()}

    @property
    def elsewhere(self) -> dict[str, Callable[[int], Place]]:
        """From a row of the table to the cell of its answer, for questions that have no column of their own alone."""
        made = {name: self._in_columns(each) for name, each in self.made.items()}
        return made | {name: self._outside(name) for name in self.known.joined.inherited}

    def _in_columns(self, made: Composed) -> Callable[[int], Place]:
        sheet = self.known.sheet

        def place(row: int) -> Place:
            position = int(self.positions[row])
            return sheet.name, f"{letters(made.column_at(position, sheet))}{sheet.rows[position]}"

        return place

    def _outside(self, name: str) -> Callable[[int], Place]:
        """On the outer sheet; where the row has no place there, the cell that points nowhere."""
        sheet, joined = self.known.sheet, self.known.joined
        each = joined.inherited[name]

        def place(row: int) -> Place:
            position = int(self.positions[row])
            cell = each.cell(position)
            return (
                (each.sheet.name, cell)
                if cell
                else (sheet.name, f"{letters(joined.pointer or 0)}{sheet.rows[position]}")
            )

        return place


def answers_of(known: KnownSheet, missing: MissingWords, habits: Habits) -> SheetAnswers:
    """In the form's order, whatever the sheet's; without rows that are wholly empty or that a later one replaces."""
    own: dict[str, TextColumn] = {}
    made: dict[str, Composed] = {}
    meanings = meanings_of(missing)
    there = [question for question in known.form.questions if question.name in known.headings.columns]
    for question in there:
        column = known.sheet.columns[known.headings.columns[question.name]]
        if each := composed(known.sheet, known.headings, question, meanings, habits):
            made[question.name], column = each, each.column
        own[question.name] = with_numbers(column, question)
    every = own | {name: each.texts for name, each in known.joined.inherited.items()}
    columns = {name: every[name] for name in known.form.names if name in every}
    return SheetAnswers(known, columns, made, _positions(known, own))


def cells_of_the_file(known: KnownSheet) -> Iterator[tuple[int, str, str]]:
    """(position, question, code) of cells that read as empty because of how the file was made."""
    sheet, questions = known.sheet, known.headings.of_columns
    found = [
        *((row, column, "error_cell") for row, column in sheet.errors),
        *((row_of(cell), column_of(cell), "formula_without_value") for cell in sheet.without_value),
    ]
    for row, column, code in found:
        if column in questions:
            yield int(sheet.rows.search_sorted(row)), questions[column], code


def _positions(known: KnownSheet, columns: Mapping[str, TextColumn]) -> pl.Series:
    """Rows where any declared column of the sheet holds something, be it an error value."""
    which = pl.DataFrame({name: column.at for name, column in columns.items()})
    counts = which.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    broken = [position for position, _, _ in cells_of_the_file(known)]
    if broken:
        counts = counts | is_one_of(pl.Series(range(len(counts))), broken)
    if known.joined.replaced is not None:
        counts = counts & ~known.joined.replaced
    start = known.headings.data_from
    return counts.slice(start).arg_true() + start
