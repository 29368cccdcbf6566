"""Columns of text become typed columns: each different text is read once, then spread over the rows it stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from monitoring.derive.table_schema import type_of
from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Form, Missing, Question, QuestionType
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Level
from monitoring.intake.cells import Answer, Unread, meanings_of, reader_for
from monitoring.intake.dates import turned_by_a_program
from monitoring.intake.habits import habits_of_column
from monitoring.intake.listed_answers import nearest

_MOST_SUGGESTIONS = 200
"""Different texts of a column for which the nearest allowed answer is sought; it is slow, and more are of no help."""


TURNED = Unread("turned_dates", Level.WARNING)
"""Of a date that was read, and may be another day: only the whole column shows it."""


@dataclass(frozen=True, slots=True)
class UnreadRows:
    """Rows whose text is no answer, all for the same reason, with the same suggestion."""

    code: str
    suggestion: str | None
    rows: tuple[int, ...]
    level: Level = Level.ERROR


@dataclass(frozen=True, slots=True)
class ReadRows:
    """The rows of a sheet: typed, and as text. `unread` has what is no answer, by question."""

    table: pl.DataFrame
    cells: pl.DataFrame
    unread: Mapping[str, tuple[UnreadRows, ...]]


def read_rows(
    form: Form,
    texts: Mapping[str, Sequence[str]],
    which: pl.DataFrame,
    rows: pl.Series,
    missing: MissingWords,
    habits: Habits,
) -> ReadRows:
    """The answers of every row, read as the `habits` of the file have it.

    `texts` are the different texts of each question's column; `which` says, row by row, which of them stands there
    (UInt32; null: an empty cell). The table has every question in the form's order, whether the sheet has it or not,
    then `missing_answers` and `sheet_row`; the cells have the questions of the sheet as Enum, and `sheet_row`.
    """
    in_use = which.select(pl.all().drop_nulls().unique().implode()).row(0) if which.height else [[]] * which.width
    meanings = meanings_of(missing)
    columns = {
        name: _Column(question, texts[name], used, meanings, habits)
        for name, used in zip(which.columns, in_use, strict=True)
        if (question := form.question(name))
    }
    values = [
        columns[question.name].values
        if question.name in columns
        else pl.lit(None, type_of(question)).alias(question.name)
        for question in form.questions
    ]
    reasons = [column.reasons for column in columns.values() if column.reasons is not None]
    return ReadRows(
        table=which.with_columns(rows).select(*values, _missing_answers(reasons), rows.name),
        cells=which.with_columns(rows).select(*(column.as_text for column in columns.values()), rows.name),
        unread={name: told for name, column in columns.items() if (told := tuple(column.unread(which[name])))},
    )


class _Column:
    """One question's column: what each of its different texts means."""

    def __init__(
        self,
        question: Question,
        texts: Sequence[str],
        used: Sequence[int],
        meanings: Mapping[str, Missing | Unread | None],
        habits: Habits,
    ) -> None:
        read = reader_for(question, meanings, habits_of_column(question, [texts[which] for which in used], habits))
        self._question = question
        self._texts = texts
        self._used = used
        self._answers: dict[int, Answer] = {which: read(texts[which]) for which in used}
        self.failed = {which: answer for which, answer in self._answers.items() if isinstance(answer, Unread)}
        if question.type is QuestionType.DATE:
            turned = turned_by_a_program(texts[which] for which in used)
            self.failed |= {which: TURNED for which in used if texts[which] in turned}

    @property
    def values(self) -> pl.Expr:
        """The typed answers; null where there is none."""
        answers = {
            which: answer for which, answer in self._answers.items() if not isinstance(answer, (Missing, Unread))
        }
        return self._spread(answers, type_of(self._question))

    @property
    def reasons(self) -> pl.Expr | None:
        """`question=reason` where there is a reason instead of an answer; None if there is none anywhere."""
        name = self._question.name
        reasons = {
            which: f"{name}={answer if isinstance(answer, Missing) else Missing.UNREADABLE}"
            for which, answer in self._answers.items()
            if isinstance(answer, (Missing, Unread))
        }
        return self._spread(reasons, pl.String) if reasons else None

    @property
    def as_text(self) -> pl.Expr:
        """The texts themselves, each kept once, and only those of these rows."""
        numbers = {which: number for number, which in enumerate(self._used)}
        texts = pl.Enum([self._texts[which] for which in self._used])
        return self._spread(numbers, pl.UInt32).cat.to(texts)

    def unread(self, which: pl.Series) -> list[UnreadRows]:
        """Rows by reason and suggestion."""
        if not self.failed:
            return []
        hits = which.is_in(pl.Series(list(self.failed), dtype=pl.UInt32).implode()).arg_true()
        suggestions = {failed: self._suggestion(failed) for failed in list(self.failed)[:_MOST_SUGGESTIONS]}
        groups: dict[tuple[str, str | None], list[int]] = {}
        for row, text in zip(hits, which.gather(hits), strict=True):
            groups.setdefault((self.failed[text].code, suggestions.get(text)), []).append(row)
        return [UnreadRows(code, near, tuple(rows), self._level(code)) for (code, near), rows in groups.items()]

    def _level(self, code: str) -> Level:
        """What is needed in every row must be there, whatever stands in its place."""
        levels = {answer.code: answer.level for answer in self.failed.values()}
        is_needed = self._question.required and code != TURNED.code
        return Level.ERROR if is_needed else levels[code]

    def _suggestion(self, which: int) -> str | None:
        return nearest(self._question, self._texts[which]) if self.failed[which].code == "not_on_list" else None

    def _spread(self, meaning: Mapping[int, object], dtype: type[pl.DataType]) -> pl.Expr:
        each = pl.Series([meaning.get(which) for which in range(len(self._texts) + 1)], dtype=dtype)
        return pl.lit(each).gather(pl.col(self._question.name)).alias(self._question.name)


def _missing_answers(reasons: Sequence[pl.Expr]) -> pl.Expr:
    """The reasons of all columns, joined by spaces; null where a row has none."""
    if not reasons:
        return pl.lit(None, pl.String).alias("missing_answers")
    joined = pl.concat_str(reasons, separator=" ", ignore_nulls=True)
    return joined.replace("", None).alias("missing_answers")
