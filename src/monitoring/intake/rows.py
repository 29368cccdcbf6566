"""Tries every rule on every row, but only where all that the rule uses was read: the rest has its problem already."""

from collections.abc import Sequence

import polars as pl

from monitoring.domain.rounds import Round
from monitoring.intake.findings import SheetUnderCheck
from monitoring.intake.trials import SURVIVOR, WITHOUT_INTERVIEW, Trial, answer_columns, columns_used, trials_of

_FOLLOWS_FROM_IT = {"sensitive_not_allowed", "not_applicable_answer"}
"""Not told of rows that have answers without an interview: the one mistake is the cause of the other."""


def check_rows(check: SheetUnderCheck, survivors: pl.DataFrame, unsure: set[int], rounds: Sequence[Round]) -> None:
    """Notes what the rules do not allow.

    `survivors` has, row by row, the survivor's own answers as survivor__name, and days_since_return. `unsure` are the
    rows whose survivor could not be read in full.
    """
    trials = tuple(trials_of(check.form, rounds))
    if not trials or not check.table.height:
        return
    helpers = answer_columns(check.form, columns_used(check.form))
    table = pl.concat([check.table, survivors], how="horizontal").with_columns(**helpers)
    broken = table.select(trial.expression.fill_null(value=False).alias(str(at)) for at, trial in enumerate(trials))
    silent: set[int] = set()
    for trial, hits in zip(trials, broken, strict=True):
        rows = set(hits.arg_true()) if hits.any() else set()
        if rows:
            rows -= _not_read(check, trial, unsure) | (silent if trial.code in _FOLLOWS_FROM_IT else set())
            check.found(trial.code, trial.column, sorted(rows), level=trial.level, **trial.facts)
        if trial.code == WITHOUT_INTERVIEW:
            silent = rows


def _not_read(check: SheetUnderCheck, trial: Trial, unsure: set[int]) -> set[int]:
    own = {name if check.form.question(name) else name.partition("__")[0] for name in trial.uses}
    of_survivor = any(name.startswith(SURVIVOR) or name == "days_since_return" for name in trial.uses)
    return check.spoilt(own) | (unsure if of_survivor else set())
