"""Rows of another instrument checked as our own rows are: the form's schema, dates, and rules. Stores nothing."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Level, Problem
from monitoring.domain.profile import Profile
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.habits import habits_of_file
from monitoring.intake.problem_list import problems_of
from monitoring.intake.profiles import findings
from monitoring.intake.profiles.in_our_words import translate
from monitoring.intake.profiles.layout import Layout
from monitoring.intake.sheets import columns_of
from monitoring.intake.tables import typed_sheet


@dataclass(frozen=True, slots=True)
class CheckedRows:
    """`rows` with anything filled in, `ready` those of them without an error, every problem, and the typed table."""

    rows: int
    ready: int
    problems: tuple[Problem, ...]
    table: pl.DataFrame | None = None


def check_rows_of(
    catalogue: Catalogue,
    profile: Profile,
    layout: Layout,
    form: Form,
    *,
    today: date,
    country: str | None,
    language: str,
    said: Habits,
) -> CheckedRows:
    """Every problem of the rows, each at its cell of the uploaded file. `said` are its habits of writing, as told."""
    from monitoring.intake.checking import apply_rules  # brings pandera, seconds long: not for a form definition

    translated = translate(layout, profile, form, said)
    filled = [*translated.known.headings.columns, *(constant.question for constant in profile.constants)]
    sheet = layout.sheet.name
    problems = [
        *translated.problems,
        *findings.of_form(form, filled, profile, sheet, country, language),
        *findings.of_birth(layout.columns, filled, profile, sheet),
    ]
    lacking = any(problem.code in ("column_needed", "country_needed") for problem in problems)
    rows = filled_rows(layout)
    if not rows:
        return CheckedRows(0, 0, (*problems, Problem("no_rows_filled_in", Level.WARNING, sheet)))
    habits = habits_of_file(columns_of([translated.known]), said)
    check = typed_sheet(translated.known, catalogue.missing, language, habits)
    _fill_constants(check, profile)
    if check.table.height < rows:
        facts = (("count", str(rows - check.table.height)),)
        problems.append(Problem("rows_without_answers", Level.WARNING, sheet, facts=facts))
    if check.table.height:
        _, of_workbook = apply_rules(catalogue, {form.name: check}, today=today, country=country, known=None)
        problems += of_workbook
    problems += findings.absent_once(check, profile)
    listed, _ = problems_of(check)
    problems += [findings.named_as_uploaded(problem, translated.behind) for problem in listed]
    return CheckedRows(rows, 0 if lacking else _ready(check, problems), tuple(problems), check.table)


def filled_rows(layout: Layout) -> int:
    """Rows with something in a column that has a heading. A counter without a heading fills nothing in."""
    headed = [*layout.columns.values(), *layout.added.values(), *layout.repeated, *layout.unknown]
    cells = pl.DataFrame({str(at): layout.sheet.columns[at].at for at in headed}).slice(layout.data_from)
    return int(cells.select(pl.any_horizontal(pl.all().is_not_null()).sum()).item())


def _fill_constants(check: SheetUnderCheck, profile: Profile) -> None:
    for constant in profile.constants:
        kind = check.table.schema[constant.question]
        value = constant.answer == "yes" if kind == pl.Boolean else constant.answer
        check.table = check.table.with_columns(pl.lit(value, kind).alias(constant.question))


def _ready(check: SheetUnderCheck, problems: list[Problem]) -> int:
    numbers = check.table["sheet_row"]
    bad = {int(numbers[row]) for row in check.rows_with_errors}
    bad |= {problem.row for problem in problems if problem.row and problem.level is Level.ERROR}
    return sum(number not in bad for number in numbers)
