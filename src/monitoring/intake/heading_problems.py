"""What is wrong with the columns of a sheet as a whole, before any answer is read. The heading is never repeated."""

from collections.abc import Iterator

import polars as pl

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Question, QuestionType
from monitoring.domain.problem import Level, Problem
from monitoring.intake.addresses import letters
from monitoring.intake.cells import Unread, meanings_of, reader_for
from monitoring.intake.problem_list import MOST_OF_A_KIND
from monitoring.intake.questions_in_words import facts_of
from monitoring.intake.sheets import KnownSheet

_READ_BY_CHANCE = (QuestionType.TEXT, QuestionType.CODE)
"""Any title would do as an answer to these."""


def problems_of_headings(known: KnownSheet, missing: MissingWords, language: str) -> tuple[Problem, ...]:
    """Columns that are missing, that appear twice, or that nobody declared; rows that others replace."""
    sheet, form, headings = known.sheet, known.form, known.headings
    at_row = sheet.rows[headings.position]

    def problem(code: str, level: Level, column: int, near: str | None = None) -> Problem:
        cell = f"{letters(column)}{at_row}"
        return Problem(code, level, sheet.name, cell, facts=(("letters", letters(column)),), suggestion=near)

    def facts(question: Question) -> tuple[tuple[str, str], ...]:
        return tuple(facts_of(question, language).items())

    there = {*headings.columns, *known.joined.inherited}
    needed = () if _is_empty_repeat(known) else form.questions
    absent = (each for each in needed if each.required and each.name not in there)
    return (
        *(Problem("missing_column", sheet=sheet.name, column=each.name, facts=facts(each)) for each in absent),
        *(problem("duplicate_heading", Level.ERROR, column) for column in headings.repeated),
        *(problem("two_headings", Level.ERROR, column) for column in headings.two_meanings),
        *(problem("unknown_column", Level.WARNING, column, near) for column, near in headings.unknown.items()),
        *(problem("column_left_out", Level.WARNING, column) for column in headings.left_out),
        *(problem("column_without_heading", Level.WARNING, column) for column in headings.nameless),
        *_rows_above(known, missing),
        *_replaced(known),
    )


def _is_empty_repeat(known: KnownSheet) -> bool:
    """A repeat without a row says of no submission that it belongs to it, so nothing can be found to be missing."""
    if known.joined.pointer is None:
        return False
    return known.sheet.columns[known.joined.pointer].at.slice(known.headings.data_from).count() == 0


def _rows_above(known: KnownSheet, missing: MissingWords) -> Iterator[Problem]:
    """Rows above the headings that read as answers to them: titles do not, and nobody may lose a row in silence."""
    sheet, headings = known.sheet, known.headings
    meanings = meanings_of(missing)
    for position in range(headings.position):
        told = [
            not isinstance(reader_for(question, meanings)(column.texts[which]), Unread)
            for at, name in headings.of_columns.items()
            if (which := (column := sheet.columns[at]).at[position]) is not None
            and (question := known.form.question(name))
            and question.type not in _READ_BY_CHANCE
        ]
        if len(told) > 1 and sum(told) * 2 > len(told):
            yield Problem("row_above_headings", sheet=sheet.name, cell=f"A{sheet.rows[position]}")


def _replaced(known: KnownSheet) -> Iterator[Problem]:
    """One warning a row that was sent again later; how many there are stands in each."""
    replaced = known.joined.replaced
    if replaced is None:
        return
    columns = {str(at): known.sheet.columns[at].at for at in known.headings.of_columns}
    filled = pl.DataFrame(columns).select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    rows = known.sheet.rows.filter(replaced & filled)
    first = letters(min(known.headings.of_columns))
    facts = (("count", str(len(rows))),)
    for row in rows.head(MOST_OF_A_KIND):
        yield Problem("sent_again", Level.WARNING, known.sheet.name, f"{first}{row}", facts=facts)
