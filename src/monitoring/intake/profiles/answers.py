"""What one text of another instrument is in our words. Works on the different texts of a column, never cell by cell."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.domain.age import band_of
from monitoring.domain.form import Question
from monitoring.domain.profile import DateOrder, ProfileColumn, Transformation
from monitoring.intake.characters import fold
from monitoring.intake.listed_answers import codes_named

NOT_MAPPED = "answer_not_mapped"
_NO_COUNTERPART = "\0"
_WRITTEN_DATE = re.compile(r"(\d{1,4})[./ -](\d{1,2})[./ -](\d{1,4})")
_AGE = re.compile(r"\d{1,3}")
_BLANK = "blank"


@dataclass(frozen=True, slots=True)
class InOurWords:
    """A text for our own reader, or None for a blank; and the code of a problem that only the profile can know."""

    text: str | None
    problem: str | None = None


Reading = Callable[[str], InOurWords]


def plain(text: str) -> str:
    """For comparing answers: as headings and cells are compared, and 1.0 is 1."""
    return fold(text).removesuffix(".0")


def blanks_and_reasons(missing: Mapping[str, tuple[str, ...]]) -> dict[str, str | None]:
    """Every way in which the instrument writes a missing answer -> our reason, or None for a plain blank."""
    return {
        plain(spelling): None if reason == _BLANK else reason
        for reason, spellings in missing.items()
        for spelling in spellings
    }


def reading_of(column: ProfileColumn, question: Question, missing: Mapping[str, str | None]) -> Reading:
    """The function that reads one text of the column. What it cannot read it leaves for our own reader to refuse."""
    read = _READINGS[column.transform](column, question)

    def answer(text: str) -> InOurWords:
        spelling = plain(text)
        return InOurWords(missing[spelling]) if spelling in missing else read(text)

    return answer


def _rename(_: ProfileColumn, __: Question) -> Reading:
    return InOurWords


def _map_answers(column: ProfileColumn, _: Question) -> Reading:
    table = _table(column)

    def read(text: str) -> InOurWords:
        ours = table.get(plain(text), text)
        return InOurWords(None, NOT_MAPPED) if ours == _NO_COUNTERPART else InOurWords(ours or None)

    return read


def _several(column: ProfileColumn, _: Question) -> Reading:
    table = _table(column)

    def read(text: str) -> InOurWords:
        named = codes_named(text, lambda part: table.get(plain(part)))
        if named is None:
            return InOurWords(text)
        ours = " ".join(code for code in named if code != _NO_COUNTERPART)
        return InOurWords(ours or None, NOT_MAPPED if _NO_COUNTERPART in named else None)

    return read


def _flag(column: ProfileColumn, _: Question) -> Reading:
    """A flag that is none of the declared ones has no text to give: its columns are joined before they are read."""
    table = _table(column)

    def read(text: str) -> InOurWords:
        ours = table.get(plain(text))
        if ours == _NO_COUNTERPART:
            return InOurWords(None, NOT_MAPPED)
        return InOurWords(None, "not_on_list") if ours is None else InOurWords(ours or None)

    return read


def _date(column: ProfileColumn, _: Question) -> Reading:
    order = [DateOrder.YEAR_MONTH_DAY, DateOrder.DAY_MONTH_YEAR, DateOrder.MONTH_DAY_YEAR].index(column.order)
    year, month, day = ((1, 2, 3), (3, 2, 1), (3, 1, 2))[order]

    def read(text: str) -> InOurWords:
        found = _WRITTEN_DATE.fullmatch(text.strip())
        try:
            written = date(int(found[year]), int(found[month]), int(found[day])).isoformat() if found else text
        except ValueError:  # not for our own reader, which might find another order: the column's is declared
            return InOurWords(None, "not_a_date")
        return InOurWords(written)

    return read


def _age(_: ProfileColumn, question: Question) -> Reading:
    bands = question.choices.codes if question.choices else ()

    def read(text: str) -> InOurWords:
        spelling = plain(text)
        if not _AGE.fullmatch(spelling):
            return InOurWords(text)
        band = band_of(int(spelling), bands)
        return InOurWords(band, None if band else "age_cannot_be")

    return read


def _table(column: ProfileColumn) -> dict[str, str]:
    return {
        **{plain(theirs): ours for theirs, ours in column.answers.items()},
        **{plain(theirs): _NO_COUNTERPART for theirs in column.not_mapped},
    }


_READINGS: dict[Transformation, Callable[[ProfileColumn, Question], Reading]] = {
    Transformation.RENAME: _rename,
    Transformation.MAP_ANSWERS: _map_answers,
    Transformation.SPLIT_SEVERAL: _several,
    Transformation.COMBINE: _flag,
    Transformation.PARSE_DATE: _date,
    Transformation.AGE_TO_BAND: _age,
    Transformation.BIRTH_TO_BAND: _rename,  # the day it is counted on stands in another column: see ages.py
}
