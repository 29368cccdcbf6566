"""What one text means as an answer to one question: a value, a reason why there is none, or nothing readable.

Works on the different texts of a column, never cell by cell. Knows no rows and no sheets.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Missing, Question, QuestionType
from monitoring.domain.habits import Habits
from monitoring.domain.problem import Level
from monitoring.intake.characters import bare, fold, in_latin, plain, tidy
from monitoring.intake.dates import Unclear, read_date
from monitoring.intake.listed_answers import code_finder, codes_named, table_of
from monitoring.intake.numbers import NotClear, read_whole

_CODE = re.compile(r"[A-Za-z0-9-]{4,40}")
_DIGIT = re.compile(r"\d")
LARGEST_WHOLE = 2**31 - 1
_YES = ("yes", "y", "oui", "true", "vrai", "1", "1.0")
_NO = ("no", "n", "non", "false", "faux", "0", "0.0")

Value = str | bool | date | int


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that is no answer to the question. `code` is the problem's code; the text itself is not kept."""

    code: str
    level: Level = Level.ERROR


Answer = Value | Missing | Unread | None
"""None is a blank: nothing is said, not even why."""
Reader = Callable[[str], Answer]
NO_ANSWER_BY_NUMBER = Unread("missing_code", Level.WARNING)
"""-99 and its like: surely no answer, and every office means something else by it."""


def reasons_of(missing: MissingWords) -> dict[str, Missing | None]:
    """Every way to write why there is no answer, or that the cell is blank, folded and bare -> the reason, or None."""
    reasons: dict[str, Missing | None] = dict.fromkeys(map(fold, missing.blanks))
    reasons |= {bare(spelling): Missing(code) for spelling, code in missing.spellings.items()}
    return reasons | {fold(spelling): Missing(code) for spelling, code in missing.spellings.items()}


def meanings_of(missing: MissingWords) -> dict[str, Missing | Unread | None]:
    """The reasons, and the numbers that stand for a missing answer."""
    numbers = dict.fromkeys(missing.numbers, NO_ANSWER_BY_NUMBER)
    return {**numbers, **reasons_of(missing)}


def reader_for(
    question: Question, meanings: Mapping[str, Missing | Unread | None], habits: Habits | None = None
) -> Reader:
    """The function that reads the question's cells. What is on the question's own list is an answer, also "refused".

    `meanings`: what may stand in any cell in place of an answer, as `meanings_of` has it. `habits` hold for the column.
    """
    read = _READERS[question.type](question, habits or Habits())
    is_free = question.type in _WRITTEN_FREELY
    below_all = question.type is QuestionType.WHOLE and (question.minimum or 0) >= 0

    def answer(text: str) -> Answer:
        found = read(text)
        is_below = below_all and isinstance(found, int) and found < 0
        if not (isinstance(found, Unread) or is_below or (is_free and _may_be_a_reason(text))):
            return found
        spelling = fold(text).removesuffix(".0")
        if spelling not in meanings:
            spelling = bare(spelling)
        return meanings.get(spelling, found) if spelling else None

    return answer


def _may_be_a_reason(text: str) -> bool:
    """Nearly every code has a digit, and no reason has one but a number below 0."""
    return text[:1] == "-" or not _DIGIT.search(text)


def _choice(question: Question, _: Habits) -> Reader:
    table = table_of(question)
    return lambda text: table.get(fold(text)) or table.get(fold(text).removesuffix(".0")) or Unread("not_on_list")


def _several(question: Question, _: Habits) -> Reader:
    code_of = code_finder(table_of(question))
    order = {choice.code: at for at, choice in enumerate(question.choices.choices)} if question.choices else {}
    ranked = question.type is QuestionType.RANKED

    def read(text: str) -> Answer:
        named = codes_named(text, code_of)
        if named is None:
            return Unread("not_on_list")
        if "none" in named and len(named) > 1:
            return Unread("none_with_others")
        if question.at_most and len(named) > question.at_most:
            return Unread("too_many_named")
        return " ".join(named if ranked else sorted(named, key=order.__getitem__))

    return read


def _yes_no(_: Question, __: Habits) -> Reader:
    return lambda text: fold(text) in _YES if fold(text) in (*_YES, *_NO) else Unread("not_yes_or_no")


def _date(_: Question, habits: Habits) -> Reader:
    def read(text: str) -> Answer:
        day = read_date(text, habits.dates)
        if isinstance(day, Unclear):
            return Unread("unclear_date")
        return Unread("not_a_date") if day is None else day

    return read


def _whole(_: Question, habits: Habits) -> Reader:
    def read(text: str) -> Answer:
        number = read_whole(text, habits.decimals)
        if isinstance(number, NotClear):
            return Unread("unclear_number")
        if number is None:
            return Unread("not_a_number")
        return number if abs(number) <= LARGEST_WHOLE else Unread("out_of_range")

    return read


def _code(_: Question, __: Habits) -> Reader:
    def read(text: str) -> Answer:
        code = plain(text).strip()
        if _CODE.fullmatch(code):
            return code
        if _CODE.fullmatch(in_latin(code)):
            return Unread("look_alike_letters")
        return Unread("not_a_code")

    return read


def _text(_: Question, __: Habits) -> Reader:
    return tidy


_WRITTEN_FREELY = {QuestionType.CODE, QuestionType.TEXT}
_READERS: dict[QuestionType, Callable[[Question, Habits], Reader]] = {
    QuestionType.CODE: _code,
    QuestionType.TEXT: _text,
    QuestionType.CHOICE: _choice,
    QuestionType.SEVERAL: _several,
    QuestionType.RANKED: _several,
    QuestionType.YES_NO: _yes_no,
    QuestionType.DATE: _date,
    QuestionType.WHOLE: _whole,
}
