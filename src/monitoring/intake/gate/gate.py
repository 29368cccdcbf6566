"""The gate itself: what of a workbook comes in, after looking at all of it. Fails closed: a find keeps it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.problem import Level, Problem
from monitoring.intake.addresses import letters
from monitoring.intake.gate.choice import WITHOUT_QUESTION, GateChoice, Way, find_of
from monitoring.intake.gate.declared import in_codes_and_names, may_stay_behind
from monitoring.intake.gate.findings import left_out, said_harmless
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
    chosen = [_without_questions(known, choice) for known in placed]
    other = [(known, list(in_other_columns(known, language))) for known in chosen]
    undeclared = [
        *before,
        *in_notes(sheets, language),
        *in_unknown_sheets(sheets, placed, refusals, language),
        *(problem for _, found in other for _, problem in found),
    ]
    in_answers = list(in_codes_and_names(chosen, missing, country, language))
    said = [_is_said_harmless(problem, choice) for problem in in_answers]
    excused = [problem for problem, harmless in zip(in_answers, said, strict=True) if harmless]
    against = [problem for problem, harmless in zip(in_answers, said, strict=True) if not harmless]
    if against or (undeclared and not choice.leave_out):
        return Passed(tuple(placed), kept_out=(*(() if choice.leave_out else undeclared), *against))
    dropped = (problem for known in chosen for problem in _of_dropped(known))
    return Passed(
        tuple(_without(known, {column for column, _ in found}) for known, found in other),
        left_out=(*map(left_out, undeclared), *map(said_harmless, excused), *dropped),
    )


def _is_said_harmless(problem: Problem, choice: GateChoice) -> bool:
    found = find_of(problem)
    return found is not None and Way.SAY in found.ways and found.codes_of in choice.harmless


def _without_questions(known: KnownSheet, choice: GateChoice) -> KnownSheet:
    """The sheet less the questions that the office chose to hand in without, as far as they may stay behind."""
    chosen = {question for form, question in choice.without if form == known.form.name}
    gone = {each.name for each in known.form.questions if each.name in chosen and may_stay_behind(known.form, each)}
    return replace(known, headings=known.headings.less(gone)) if gone else known


def _of_dropped(known: KnownSheet) -> Iterator[Problem]:
    at_row = known.sheet.rows[known.headings.position]
    for at in known.headings.without:
        cell, facts = f"{letters(at)}{at_row}", (("letters", letters(at)),)
        yield Problem(WITHOUT_QUESTION, Level.WARNING, known.sheet.name, cell, facts=facts)


def _without(known: KnownSheet, columns: set[int]) -> KnownSheet:
    """The sheet without a word about columns that are left out: that they are is said once."""
    headings = known.headings
    unknown = {at: near for at, near in headings.unknown.items() if at not in columns}
    nameless = tuple(at for at in headings.nameless if at not in columns)
    return replace(known, headings=replace(headings, unknown=unknown, nameless=nameless))
