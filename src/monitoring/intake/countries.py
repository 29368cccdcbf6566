"""A workbook belongs to exactly one country: which one, and what speaks against it. Repeats no country of a cell."""

from collections.abc import Iterable

import polars as pl

from monitoring.domain.problem import Problem
from monitoring.intake.findings import SheetUnderCheck


def find_country(checks: Iterable[SheetUnderCheck], asked: str | None) -> tuple[str | None, tuple[Problem, ...]]:
    """The workbook's country: the one that most rows name, or the one asked for where no row names any.

    Rows of another country are noted in their sheets; what concerns the whole workbook comes back as Problems.
    """
    with_country = [check for check in checks if check.form.question("country") and check.table.height]
    columns = [check.table["country"].drop_nulls() for check in with_country]
    counts = pl.concat([pl.Series("country", [], pl.String), *columns]).value_counts(sort=True)
    named = sorted(counts.rows(), key=lambda row: (-row[1], row[0]))
    if not named:
        lost = asked is None and not with_country
        return asked, (Problem("no_country"),) if lost else ()
    country = asked if asked in {name for name, _ in named} else str(named[0][0])
    for check in with_country:
        others = (check.table["country"] != country).fill_null(value=False).arg_true()
        check.found("several_countries", "country", others)
    other = asked is not None and asked != country
    return country, (Problem("other_country", facts=(("asked", asked or ""),)),) if other else ()
