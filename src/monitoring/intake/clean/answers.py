"""What becomes of each different text of a column in a cleaned copy: itself, a new code, or an empty cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Question, QuestionType
from monitoring.domain.habits import Habits
from monitoring.intake.answers import SheetAnswers
from monitoring.intake.cells import Reader, Unread, meanings_of, reader_for
from monitoring.intake.clean.new_codes import NewCodes
from monitoring.intake.habits import habits_of_column
from monitoring.protection.identifiers.codes import in_codes
from monitoring.protection.identifiers.kinds import Kind
from monitoring.protection.identifiers.sentences import in_sentence
from monitoring.protection.identifiers.texts import in_text

Written = str | int | date | None
_PEOPLE = "survivors"
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00)?)?")


class Cleaner:
    """Reads the texts of all columns of codes first, since one person's code stands in many sheets."""

    def __init__(
        self, placed: Sequence[SheetAnswers], missing: MissingWords, country: str | None, habits: Habits
    ) -> None:
        self._meanings = meanings_of(missing)
        self._habits = habits
        codes = dict.fromkeys(
            _code(text, read)
            for known, question in codes_of_people(placed)
            for read in [reader_for(question, self._meanings)]
            for text in _texts(known, question)
        )
        listed = [code for code in codes if code is not None]
        self.codes = frozenset(listed)
        self.telling = frozenset(listed[at] for at in in_codes(listed, country))

    def meanings(self, known: SheetAnswers, question: Question, new: NewCodes) -> Mapping[int, Written]:
        """What is written for each different text of the column, by its place among them."""
        read = reader_for(question, self._meanings, habits_of_column(question, _texts(known, question), self._habits))
        return {at: self._one(text, known, question, read, new) for at, text in enumerate(_texts(known, question))}

    def _one(self, text: str, known: SheetAnswers, question: Question, read: Reader, new: NewCodes) -> Written:
        if is_code_of_people(known, question):
            code = _code(text, read)
            return new.code_for(code) if code in self.telling or code in new.given else text
        if question.type in (QuestionType.CODE, QuestionType.TEXT):
            return None if _tells(text, question) else text
        answer = read(text)
        if isinstance(answer, date):
            return answer
        return None if isinstance(answer, Unread) and in_sentence(text) else _as_written(text)


def _code(text: str, read: Reader) -> str | None:
    """The code that a text stands for, one for all its spellings; None where it is a reason why there is none."""
    answer = read(text)
    if isinstance(answer, Unread):
        return text.strip()
    return answer if type(answer) is str else None


def _tells(text: str, question: Question) -> Kind | None:
    found = in_codes([text]).get(0) if question.type is QuestionType.CODE else None
    return in_text(text) or (found if found not in (Kind.INITIALS_WITH_YEAR, Kind.NAME) else None)


def _as_written(text: str) -> Written:
    """The same text; days and numbers as such where they can be read in one way only, for those who go on in Excel."""
    if day := _DAY.fullmatch(text.strip()):
        try:
            return date.fromisoformat(day[1])
        except ValueError:
            return text
    return int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) and str(int(text)) == text else text


def codes_of_people(placed: Sequence[SheetAnswers]) -> Iterator[tuple[SheetAnswers, Question]]:
    """Every column that holds codes of survivors."""
    for known in placed:
        for name in known.columns:
            question = known.known.form.question(name)
            if question and is_code_of_people(known, question):
                yield known, question


def is_code_of_people(known: SheetAnswers, question: Question) -> bool:
    """Whether the column holds codes of survivors, today's or earlier ones."""
    return question.type is QuestionType.CODE and (question.refers_to or known.known.form.name) == _PEOPLE


def _texts(known: SheetAnswers, question: Question) -> Sequence[str]:
    return known.columns[question.name].texts
