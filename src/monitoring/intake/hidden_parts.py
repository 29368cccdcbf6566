"""Answers that nobody sees on the screen, in hidden sheets, rows and columns: read like all others, and told of."""

from collections.abc import Iterator

import polars as pl

from monitoring.domain.problem import Level, Problem
from monitoring.intake.addresses import letters
from monitoring.intake.sheets import KnownSheet


def problems_of_hidden(known: KnownSheet) -> tuple[Problem, ...]:
    """An error for a hidden sheet; a warning for hidden rows that hold answers, and one for hidden columns.

    Rows are hidden by every filter, and columns to see more of the others; a sheet is hidden to be out of sight.
    """
    if known.sheet.hidden:
        return (Problem("hidden_sheet", sheet=known.sheet.name),)
    return (*_of_rows(known), *_of_columns(known))


def _of_rows(known: KnownSheet) -> Iterator[Problem]:
    sheet, start = known.sheet, known.headings.data_from
    if not sheet.hidden_rows:
        return
    columns = [sheet.columns[at].at.slice(start).is_not_null() for at in known.headings.of_columns]
    filled = pl.select(pl.any_horizontal(columns)).to_series()
    numbers = sheet.rows.slice(start)
    found = numbers.filter(filled & numbers.is_in(pl.Series(sheet.hidden_rows, dtype=pl.Int32).implode()))
    if len(found):
        leftmost = min(known.headings.of_columns)
        cell = f"{letters(leftmost)}{found[0]}"
        yield Problem("hidden_rows", Level.WARNING, sheet.name, cell, facts=(("count", str(len(found))),))


def _of_columns(known: KnownSheet) -> Iterator[Problem]:
    sheet, headings = known.sheet, known.headings
    hidden = [
        at
        for at in headings.of_columns
        if any(first <= at <= last for first, last in sheet.hidden_columns)
        and sheet.columns[at].at.slice(headings.data_from).count()
    ]
    if hidden:
        cell = f"{letters(min(hidden))}{sheet.rows[headings.position]}"
        named = ", ".join(letters(at) for at in sorted(hidden))
        yield Problem("hidden_columns", Level.WARNING, sheet.name, cell, facts=(("letters", named),))
