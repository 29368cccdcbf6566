"""From findings to Problems: one a cell, grouped by cause, errors first, the biggest group first."""

from collections import Counter
from collections.abc import Iterable

from monitoring.domain.problem import Level, Problem
from monitoring.intake.findings import Finding, SheetUnderCheck

MOST_OF_A_KIND = 5_000
"""Problems listed for one cause in one column. A column that is wrong throughout needs no 50,000 addresses."""


def problems_of(check: SheetUnderCheck) -> tuple[list[Problem], int]:
    """The sheet's problems, and how many more there are that are not listed one by one."""
    listed: Counter[tuple[str, str]] = Counter()
    problems: list[Problem] = []
    left_out = 0
    for finding in check.findings:
        kind = (finding.code, finding.column)
        room = MOST_OF_A_KIND - listed[kind]
        rows = finding.rows[: max(room, 0)]
        left_out += len(finding.rows) - len(rows)
        listed[kind] += len(rows)
        problems += [_problem(check, finding, row) for row in rows]
    return problems, left_out


def _problem(check: SheetUnderCheck, finding: Finding, row: int) -> Problem:
    sheet, cell = check.place_of(finding.column, row)
    return Problem(
        code=finding.code,
        level=finding.level,
        sheet=sheet,
        cell=cell,
        column=finding.column,
        facts=finding.facts,
        suggestion=finding.suggestion,
    )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors before warnings; then by cause (code, sheet and column), the most frequent first; then down the sheet."""
    listed = list(problems)
    size = Counter(_cause(problem) for problem in listed)

    def place(problem: Problem) -> tuple[object, ...]:
        cause = _cause(problem)
        return (problem.level is Level.WARNING, -size[cause], cause, problem.row or 0, problem.cell or "")

    return tuple(sorted(listed, key=place))


def _cause(problem: Problem) -> tuple[str, str, str]:
    return (problem.code, problem.sheet or "", problem.column or "")
