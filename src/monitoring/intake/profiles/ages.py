"""Birth dates become bands of age on a day of the same row. The dates stay in this module and go no further."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from monitoring.domain.age import age_on, band_of
from monitoring.domain.form import Question, QuestionType
from monitoring.domain.habits import Habits
from monitoring.intake.cells import Answer, Unread, reader_for
from monitoring.intake.habits import habits_of_column
from monitoring.intake.workbook import TextColumn

_DAY = Question("day", QuestionType.DATE, {})


def ages_in_bands(
    births: TextColumn, days: TextColumn, bands: Sequence[str], data_from: int, said: Habits
) -> tuple[pl.Series, Mapping[str, list[int]]]:
    """The band of every row (null where birth or day is missing), and by problem the positions of its rows.

    A birth that is no date is `not_a_date`, one that can be read in two ways `unclear_date` unless the office `said`
    how it writes dates, an age below 0 or beyond belief `age_cannot_be`.
    """
    born, on = _dates(births, said), _dates(days, said)
    found: list[str | None] = []
    problems: dict[str, list[int]] = {}
    for position, (birth, day) in enumerate(zip(births.at, days.at, strict=True)):
        band = None
        if birth is not None and position >= data_from:
            start, end = born[birth], on[day] if day is not None else None
            if isinstance(start, str):
                problems.setdefault(start, []).append(position)
            elif isinstance(end, date):
                band = band_of(age_on(start, end), bands)
                if band is None:
                    problems.setdefault("age_cannot_be", []).append(position)
        found.append(band)
    return pl.Series(found, dtype=pl.String), problems


def _dates(column: TextColumn, said: Habits) -> list[date | str]:
    """The date of each different text, or the code of the problem that it is none."""
    read = reader_for(_DAY, {}, habits_of_column(_DAY, column.texts, said))
    answers = map(read, column.texts)
    return [answer if isinstance(answer, date) else _code(answer) for answer in answers]


def _code(answer: Answer) -> str:
    return "unclear_date" if isinstance(answer, Unread) and answer.code == "unclear_date" else "not_a_date"
