"""What one text means as an answer to one question: a value, a reason why there is none, or nothing readable.

Works on the different texts of a column, never cell by cell. Knows no rows and no sheets.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import ChoiceList, Missing, Question, QuestionType

_ALIKE = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u200b": None, "\ufeff": None})
_ISO_DATE = re.compile(r"((?:19|20|21)\d\d-\d\d-\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_SERIAL_DATE = re.compile(r"(\d{5})(?:\.0+)?")
_SERIAL_ORIGIN = date(1899, 12, 30)  # not 1 January 1900: Excel counts a 29 February 1900 that never was
_WHOLE = re.compile(r"([+-]?\d{1,18})(?:\.0+)?")
_CODE = re.compile(r"[A-Za-z0-9-]{4,40}")
_STRONG = re.compile(r"[;\n|]")
_DIGIT = re.compile(r"\d")
LARGEST_WHOLE = 2**31 - 1
_YES = ("yes", "oui", "true", "vrai", "1", "1.0")
_NO = ("no", "non", "false", "faux", "0", "0.0")

Value = str | bool | date | int


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that is no answer to the question. `code` is the problem's code; the text itself is not kept."""

    code: str


Answer = Value | Missing | Unread
Reader = Callable[[str], Answer]


def fold(text: str) -> str:
    """For comparing: lower case, any white space as one space, typographer's apostrophes and dashes as plain ones."""
    plain = text if text.isascii() else text.translate(_ALIKE)
    return " ".join(plain.split()).casefold()


def reasons_of(missing: MissingWords) -> dict[str, Missing]:
    """Every way to write why there is no answer, folded -> the reason."""
    return {fold(spelling): Missing(code) for spelling, code in missing.spellings.items()}


def reader_for(question: Question, reasons: Mapping[str, Missing]) -> Reader:
    """The function that reads the question's cells. What is on the question's own list is an answer, also "refused"."""
    read = _READERS[question.type](question)

    def answer(text: str) -> Answer:
        found = read(text)
        written_freely = question.type in _WRITTEN_FREELY and not _DIGIT.search(text)  # no reason has a digit
        return reasons.get(fold(text), found) if written_freely or isinstance(found, Unread) else found

    return answer


def nearest(question: Question, text: str) -> str | None:
    """The allowed answer that the text resembles most, as its code, or None where none is near."""
    if question.choices is None:
        return None
    table = spellings(question.choices)
    near = get_close_matches(fold(text), table, n=1, cutoff=0.6)
    return table[near[0]] if near else None


def spellings(choices: ChoiceList) -> dict[str, str]:
    """Every way to write an answer of the list -> its code: codes first, then labels in any language."""
    table = {fold(label): choice.code for choice in reversed(choices.choices) for label in choice.label.values()}
    return table | {fold(choice.code): choice.code for choice in choices.choices}


def _choice(question: Question) -> Reader:
    table = _table_of(question)
    return lambda text: table.get(fold(text)) or table.get(fold(text).removesuffix(".0")) or Unread("not_on_list")


def _several(question: Question) -> Reader:
    code_of = _code_finder(_table_of(question))
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


def _code_finder(table: Mapping[str, str]) -> Callable[[str], str | None]:
    """From a text to the code it stands for. Remembers: thousands of cells are made of the same dozen words."""
    return cache(lambda text: table.get(fold(text)))


def codes_named(text: str, code_of: Callable[[str], str | None]) -> list[str] | None:
    """The codes a cell names, each once, in its order. Separated by semicolon, line or comma; codes also by a space."""
    if whole := code_of(text):
        return [whole]
    codes: list[str | None] = []
    for part in filter(str.strip, _STRONG.split(text) if _STRONG.search(text) else text.split(",")):
        code = code_of(part)
        codes += [code] if code else map(code_of, part.split())
    return [code for code in dict.fromkeys(codes) if code] if codes and all(codes) else None


def _table_of(question: Question) -> dict[str, str]:
    return spellings(question.choices) if question.choices else {}


def _yes_no(_: Question) -> Reader:
    return lambda text: fold(text) in _YES if fold(text) in (*_YES, *_NO) else Unread("not_yes_or_no")


def _date(_: Question) -> Reader:
    def read(text: str) -> Answer:
        try:
            if iso := _ISO_DATE.fullmatch(text.strip()):
                return date.fromisoformat(iso[1])
            if serial := _SERIAL_DATE.fullmatch(text.strip()):
                return _SERIAL_ORIGIN + timedelta(days=int(serial[1]))
        except ValueError:
            pass
        return Unread("not_a_date")

    return read


def _whole(question: Question) -> Reader:
    def read(text: str) -> Answer:
        written = _WHOLE.fullmatch(text.strip())
        if not written:
            return Unread("not_a_number")
        number = int(written[1])
        return number if abs(number) <= LARGEST_WHOLE else Unread("out_of_range")

    return read


def _code(_: Question) -> Reader:
    return lambda text: text.strip() if _CODE.fullmatch(text.strip()) else Unread("not_a_code")


def _text(_: Question) -> Reader:
    return lambda text: " ".join(text.split())


_WRITTEN_FREELY = {QuestionType.CODE, QuestionType.TEXT}
_READERS: dict[QuestionType, Callable[[Question], Reader]] = {
    QuestionType.CODE: _code,
    QuestionType.TEXT: _text,
    QuestionType.CHOICE: _choice,
    QuestionType.SEVERAL: _several,
    QuestionType.RANKED: _several,
    QuestionType.YES_NO: _yes_no,
    QuestionType.DATE: _date,
    QuestionType.WHOLE: _whole,
}
