"""Checks a typed table against its schema: required answers, lists, limits, the key. Knows no other sheet."""

from collections.abc import Iterator

import polars as pl

from monitoring.derive.pandera_alone import errors
from monitoring.derive.table_schema import NOT_ON_LIST, OUT_OF_RANGE, table_schema
from monitoring.domain.catalogue import Catalogue
from monitoring.intake.findings import SheetUnderCheck

_CODES = {NOT_ON_LIST: NOT_ON_LIST, OUT_OF_RANGE: OUT_OF_RANGE, "not_nullable": "required_answer"}
_TWICE = "multiple_fields_uniqueness"


def check_against_schema(check: SheetUnderCheck, catalogue: Catalogue) -> None:
    """Notes every cell that the form's schema does not allow, and every row that repeats an earlier one's key."""
    failures = list(_failures(check, catalogue))
    for question in check.form.questions:
        mine = [(code, rows) for column, code, rows in failures if column == question.name]
        if question.name in check.letters:  # a column that is missing is one problem, told before
            for code, rows in mine:
                check.found(_CODES[code], question.name, rows)
    for _, code, rows in failures:
        if code == _TWICE:
            _note_repeated_keys(check, rows)


def _failures(check: SheetUnderCheck, catalogue: Catalogue) -> Iterator[tuple[str | None, str, list[int]]]:
    """(column, what failed, rows). Taken from pandera's columns alone: its messages and frames quote cells."""
    try:
        table_schema(catalogue, check.form.name).validate(check.table, lazy=True)
    except errors.SchemaErrors as mistakes:
        cases = mistakes.failure_cases.select("column", "check", "index")
        for (column, failed), rows in cases.group_by("column", "check", maintain_order=True):
            yield column, failed, rows["index"].to_list()


def _note_repeated_keys(check: SheetUnderCheck, rows: list[int]) -> None:
    """At the first column of the key, naming the earlier row. Rows whose key is not whole are left out."""
    key = check.form.key
    needed = [question.name for question in check.form.questions if question.required and question.name in key]
    look = check.table.select(
        pl.col("sheet_row"),
        pl.col("sheet_row").first().over(key).alias("earlier"),
        pl.all_horizontal(pl.col(needed).is_not_null()).alias("whole"),
    )
    unread = check.spoilt(key)
    for row in rows:
        number, earlier, whole = look.row(row)
        if whole and earlier != number and row not in unread:
            check.found("duplicate_key", key[0], (row,), same_row=check.row_in_words(earlier))
