"""Tries a profile against a file, from its bytes to a verdict and a report. Writes nothing, and hands nothing in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

import polars as pl

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Level, Problem
from monitoring.domain.profile import Profile, Weights
from monitoring.domain.profile_report import ProfileReport
from monitoring.domain.verdict import SheetSummary, Verdict
from monitoring.intake.check import CheckedWorkbook
from monitoring.intake.habits import left_open
from monitoring.intake.preflight import Refused
from monitoring.intake.problem_list import in_order
from monitoring.intake.profiles import findings
from monitoring.intake.profiles.form_definition import DefinitionRead, find_definition, read_definition
from monitoring.intake.profiles.layout import Layout, added_questions, find_layout, other_sheets
from monitoring.intake.profiles.report import names_mapped, report_of_definition, report_of_sheet
from monitoring.intake.profiles.rows import CheckedRows, check_rows_of
from monitoring.intake.profiles.scores import read_numbers
from monitoring.intake.profiles.summaries import summaries_of
from monitoring.intake.workbook import Reading, SheetAsRead, problem_of


@dataclass(frozen=True, slots=True)
class Tried:
    """A file after a profile was tried against it. `report` is None where the file was refused."""

    checked: CheckedWorkbook
    report: ProfileReport | None


@dataclass(frozen=True, slots=True)
class Trial:
    """Everything that a profile is tried with. `weights` are the office's own, where it keeps any."""

    catalogue: Catalogue
    profile: Profile
    weights: Weights | None
    today: date
    country: str | None = None
    language: str = "en"
    said: Habits = field(default_factory=Habits)

    @property
    def form(self) -> Form | None:
        return self.catalogue.forms[self.profile.form] if self.profile.form else None


def try_profile(trial: Trial, content: bytes, file: str) -> Tried:
    """What the profile makes of a workbook's bytes. A file that does not fit is an answer, not an error."""
    fingerprint = sha256(content).hexdigest()
    try:
        sheets = Reading(content, file).sheets()
        outcome = _tried(trial, sheets)
    except Refused as refusal:
        problem = problem_of(refusal)
        return Tried(CheckedWorkbook(file, fingerprint, trial.country, Verdict.REFUSED, problems=(problem,)), None)
    ready = all(problem.level is Level.WARNING for problem in outcome.problems)
    checked = CheckedWorkbook(
        file=file,
        fingerprint=fingerprint,
        country=trial.country,
        verdict=Verdict.READY if ready else Verdict.NEEDS_FIXING,
        sheets=(outcome.sheet,),
        problems=in_order(outcome.problems),
        tables=outcome.tables,
        asks=left_open(outcome.problems, trial.said),
    )
    return Tried(checked, outcome.report)


@dataclass(frozen=True, slots=True)
class _Outcome:
    sheet: SheetSummary
    problems: Sequence[Problem]
    report: ProfileReport
    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict)


def _tried(trial: Trial, sheets: Sequence[SheetAsRead]) -> _Outcome:
    """Raises Refused where neither a form definition nor a sheet of the instrument is found."""
    if definition := find_definition(sheets):
        return _of_definition(trial, read_definition(*definition, trial.profile, trial.form))
    layout = find_layout(sheets, trial.profile, trial.form)
    if layout is None:
        raise Refused("not_this_instrument", instrument=findings.in_language(trial.profile.label, trial.language))
    problems = [
        *findings.of_headings(layout, trial.profile, names_mapped(trial.profile)),
        *findings.of_left_out(layout.columns, trial.profile, layout.sheet.name, trial.language),
        *(Problem("sheet_left_out", Level.WARNING, name) for name in other_sheets(sheets, layout)),
    ]
    if trial.form is None:
        return _of_scores(trial, layout, problems)
    checked = _rows(trial, layout, trial.form)
    problems += checked.problems
    summary = SheetSummary(layout.sheet.name, trial.form.name, checked.rows, checked.ready)
    report = report_of_sheet(trial.profile, trial.form, layout, checked.rows)
    return _Outcome(summary, problems, report, {} if checked.table is None else {trial.form.name: checked.table})


def _rows(trial: Trial, layout: Layout, form: Form) -> CheckedRows:
    return check_rows_of(
        trial.catalogue,
        trial.profile,
        layout,
        form,
        today=trial.today,
        country=trial.country,
        language=trial.language,
        said=trial.said,
    )


def _of_scores(trial: Trial, layout: Layout, problems: list[Problem]) -> _Outcome:
    numbers = read_numbers(layout, trial.profile, trial.catalogue.missing)
    problems += numbers.problems
    if not numbers.rows:
        problems.append(Problem("no_rows_filled_in", Level.WARNING, layout.sheet.name))
    summary = SheetSummary(layout.sheet.name, None, numbers.rows, numbers.rows - numbers.rows_with_errors)
    summaries = tuple(summaries_of(numbers, trial.profile, trial.weights))
    report = report_of_sheet(trial.profile, None, layout, numbers.rows)
    version = trial.weights.version if trial.weights else None
    return _Outcome(summary, problems, replace(report, summaries=summaries, weights=version))


def _of_definition(trial: Trial, read: DefinitionRead) -> _Outcome:
    """A form without answers: nothing to count, and everything to say about what its data would lack."""
    known = [asked.known for asked in read.questions if asked.known]
    filled = {column.question for column in trial.profile.columns if column.name in known} | {*added_questions(known)}
    problems = [
        Problem("form_definition", Level.WARNING, read.sheet),
        *findings.of_left_out(known, trial.profile, read.sheet, trial.language),
        *read.problems,
    ]
    if trial.form:
        problems += findings.of_form(trial.form, filled, trial.profile, read.sheet, trial.country, trial.language)
        problems += findings.of_birth(known, filled, trial.profile, read.sheet)
    report = report_of_definition(trial.profile, read)
    return _Outcome(SheetSummary(read.sheet, None, 0, 0), problems, report)
