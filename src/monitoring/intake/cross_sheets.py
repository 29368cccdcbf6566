"""Checks between sheets and against the calendar: codes that nobody listed, days to come. Prints no code of anybody."""

from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from monitoring.domain.form import Form, Question, QuestionType
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.near_codes import NearCodes
from monitoring.words import has, say

_UNKNOWN = {"survivors": "unknown_survivor", "providers": "unknown_provider"}
"""Sentences of their own; codes of any other form share one that names its sheet."""


def check_dates(check: SheetUnderCheck, today: date) -> None:
    """Notes days that lie ahead, in questions about what has happened, and days long before any return."""
    for question in check.form.questions:
        if question.type is not QuestionType.DATE:
            continue
        column = check.table[question.name]
        if not question.may_be_future:
            check.found("date_in_future", question.name, (column > today).arg_true(), today=today.isoformat())
        first_day = question.not_before
        check.found("date_too_early", question.name, (column < first_day).arg_true(), first_day=first_day.isoformat())


def check_references(
    check: SheetUnderCheck,
    sheets: Mapping[str, SheetUnderCheck],
    known: Mapping[str, pl.DataFrame],
    forms: Mapping[str, Form],
) -> None:
    """Notes codes that the sheet they refer to does not list, where that sheet is here or its rows are known."""
    for question in check.form.questions:
        target = question.refers_to
        if target and target in forms and (target in sheets or target in known):
            listed = _listed(forms[target].key[0], sheets.get(target), known.get(target))
            if listed is not None:
                _note_unknown(check, question, listed, sheets.get(target), forms[target])


def _listed(key: str, sheet: SheetUnderCheck | None, known: pl.DataFrame | None) -> dict[str, int | None] | None:
    """Each listed code, with its row if it is in this workbook.

    None where a row of the sheet lacks a readable code: any code that seems unknown may be that one, and one bad cell
    is to be one problem.
    """
    codes: dict[str, int | None] = dict.fromkeys(known[key].drop_nulls()) if known is not None else {}
    if sheet is None:
        return codes
    if key not in sheet.letters or sheet.table[key].null_count():
        return None
    return codes | dict(zip(sheet.table[key], sheet.table["sheet_row"], strict=True))


def _note_unknown(
    check: SheetUnderCheck,
    question: Question,
    listed: Mapping[str, int | None],
    sheet: SheetUnderCheck | None,
    target: Form,
) -> None:
    unknown = check.table.select(pl.col(question.name).drop_nulls().unique()).to_series().to_list()
    missing = {code for code in unknown if code not in listed}
    if not missing:
        return
    near = NearCodes({code: row for code, row in listed.items() if row is not None})
    column = check.table[question.name]
    rows = column.is_in(pl.Series(sorted(missing)).implode()).fill_null(value=False).arg_true()
    code = _UNKNOWN.get(target.name, "unknown_code")
    named = target.label.get(check.language) or target.label["en"]
    for near_row, group in _by_near_row(rows, column, near).items():
        hint = _near(near_row, sheet, check.language) if near_row and sheet else ""
        check.found(code, question.name, group, hint=hint, form=named)


def _near(row: int, sheet: SheetUnderCheck, language: str) -> str:
    spoken = language if has("problems.near_row", language) else "en"
    name, there = sheet.place_of_row(row)
    return say("problems.near_row", spoken, row=there, sheet=name)


def _by_near_row(rows: Iterable[int], column: pl.Series, near: NearCodes) -> dict[int | None, list[int]]:
    found: dict[str, int | None] = {}
    groups: dict[int | None, list[int]] = {}
    for row in rows:
        code = str(column[row])
        if code not in found:
            found[code] = near.row_near(code)
        groups.setdefault(found[code], []).append(row)
    return groups
