"""The order in which the sheets of a workbook are checked, from headings to the last rule. Each step has its own file.

What is unreadable is found first, then what is not allowed in its column, then what contradicts other cells: so one bad
cell is one problem, and no rule is tried on what could not be read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from monitoring.domain.catalogue import Catalogue, MissingWords
from monitoring.domain.habits import Habits
from monitoring.domain.heading_answers import HeadingAnswers
from monitoring.domain.problem import Level, Problem
from monitoring.domain.verdict import SheetSummary, Verdict
from monitoring.intake.accounting import left_out, problems_of_lost_cells
from monitoring.intake.check_characters import check_characters
from monitoring.intake.checks import check_against_schema
from monitoring.intake.countries import find_country
from monitoring.intake.cross_sheets import check_dates, check_references
from monitoring.intake.days_from_1904 import note_plain_numbers
from monitoring.intake.findings import Part, SheetUnderCheck
from monitoring.intake.gate.choice import GateChoice
from monitoring.intake.gate.declared import in_unread_answers
from monitoring.intake.gate.gate import Passed, pass_gate
from monitoring.intake.gate.undeclared import with_harmless_names
from monitoring.intake.habits import habits_of_file, left_open
from monitoring.intake.heading_problems import problems_of_headings
from monitoring.intake.hidden_parts import problems_of_hidden
from monitoring.intake.limits import MAX_ROW
from monitoring.intake.look_alikes import point_at_rows
from monitoring.intake.not_checked import not_checked
from monitoring.intake.not_ours import NOT_OURS
from monitoring.intake.problem_list import in_order, problems_of
from monitoring.intake.rows import check_rows
from monitoring.intake.sheets import KnownSheet, Placed, columns_of, place_sheets
from monitoring.intake.stacked import by_form
from monitoring.intake.survivors import beside
from monitoring.intake.tables import typed_sheet
from monitoring.intake.unknown_headings import unknown_headings
from monitoring.intake.workbook import SheetAsRead

Known = Callable[[str], Mapping[str, pl.DataFrame]] | None
"""From a country to its current rows, by form; None where no store is at hand."""


def check_sheets(
    catalogue: Catalogue,
    sheets: list[SheetAsRead],
    *,
    today: date,
    country: str | None,
    known: Known,
    language: str,
    said: Habits,
    headings: HeadingAnswers,
    gate: GateChoice,
    of_file: Sequence[Problem] = (),
) -> dict[str, Any]:
    """Verdict, country, summaries, problems, tables and cells of a workbook that could be read. Empties `sheets`.

    `said` are the habits of writing that the office told, `headings` what it said of those we do not know, `gate` what
    it chose where people could be told; `of_file` are problems of the file itself.
    """
    of_names = with_harmless_names(sheets, language)
    found = place_sheets(sheets, catalogue, headings)
    placed = found.known
    passed = pass_gate(
        sheets, placed, found.refusals, of_names, gate, missing=catalogue.missing, country=country, language=language
    )
    if against := _against(found, passed):
        return _refused(country, against)
    of_sheets = [*of_file, *found.notes]
    of_sheets += [problem for each in passed.placed for problem in _of_sheet(each, catalogue.missing, language)]
    unknown = unknown_headings(passed.placed, catalogue.missing)
    passed_over = left_out(sheets, placed)
    habits = habits_of_file(columns_of(placed), said)
    checks = by_form(_typed(each, catalogue, language, habits) for each in passed.placed)
    without = passed.left_out
    sheets.clear()
    del found, placed, passed
    if identifying := [found for check in checks.values() for found in in_unread_answers(check, language)]:
        return _refused(country, identifying)
    if not any(check.table.height for check in checks.values()):
        return _refused(country, [Problem("empty_workbook")])
    found_country, of_workbook = apply_rules(catalogue, checks, today=today, country=country, known=known)
    outcome = _outcome(found_country, checks, [*of_workbook, *of_sheets, *without])
    outcome |= {"left_out": passed_over, "unknown_headings": unknown}
    outcome |= {"not_checked": () if known else not_checked(checks, catalogue.forms)}
    return {**outcome, "asks": left_open(outcome["problems"], said)}


def _against(found: Placed, passed: Passed) -> Sequence[Problem]:
    """Why the workbook is refused as a whole; nothing where it may go on.

    Of one that is known for something else that is said, whoever it names: nothing of it comes in.
    """
    refusals = tuple(each for each in found.refusals if each.sheet not in passed.sheets_left_out)
    if not found.known and any(each.code in NOT_OURS for each in refusals):
        return refusals
    return passed.kept_out or refusals


def _of_sheet(known: KnownSheet, missing: MissingWords, language: str) -> tuple[Problem, ...]:
    """What is wrong with a sheet before its answers are looked at."""
    return (*problems_of_headings(known, missing, language), *problems_of_lost_cells(known), *problems_of_hidden(known))


def _typed(known: KnownSheet, catalogue: Catalogue, language: str, habits: Habits) -> SheetUnderCheck:
    check = typed_sheet(known, catalogue.missing, language, habits)
    if known.sheet.counts_from_1904:
        note_plain_numbers(check)
    return check


def apply_rules(
    catalogue: Catalogue, checks: Mapping[str, SheetUnderCheck], *, today: date, country: str | None, known: Known
) -> tuple[str | None, tuple[Problem, ...]]:
    """Notes in each sheet what is wrong with its rows. Returns the workbook's country and its problems as a whole."""
    for check in checks.values():
        check_against_schema(check, catalogue)
        check_dates(check, today)
        check_characters(check)
    found_country, of_workbook = find_country(checks.values(), country)
    before = known(found_country) if known and found_country else {}
    for check in checks.values():
        point_at_rows(check, checks)
        check_references(check, checks, before, catalogue.forms)
    for check in checks.values():
        survivors = beside(check, checks.get("survivors"), before.get("survivors"), catalogue.forms.get("survivors"))
        check_rows(check, survivors.table, survivors.unsure, catalogue.rounds)
        check.tell_kept_back()
    return found_country, of_workbook


def _refused(country: str | None, problems: Iterable[Problem]) -> dict[str, Any]:
    return {"country": country, "verdict": Verdict.REFUSED, "problems": in_order(problems)}


def _outcome(country: str | None, checks: Mapping[str, SheetUnderCheck], others: Sequence[Problem]) -> dict[str, Any]:
    found = [problems_of(check) for check in checks.values()]
    problems = in_order([*others, *(problem for listed, _ in found for problem in listed)])
    ready = all(problem.level is Level.WARNING for problem in problems)
    return {
        "country": country,
        "verdict": Verdict.READY if ready else Verdict.NEEDS_FIXING,
        "sheets": tuple(summary for check in checks.values() for summary in _summaries(check)),
        "problems": problems,
        "tables": {name: check.table for name, check in checks.items()},
        "cells": {name: check.cells for name, check in checks.items()},
        "not_listed": sum(left_out for _, left_out in found),
    }


def _summaries(check: SheetUnderCheck) -> Iterator[SheetSummary]:
    """One a sheet: a form may stand on several."""
    wrong, start = check.rows_with_errors, 0
    for at, part in enumerate(check.parts or (Part(check.sheet, check.table.height, check.own_columns),)):
        bad = sum(start <= row < start + part.rows for row in wrong)
        yield SheetSummary(part.sheet, check.form.name, part.rows, part.rows - bad, at * MAX_ROW, part.columns)
        start += part.rows
