"""What becomes of each different text of a column in a cleaned copy: its answer, a new code, or an empty cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from monitoring.domain.catalogue import MissingWords
from monitoring.domain.form import Missing, Question, QuestionType
from monitoring.intake.cells import Reader, Unread, fold, reader_for, reasons_of
from monitoring.intake.clean.new_codes import NewCodes
from monitoring.intake.sheets import KnownSheet
from monitoring.protection.identifiers.codes import in_codes
from monitoring.protection.identifiers.sentences import in_sentence
from monitoring.protection.identifiers.texts import in_text

Written = str | int | date | None
_PEOPLE = "survivors"


class Cleaner:
    """Reads the texts of all columns of codes first, since one person's code stands in many sheets."""

    def __init__(self, placed: Sequence[KnownSheet], missing: MissingWords, country: str | None) -> None:
        self._reasons = reasons_of(missing)
        codes = dict.fromkeys(
            text.strip() for known, question in codes_of_people(placed) for text in _texts(known, question)
        )
        listed = [code for code in codes if fold(code) not in self._reasons]
        self.codes = frozenset(listed)
        self.telling = frozenset(listed[at] for at in in_codes(listed, country))

    def meanings(self, known: KnownSheet, question: Question, new: NewCodes) -> Mapping[int, Written]:
        """What is written for each different text of the column, by its place among them."""
        read = reader_for(question, self._reasons)
        return {at: self._one(text, known, question, read, new) for at, text in enumerate(_texts(known, question))}

    def _one(self, text: str, known: KnownSheet, question: Question, read: Reader, new: NewCodes) -> Written:
        if is_code_of_people(known, question):
            code = text.strip()
            return new.code_for(code) if code in self.telling or code in new.given else code
        answer = read(text)
        if question.type is QuestionType.TEXT:
            return None if in_text(text) else text
        if isinstance(answer, Unread):
            return None if in_sentence(text) else text
        if question.type is QuestionType.CODE:
            return None if in_text(text) else text
        if isinstance(answer, bool):
            return "yes" if answer else "no"
        return str(answer) if isinstance(answer, Missing) else answer


def codes_of_people(placed: Sequence[KnownSheet]) -> Iterator[tuple[KnownSheet, Question]]:
    """Every column that holds codes of survivors."""
    for known in placed:
        for name in known.headings.columns:
            question = known.form.question(name)
            if question and is_code_of_people(known, question):
                yield known, question


def is_code_of_people(known: KnownSheet, question: Question) -> bool:
    """Whether the column holds codes of survivors, today's or earlier ones."""
    return question.type is QuestionType.CODE and (question.refers_to or known.form.name) == _PEOPLE


def _texts(known: KnownSheet, question: Question) -> Sequence[str]:
    return known.sheet.columns[known.headings.columns[question.name]].texts
