"""The gate itself: what of a workbook comes in, after looking at all of it. Fails closed: a find keeps it out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.problem import Problem
from monitoring.intake.gate.choice import GateChoice
from monitoring.intake.gate.declared import in_codes_and_names
from monitoring.intake.gate.findings import left_out
from monitoring.intake.gate.undeclared import in_notes, in_other_columns, in_unknown_sheets
from monitoring.intake.sheets import KnownSheet
from monitoring.intake.workbook import SheetAsRead


@dataclass(frozen=True, slots=True)
class Passed:
    """The sheets as they may go on; `kept_out` if the workbook may not; `left_out` what stays behind by choice."""

    placed: tuple[KnownSheet, ...]
    kept_out: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()

    @property
    def sheets_left_out(self) -> set[str | None]:
        return {problem.sheet for problem in self.left_out if problem.code == "left_out_sheet"}


def pass_gate(
    sheets: Sequence[SheetAsRead],
    placed: Sequence[KnownSheet],
    refusals: Sequence[Problem],
    before: Sequence[Problem],
    choice: GateChoice,
    *,
    missing: MissingWords,
    country: str | None,
    language: str,
) -> Passed:
    """What may go on.

    `refusals` are of sheets that could not be placed; `before` are findings made already, of things nobody declared,
    such as names of sheets.
    """
    other = [(known, list(in_other_columns(known, language))) for known in placed]
    undeclared = [
        *before,
        *in_notes(sheets, language),
        *in_unknown_sheets(sheets, placed, refusals, language),
        *(problem for _, found in other for _, problem in found),
    ]
    in_answers = tuple(in_codes_and_names(placed, missing, country, language))
    if in_answers or (undeclared and not choice.leave_out):
        return Passed(tuple(placed), kept_out=(*undeclared, *in_answers))
    return Passed(
        tuple(_without(known, {column for column, _ in found}) for known, found in other),
        left_out=tuple(map(left_out, undeclared)),
    )


def _without(known: KnownSheet, columns: set[int]) -> KnownSheet:
    """The sheet without a word about columns that are left out: that they are is said once."""
    headings = known.headings
    unknown = {at: near for at, near in headings.unknown.items() if at not in columns}
    nameless = tuple(at for at in headings.nameless if at not in columns)
    return replace(known, headings=replace(headings, unknown=unknown, nameless=nameless))
