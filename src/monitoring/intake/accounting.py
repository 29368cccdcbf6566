"""Accounts for every cell of a recognised sheet that is not an answer: reported as a problem, or listed as left out.

Nothing that somebody typed is to vanish without a word. Judges no answer and repeats no cell.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from monitoring.domain.problem import Level, Problem
from monitoring.domain.verdict import LeftOut
from monitoring.intake.addresses import column_of, letters, row_of
from monitoring.intake.dialects import is_helper_sheet
from monitoring.intake.headings import Headings
from monitoring.intake.sheets import KnownSheet
from monitoring.intake.workbook import SheetAsRead


def left_out(sheets: Iterable[SheetAsRead], placed: Iterable[KnownSheet]) -> tuple[LeftOut, ...]:
    """Titles above headings, columns that other programs add, and the sheets of our template that hold no answers."""
    guides = (sheet for sheet in sheets if is_helper_sheet(sheet.name) and not sheet.is_empty)
    return (
        *(each for known in placed for each in _left_out_of(known)),
        *(LeftOut(sheet.name, None, "guide") for sheet in guides),
    )


def problems_of_lost_cells(known: KnownSheet) -> tuple[Problem, ...]:
    """Columns without a heading whose cells below all read as empty: error values, formulas without a result."""
    sheet, headings = known.sheet, known.headings
    below = _row_at(sheet, headings.data_from)
    columns = sorted({column for row, column in _broken(sheet) if row >= below} - _with_a_place(known))
    at_row = _row_at(sheet, headings.position)
    return tuple(
        Problem(
            "column_without_heading",
            Level.WARNING,
            sheet.name,
            f"{letters(column)}{at_row}",
            facts=(("letters", letters(column)),),
        )
        for column in columns
    )


def _left_out_of(known: KnownSheet) -> Iterator[LeftOut]:
    sheet, headings = known.sheet, known.headings
    at_row = _row_at(sheet, headings.position)
    above = {at for at, column in enumerate(sheet.columns) if column.at.slice(0, headings.position).count()}
    above |= {column for row, column in _broken(sheet) if row < at_row}
    if above:
        cells = f"{letters(min(above))}{_row_at(sheet, 0)}:{letters(max(above))}{at_row - 1}"
        yield LeftOut(sheet.name, cells, "above_headings")
    ours = _reported_or_kept(headings)
    others = [
        at for at, column in enumerate(sheet.columns) if at not in ours and column.at.slice(headings.position).count()
    ]
    if others:
        yield LeftOut(sheet.name, ", ".join(_in_runs(others)), "added_by_programs")


def _in_runs(columns: Iterable[int]) -> Iterator[str]:
    """A:B, AM:AV: columns side by side as one range."""
    for _, run in groupby(enumerate(columns), key=lambda each: each[1] - each[0]):
        side_by_side = [column for _, column in run]
        yield f"{letters(side_by_side[0])}:{letters(side_by_side[-1])}"


def _reported_or_kept(headings: Headings) -> set[int]:
    told = (headings.repeated, headings.unknown, headings.nameless, headings.two_meanings, headings.left_out)
    return {*headings.of_columns, *headings.without, *(at for columns in told for at in columns)}


def _with_a_place(known: KnownSheet) -> set[int]:
    """Columns with a heading, ours or not, and those that are reported as having none."""
    named = {at for at, column in enumerate(known.sheet.columns) if column.at.slice(known.headings.position, 1).count()}
    return _reported_or_kept(known.headings) | named


def _broken(sheet: SheetAsRead) -> list[tuple[int, int]]:
    """Row and column of the cells that read as empty because of how the file was made."""
    return [*sheet.errors, *((row_of(cell), column_of(cell)) for cell in sheet.without_value)]


def _row_at(sheet: SheetAsRead, position: int) -> int:
    """The row number at a position; one below the last where the sheet ends above it."""
    return int(sheet.rows[position]) if position < len(sheet.rows) else int(sheet.rows[-1]) + 1
