"""Birth dates become bands of age on a day of the same row. The dates stay in this module and go no further."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from monitoring.domain.age import age_on, band_of
from monitoring.domain.form import Question, QuestionType
from monitoring.intake.cells import reader_for
from monitoring.intake.workbook import TextColumn

_read_date = reader_for(Question("day", QuestionType.DATE, {}), {})


def ages_in_bands(
    births: TextColumn, days: TextColumn, bands: Sequence[str], data_from: int
) -> tuple[pl.Series, Mapping[str, list[int]]]:
    """The band of every row (null where birth or day is missing), and by problem the positions of its rows.

    A birth that is no date is `not_a_date`, an age below 0 or beyond belief `age_cannot_be`.
    """
    born, on = _dates(births), _dates(days)
    found: list[str | None] = []
    problems: dict[str, list[int]] = {}
    for position, (birth, day) in enumerate(zip(births.at, days.at, strict=True)):
        band = None
        if birth is not None and position >= data_from:
            start, end = born[birth], on[day] if day is not None else None
            if start is None:
                problems.setdefault("not_a_date", []).append(position)
            elif end is not None:
                band = band_of(age_on(start, end), bands)
                if band is None:
                    problems.setdefault("age_cannot_be", []).append(position)
        found.append(band)
    return pl.Series(found, dtype=pl.String), problems


def _dates(column: TextColumn) -> list[date | None]:
    """The date of each different text; None for what is no date."""
    answers = (_read_date(text) for text in column.texts)
    return [answer if isinstance(answer, date) else None for answer in answers]
