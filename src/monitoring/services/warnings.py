"""Warnings of a checked workbook as an office answers them: grouped by cause, without those explained before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from monitoring.domain.answers import Answer, Cause
from monitoring.domain.form import Form
from monitoring.domain.people import Actor, Deed
from monitoring.domain.problem import Level, Problem
from monitoring.domain.submission import Submission
from monitoring.services.house import House
from monitoring.services.submissions import one
from monitoring.services.typed_sentences import said

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook


@dataclass(frozen=True, slots=True)
class Warnings:
    """`to_ask`: cause to the row numbers that nobody has explained yet. `before`: what was said of others earlier."""

    to_ask: Mapping[Cause, tuple[int, ...]]
    before: tuple[Answer, ...] = ()

    @property
    def cells_before(self) -> int:
        return sum(answer.cells for answer in self.before)


def warnings(actor: Actor, house: House, checked: "CheckedWorkbook") -> Warnings:
    """What of a workbook's warnings is asked, and what is not asked again. Raises NotAllowed."""
    asked = _asked(house, checked)
    if checked.country is None:
        actor.must(Deed.HAND_IN)
        return Warnings(asked)
    actor.must(Deed.HAND_IN, country=checked.country)
    before = house.store.answers_before(checked.country, checked.tables, asked) if asked else ()
    told = {(answer.cause, row) for answer in before for row in answer.rows}
    left = {cause: tuple(row for row in rows if (cause, row) not in told) for cause, rows in asked.items()}
    return Warnings({cause: rows for cause, rows in left.items() if rows}, before)


def cause_of(problem: Problem, checked: "CheckedWorkbook", forms: Mapping[str, Form]) -> Cause | None:
    """What an answer to this warning is for; None where it is of no cell of a declared question."""
    form_of = {sheet.sheet: sheet.form for sheet in checked.sheets}
    form = forms.get(form_of.get(problem.sheet or "") or "")
    if form is None or problem.row is None or problem.column is None or form.question(problem.column) is None:
        return None
    return Cause(problem.code, form.name, problem.column)


def row_of(problem: Problem, checked: "CheckedWorkbook") -> int | None:
    """The row of a problem's cell, as the tables number it: of a form's second sheet they count on."""
    return None if problem.row is None else problem.row + _counted_on(checked).get(problem.sheet or "", 0)


def answered(found: Warnings, reasons: Mapping[Cause, str], *, by: str, at: datetime) -> tuple[Answer, ...]:
    """The answers to keep with a hand-in: those typed now, and those of before in the words of then."""
    now = tuple(
        Answer(cause, said(reasons[cause]), by, at, len(rows), rows)
        for cause, rows in sorted(found.to_ask.items())
        if cause in reasons
    )
    return (*now, *found.before)


def left_open(found: Warnings, reasons: Mapping[Cause, str]) -> dict[Cause, tuple[int, ...]]:
    """What is handed in unexplained: it may be explained later."""
    return {cause: rows for cause, rows in found.to_ask.items() if cause not in reasons}


def open_ones(actor: Actor, house: House, submission: int) -> dict[Cause, tuple[int, ...]]:
    """Cells of a hand-in (cause to row numbers) with a warning that nobody has explained. Raises NotAllowed."""
    return house.store.open_warnings(one(actor, house, submission).id)


def explain(actor: Actor, house: House, submission: int, cause: Cause, reason: str) -> Submission:
    """Says of a hand-in, until it is accepted or withdrawn, why the warnings of one cause are right; returns it anew.

    Raises NotAllowed, NotSaid, AlreadyDecided, and NothingOpen where somebody was quicker.
    """
    found = one(actor, house, submission)
    actor.must(Deed.HAND_IN, country=found.country)
    house.store.explain(found.id, cause, said(reason), by=actor.name, at=house.now)
    return one(actor, house, submission)


def answers(actor: Actor, house: House, submission: int) -> tuple[Answer, ...]:
    """What the office said of a hand-in's warnings. Raises NotAllowed."""
    return house.store.answers(one(actor, house, submission).id)


def _counted_on(checked: "CheckedWorkbook") -> dict[str, int]:
    return {sheet.sheet: sheet.counted_on for sheet in checked.sheets}


def _asked(house: House, checked: "CheckedWorkbook") -> dict[Cause, tuple[int, ...]]:
    found: dict[Cause, list[int]] = {}
    counted_on = _counted_on(checked)
    for each in checked.problems:
        cause = cause_of(each, checked, house.catalogue.forms) if each.level is Level.WARNING else None
        if cause is not None and each.row is not None:
            found.setdefault(cause, []).append(each.row + counted_on.get(each.sheet or "", 0))
    return {cause: tuple(rows) for cause, rows in found.items()}
