"""From a placed sheet to its typed table, and the mistakes that a cell or the file itself makes. Knows no rules."""

from collections.abc import Iterator

import polars as pl

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Question
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Level, Problem
from monitoring.intake.addresses import column_of, letters, row_of
from monitoring.intake.columns import read_rows
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.questions_in_words import facts_of
from monitoring.intake.sheets import KnownSheet


def problems_of_headings(known: KnownSheet, language: str) -> tuple[Problem, ...]:
    """Columns that are missing, that appear twice, or that nobody declared. The heading itself is never repeated."""
    sheet, form, headings = known.sheet, known.form, known.headings
    at_row = sheet.rows[headings.position]

    def problem(code: str, level: Level, column: int, near: str | None = None) -> Problem:
        cell = f"{letters(column)}{at_row}"
        return Problem(code, level, sheet.name, cell, facts=(("letters", letters(column)),), suggestion=near)

    def facts(question: Question) -> tuple[tuple[str, str], ...]:
        return tuple(facts_of(question, language).items())

    missing = (each for each in form.questions if each.required and each.name not in headings.columns)
    return (
        *(Problem("missing_column", sheet=sheet.name, column=each.name, facts=facts(each)) for each in missing),
        *(problem("duplicate_heading", Level.ERROR, column) for column in headings.repeated),
        *(problem("unknown_column", Level.WARNING, column, near) for column, near in headings.unknown.items()),
        *(problem("column_without_heading", Level.WARNING, column) for column in headings.nameless),
    )


def typed_sheet(
    known: KnownSheet, missing: MissingWords, language: str, habits: Habits | None = None
) -> SheetUnderCheck:
    """The sheet's rows, typed, without rows that are wholly empty; what could not be read is found already."""
    sheet, columns = known.sheet, known.headings.columns
    which, rows = _rows_with_answers(known)
    texts = {name: sheet.columns[at].texts for name, at in columns.items()}
    read = read_rows(known.form, texts, which, rows, missing, habits or Habits())
    check = SheetUnderCheck(
        sheet=sheet.name,
        form=known.form,
        table=read.table,
        cells=read.cells,
        letters={name: letters(at) for name, at in columns.items()},
        language=language,
    )
    _note_cells_of_the_file(check, known)
    for question, unread in read.unread.items():
        for each in unread:
            if each.level is Level.ERROR:
                check.found(each.code, question, each.rows, suggestion=each.suggestion)
            else:
                check.kept_back.append((each.code, question, each.rows))
    return check


def _rows_with_answers(known: KnownSheet) -> tuple[pl.DataFrame, pl.Series]:
    """The rows where any declared column holds something, be it an error value, and their numbers in the sheet."""
    sheet, start = known.sheet, known.headings.data_from
    which = pl.DataFrame({name: sheet.columns[at].at for name, at in known.headings.columns.items()}).slice(start)
    rows = sheet.rows.slice(start)
    filled = which.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    broken = [position - start for position, _, _ in _cells_of_the_file(known) if position >= start]
    if broken:
        filled = filled | pl.Series(range(len(filled))).is_in(broken)
    return (which, rows) if filled.all() else (which.filter(filled), rows.filter(filled))


def _cells_of_the_file(known: KnownSheet) -> Iterator[tuple[int, str, str]]:
    """(position, question, code) of cells that read as empty because of how the file was made."""
    sheet = known.sheet
    questions = {column: name for name, column in known.headings.columns.items()}
    found = [
        *((row, column, "error_cell") for row, column in sheet.errors),
        *((row_of(cell), column_of(cell), "formula_without_value") for cell in sheet.without_value),
    ]
    for row, column, code in found:
        if column in questions:
            yield int(sheet.rows.search_sorted(row)), questions[column], code


def _note_cells_of_the_file(check: SheetUnderCheck, known: KnownSheet) -> None:
    for position, question, code in _cells_of_the_file(known):
        if position >= known.headings.data_from:
            row = int(check.table["sheet_row"].search_sorted(known.sheet.rows[position]))
            check.found(code, question, (row,))
    for merged in known.sheet.merged:
        _note_merged(check, known, *merged.split(":"))


def _note_merged(check: SheetUnderCheck, known: KnownSheet, first: str, last: str) -> None:
    """One problem a merged range of answers, at its first cell; the cells it swallowed get none."""
    numbers = check.table["sheet_row"]
    rows = range(int(numbers.search_sorted(row_of(first))), int(numbers.search_sorted(row_of(last), side="right")))
    columns = range(column_of(first), column_of(last) + 1)
    named = [name for name, column in known.headings.columns.items() if column in columns]
    if rows and named:
        check.found("merged_cells", named[0], rows[:1])
    for name in named:
        check.silence(name, rows)
