"""A sheet of another instrument as a sheet of ours: same rows, same columns, same addresses, our words in the cells.

So the checks of our own rows apply to it unchanged, and every problem still names a cell of the uploaded file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from monitoring.domain.form import Form
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Level, Problem
from monitoring.domain.profile import Profile, ProfileColumn, Transformation
from monitoring.intake.addresses import letters
from monitoring.intake.headings import Headings
from monitoring.intake.problem_list import MOST_OF_A_KIND
from monitoring.intake.profiles.ages import ages_in_bands
from monitoring.intake.profiles.answers import NOT_MAPPED, InOurWords, blanks_and_reasons, reading_of
from monitoring.intake.profiles.layout import Layout
from monitoring.intake.sheets import KnownSheet
from monitoring.intake.workbook import SheetAsRead, TextColumn


@dataclass(frozen=True, slots=True)
class Translated:
    """The sheet as one of ours, their column behind each question, and problems that only the profile can find."""

    known: KnownSheet
    behind: Mapping[str, ProfileColumn]
    problems: tuple[Problem, ...]


def translate(layout: Layout, profile: Profile, form: Form, said: Habits) -> Translated:
    """Every column that the profile maps, in our words; columns of ours that the office added stay as they are."""
    return _Translation(layout, profile, form, said).done()


class _Translation:
    def __init__(self, layout: Layout, profile: Profile, form: Form, said: Habits) -> None:
        self._layout = layout
        self._said = said
        self._form = form
        self._missing = blanks_and_reasons(profile.missing)
        self._here = [column for column in profile.columns if column.name in layout.columns]
        self._columns = list(layout.sheet.columns)
        self._questions: dict[str, int] = dict(layout.added)
        self._problems: list[Problem] = []

    def done(self) -> Translated:
        alone = [each for each in self._here if each.transform is not Transformation.COMBINE]
        for column in sorted(alone, key=lambda each: each.transform is Transformation.BIRTH_TO_BAND):
            at = self._layout.columns[column.name]
            if column.transform is Transformation.BIRTH_TO_BAND:
                self._count_ages(column, at)
            else:
                self._columns[at] = self._read(column, at)
                self._questions[column.question] = at
        for question in dict.fromkeys(each.question for each in self._here if each not in alone):
            self._combine([each for each in self._here if each.question == question], question)
        headings = Headings(self._layout.top, self._layout.data_from, self._questions)
        sheet = replace(self._layout.sheet, columns=tuple(self._columns))
        behind = {column.question: column for column in reversed(self._here)}
        return Translated(KnownSheet(sheet, self._form, headings), behind, tuple(self._problems))

    def _read(self, column: ProfileColumn, at: int) -> TextColumn:
        question = self._form.question(column.question)
        assert question, "the declarations were checked"
        old = self._layout.sheet.columns[at]
        read = reading_of(column, question, self._missing)
        answers = [read(text) for text in old.texts]
        self._note(column, at, answers, old.at)
        different = list(dict.fromkeys(answer.text for answer in answers if answer.text is not None))
        places = {text: place for place, text in enumerate(different)}  # several of theirs may be one of ours
        each = pl.Series([places.get(answer.text or "") for answer in answers], dtype=pl.UInt32)
        return TextColumn(different, each.gather(old.at) if answers else old.at)

    def _note(self, column: ProfileColumn, at: int, answers: Sequence[InOurWords], which: pl.Series) -> None:
        """A problem for each cell whose text has no counterpart. It names the declared answers, never the cell's."""
        for code in sorted({answer.problem for answer in answers if answer.problem}):
            texts = [position for position, answer in enumerate(answers) if answer.problem == code]
            rows = which.slice(self._layout.data_from).is_in(pl.Series(texts, dtype=pl.UInt32).implode()).arg_true()
            level = Level.WARNING if code == NOT_MAPPED else Level.ERROR
            facts = _said_of(column)
            for row in rows[:MOST_OF_A_KIND]:
                cell = f"{letters(at)}{self._layout.sheet.rows[self._layout.data_from + row]}"
                self._problems.append(Problem(code, level, self._layout.sheet.name, cell, column.name, facts))

    def _combine(self, columns: Sequence[ProfileColumn], question: str) -> None:
        """The flags of several columns as one answer, at the first of them."""
        places = [self._layout.columns[column.name] for column in columns]
        read = [self._read(column, at) for column, at in zip(columns, places, strict=True)]
        joined = pl.DataFrame({str(at): _texts(column) for at, column in zip(places, read, strict=True)}).select(
            pl.concat_str(pl.all(), separator=" ", ignore_nulls=True).replace("", None).alias("joined")
        )["joined"]
        self._columns[places[0]] = _encoded(joined)
        self._questions[question] = places[0]
        self._problems += _error_cells(self._layout.sheet, columns[1:], places[1:])

    def _count_ages(self, column: ProfileColumn, at: int) -> None:
        """Left out where the day is not in the file: an age on an unknown day is no answer."""
        day = self._questions.get(column.on or "")
        question = self._form.question(column.question)
        if day is None or question is None or question.choices is None:
            return
        births = self._read(column, at)
        bands, problems = ages_in_bands(
            births, self._columns[day], question.choices.codes, self._layout.data_from, self._said
        )
        self._columns[at] = _encoded(bands)
        self._questions[column.question] = at
        for code, rows in problems.items():
            cells = (f"{letters(at)}{self._layout.sheet.rows[row]}" for row in rows[:MOST_OF_A_KIND])
            facts = _said_of(column)
            self._problems += [
                Problem(code, Level.ERROR, self._layout.sheet.name, cell, column.name, facts) for cell in cells
            ]


def _said_of(column: ProfileColumn) -> tuple[tuple[str, str], ...]:
    return (("label", column.name), ("allowed", allowed_of(column)), ("declared", "; ".join(column.not_mapped)))


def allowed_of(column: ProfileColumn) -> str:
    """The instrument's answers as the profile declares them, in short."""
    known = [*column.answers, *column.not_mapped]
    return "; ".join(known[:8]) + (f"; … (+{len(known) - 8})" if len(known) > 8 else "")


def _error_cells(sheet: SheetAsRead, columns: Iterable[ProfileColumn], places: Iterable[int]) -> Iterator[Problem]:
    for column, at in zip(columns, places, strict=True):
        for row, where in sheet.errors:
            if where == at:
                yield Problem(
                    "error_cell", Level.ERROR, sheet.name, f"{letters(at)}{row}", column.name, _said_of(column)
                )


def _texts(column: TextColumn) -> pl.Series:
    return pl.Series([*column.texts], dtype=pl.String).gather(column.at) if column.texts else column.at.cast(pl.String)


def _encoded(texts: pl.Series) -> TextColumn:
    """A column of texts, each kept once."""
    different = texts.drop_nulls().unique().to_list()
    places = {text: at for at, text in enumerate(different)}
    return TextColumn(different, pl.Series([places.get(text) for text in texts], dtype=pl.UInt32))
