"""How answers are printed: sentences for people, one JSON document for programs, CSV for figures."""

import csv
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitoring.domain.figures import Figure, FigureRequest
from monitoring.domain.problem import Problem
from monitoring.domain.submission import Changes, Submission
from monitoring.domain.verdict import LeftOut, NotChecked
from monitoring.services.expected import Expected
from monitoring.words import say
from monitoring.words.problem_text import fix, message

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

NUMBERS = ("value", "numerator", "denominator", "low", "high", "due", "interviewed", "answered", "withheld")


def print_json(document: Any) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def checked_document(
    checked: "CheckedWorkbook",
    submission: int | None = None,
    changes: Changes | None = None,
    language: str = "en",
) -> dict[str, Any]:
    """What `check` and `load` print with --json; sentences in the language."""
    return {
        "verdict": checked.verdict.value,
        "file": checked.file,
        "sheets": [
            {"sheet": each.sheet, "form": each.form, "rows": each.rows, "ready": each.ready} for each in checked.sheets
        ],
        "problems": [problem_document(problem, language) for problem in checked.problems],
        "submission": submission,
        "changes": changes_document(changes),
        "left_out": [left_out_document(each, language) for each in checked.left_out],
        "not_checked": [not_checked_document(each, language) for each in checked.not_checked],
    }


def left_out_document(each: LeftOut, language: str) -> dict[str, Any]:
    said = say(f"accounts.left_out.{each.why}", language, sheet=each.sheet, cells=each.cells)
    return {"sheet": each.sheet, "cells": each.cells, "message": said}


def not_checked_document(each: NotChecked, language: str) -> dict[str, Any]:
    said = say(f"accounts.not_checked.{each.what}", language, sheet=each.sheet, **dict(each.facts))
    return {"what": each.what, "sheet": each.sheet, "column": each.column, "message": said}


def problem_document(problem: Problem, language: str = "en") -> dict[str, Any]:
    return {
        "code": problem.code,
        "level": problem.level.value,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "column": problem.column,
        "message": message(problem, language),
        "fix": fix(problem, language),
    }


def changes_document(changes: Changes | None) -> dict[str, int] | None:
    if changes is None:
        return None
    return {
        "new": changes.new,
        "changed": changes.changed,
        "unchanged": changes.unchanged,
        "missing": changes.missing,
    }


def print_problems(problems: Iterable[Problem]) -> None:
    """One line a problem: where, what, what to do."""
    for problem in problems:
        where = problem.file and f"{problem.file}: {problem.key or ''}".rstrip(": ")
        cell = " ".join(filter(None, [problem.sheet, problem.cell]))
        print(f"  {problem.level.value:7} {where or cell or '-'}: {message(problem)} {fix(problem)}")


def submission_document(each: Submission) -> dict[str, Any]:
    changes = changes_document(each.changes) or {}
    return {
        "id": each.id,
        "country": each.country,
        "file": each.file,
        "fingerprint": each.fingerprint,
        "handed_in_by": each.handed_in_by,
        "handed_in_at": each.handed_in_at.isoformat(timespec="seconds"),
        "status": each.status.value,
        "decided_by": each.decided_by,
        "reason": each.reason,
        "rows": each.rows,
        "warnings": each.warnings,
        "open_warnings": each.open_warnings,
        "drop_reason": each.drop_reason,
        "changes": changes,
    }


def expected_document(each: Expected) -> dict[str, Any]:
    """One office and one quarter of what is expected."""
    return {
        "country": each.country,
        "quarter": str(each.quarter),
        "due": each.due.isoformat(),
        "state": each.state.value,
        "late_by": each.late_by,
        "submission": each.submission,
    }


def figure_documents(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """One document a figure: grouping columns, `months` where any figure is a risk by months, indicator, numbers."""
    listed = list(figures)
    has_months = any(figure.months is not None for figure in listed)
    return [figure_document(figure, has_months=has_months) for figure in listed]


def print_figures(figures: Iterable[Figure], request: FigureRequest) -> None:
    """CSV: the grouping columns, then the indicator and its numbers; an empty cell is unknown or withheld."""
    documents = figure_documents(figures)
    months = ["months"] if any("months" in each for each in documents) else []
    out = io.StringIO()
    writer = csv.DictWriter(out, [*request.by, *months, "indicator", *NUMBERS], lineterminator="\n")
    writer.writeheader()
    writer.writerows(documents)
    print(out.getvalue(), end="")


def figure_document(figure: Figure, *, has_months: bool | None = None) -> dict[str, Any]:
    """One figure; with `months` where told to, or else where it has them."""
    numbers = {name: _rounded(getattr(figure, name)) for name in NUMBERS}
    is_by_months = figure.months is not None if has_months is None else has_months
    months = {"months": figure.months} if is_by_months else {}
    return {**dict(figure.group), **months, "indicator": figure.indicator, **numbers}


def _rounded(number: Any) -> Any:
    """Six decimals; a count stays a count, also where the database calls it a decimal number."""
    if isinstance(number, bool) or number is None:
        return number
    return int(number) if float(number).is_integer() and not isinstance(number, float) else round(float(number), 6)


def definition_problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "file": problem.file,
        "key": problem.key,
        "message": message(problem),
        "fix": fix(problem),
    }


def refuse(reason: str, **facts: object) -> int:
    """Says on standard error why nothing was done; the exit status of a refusal."""
    print(say(f"refusals.{reason}", "en", **facts), file=sys.stderr)
    return 2


def write_file(path: Path, content: bytes, *, ending: str | None = None, as_json: bool = False) -> int:
    """Writes a file and says so. With an ending that it is to have, nothing else is written over by mistake."""
    if ending and path.suffix.lower() != ending:
        return refuse("wrong_ending", ending=ending)
    try:
        path.write_bytes(content)
    except OSError:
        return refuse("cannot_write", file=path)
    if as_json:
        print_json({"written": str(path)})
    else:
        print(say("commands.written", file=path))
    return 0
