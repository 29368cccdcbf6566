"""Checked workbooks as intake gives them, made of typed rows: for what happens after the check."""

from collections.abc import Mapping, Sequence

import polars

from monitoring.domain.problem import Level, Problem
from monitoring.domain.verdict import SheetSummary, Verdict
from monitoring.intake.check import CheckedWorkbook


def checked_rows(
    country: str,
    tables: Mapping[str, polars.DataFrame],
    *,
    name: str,
    warnings: Sequence[tuple[str, str, str, int]] = (),
) -> CheckedWorkbook:
    """`warnings` are (code, form, question, row number); `name` stands for the file's bytes too."""
    return CheckedWorkbook(
        file=f"{name}.xlsx",
        fingerprint=name.encode().hex().ljust(64, "0")[:64],
        country=country,
        verdict=Verdict.READY,
        sheets=tuple(SheetSummary(form, form, table.height, table.height) for form, table in tables.items()),
        problems=tuple(
            Problem(code, Level.WARNING, form, f"C{row}", question) for code, form, question, row in warnings
        ),
        tables=tables,
        cells={form: table.select("sheet_row") for form, table in tables.items()},
    )
