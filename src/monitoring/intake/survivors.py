"""The survivors that a workbook speaks of: its own sheet first, then those handed in before. Finds no mistakes."""

from dataclasses import dataclass

import polars as pl

from monitoring.derive.table_schema import type_of
from monitoring.domain.form import Form
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.trials import SURVIVOR, columns_used

_UNSURE = "survivor is unsure"
_DAYS = "days_since_return"
_ALWAYS = {"return_date", "age_band"}


@dataclass(frozen=True, slots=True)
class Beside:
    """The survivor's answers beside each row of a sheet, and the rows whose survivor could not be read in full."""

    table: pl.DataFrame
    unsure: set[int]


def beside(
    check: SheetUnderCheck, survivors: SheetUnderCheck | None, known: pl.DataFrame | None, form: Form | None
) -> Beside:
    """What the rules of a sheet need of the survivors, row by row; null where the survivor is not known.

    `form` is the survivors' form, `known` the rows handed in before.
    """
    used = {name.removeprefix(SURVIVOR) for name in columns_used(check.form) if name.startswith(SURVIVOR)}
    questions = [each for each in form.questions if each.name in used | _ALWAYS] if form else []
    people = _people(survivors, known, [question.name for question in questions])
    if people is None or not check.form.refers_to_survivors:
        types = {SURVIVOR + each.name: type_of(each) for each in questions} | {_DAYS: pl.Int32}
        return Beside(pl.DataFrame(schema=types).clear(check.table.height), set())
    joined = check.table.select("survivor_id").join(people, on="survivor_id", how="left", maintain_order="left")
    unsure = set(joined[_UNSURE].fill_null(value=False).arg_true())
    table = joined.drop("survivor_id", _UNSURE).rename(lambda name: SURVIVOR + name)
    return Beside(table.with_columns(_days(check)), unsure)


def _days(check: SheetUnderCheck) -> pl.Expr:
    if check.form.question("contact_date") is None:
        return pl.lit(None, pl.Int32).alias(_DAYS)
    days = pl.lit(check.table["contact_date"]) - pl.col(SURVIVOR + "return_date")
    return days.dt.total_days().cast(pl.Int32).alias(_DAYS)


def _people(survivors: SheetUnderCheck | None, known: pl.DataFrame | None, wanted: list[str]) -> pl.DataFrame | None:
    """One row a survivor: code, wanted answers (null where a cell has an error), and whether any cell has one."""
    parts = []
    if survivors is not None:
        doubtful = pl.Series(range(survivors.table.height)).is_in(sorted(survivors.rows_with_errors)).alias(_UNSURE)
        parts.append(survivors.without_spoilt(wanted).select("survivor_id", *wanted).with_columns(doubtful))
    if known is not None:
        parts.append(known.select("survivor_id", *wanted).with_columns(pl.lit(value=False).alias(_UNSURE)))
    if not parts:
        return None
    return pl.concat(parts).drop_nulls("survivor_id").unique("survivor_id", keep="first", maintain_order=True)
