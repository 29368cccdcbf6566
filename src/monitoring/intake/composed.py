"""Several columns of one question become one, row by row: versions of a form, answers together and one by one.

Where two columns of a row say different things, neither is chosen in silence.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from monitoring.domain.form import Missing, Question
from monitoring.domain.habits import Habits
from monitoring.intake.cells import Answer, Unread, reader_for
from monitoring.intake.characters import fold
from monitoring.intake.habits import habits_of_column
from monitoring.intake.headings import Headings
from monitoring.intake.listed_answers import spellings
from monitoring.intake.text_columns import together
from monitoring.intake.ticked_answers import ticked_together
from monitoring.intake.workbook import SheetAsRead, TextColumn


@dataclass(frozen=True, slots=True)
class Composed:
    """One question's column made of several. `conflicts` are positions of rows in which two mean different things."""

    column: TextColumn
    columns: tuple[int, ...]
    conflicts: tuple[int, ...]

    def column_at(self, position: int, sheet: SheetAsRead) -> int:
        """Where in the sheet the row's answer stands: the first column that has anything, or none of them has.

        In a row with two answers it is the last: the one to look at beside the first.
        """
        filled = [at for at in self.columns if sheet.columns[at].at[position] is not None]
        if position in self.conflicts:
            return filled[-1]
        return filled[0] if filled else self.columns[0]


def composed(
    sheet: SheetAsRead,
    headings: Headings,
    question: Question,
    meanings: Mapping[str, Missing | Unread | None],
    habits: Habits,
) -> Composed | None:
    """None for a question with one column, which is left as it stands."""
    ticks = headings.ticked.get(question.name, {})
    whole = headings.whole_columns(question.name)
    if len(whole) == 1 and not ticks:
        return None
    sources = [sheet.columns[at] for at in whole]
    if ticks:
        spelt = spellings(question.choices) if question.choices else {}
        sources.append(ticked_together(sheet, ticks, spelt))
    texts = [text for source in sources for text in source.texts]
    read = reader_for(question, meanings, habits_of_column(question, texts, habits))
    column, differ = _one_of(sources, read)
    return Composed(column, (*whole, *ticks), tuple(differ))


def _one_of(sources: Sequence[TextColumn], read: Callable[[str], Answer]) -> tuple[TextColumn, list[int]]:
    """The first text of each row, and the rows in which another means something else. Texts are compared as read.

    What reads as a blank (a dash, say) gives way to a text in another column.
    """
    texts, shifted = together(sources)
    if len(sources) == 1:
        return TextColumn(texts, shifted.to_series()), []
    numbers: dict[object, int] = {}
    said = [_meaning(text, read) for text in texts]
    meant = pl.Series([None if each is None else numbers.setdefault(each, len(numbers)) for each in said] + [None])
    meant = meant.cast(pl.UInt32)
    answered = [pl.when(meant.gather(which).is_not_null()).then(which) for which in shifted]
    first = shifted.select(pl.coalesce(*answered, pl.all())).to_series()
    of_first = meant.gather(first)
    differ = pl.DataFrame({name: meant.gather(which) != of_first for name, which in shifted.to_dict().items()})
    rows = differ.select(pl.any_horizontal(pl.all().fill_null(value=False))).to_series()
    return TextColumn(texts, first), rows.arg_true().to_list()


def _meaning(text: str, read: Callable[[str], Answer]) -> object:
    answer = read(text)
    if answer is None:
        return None
    return ("unread", fold(text)) if isinstance(answer, Unread) else (type(answer).__name__, answer)
