"""Which question an unknown heading probably means: by its words, and by how well the cells beneath it would answer.

Answers with names of questions only; neither heading nor cell is repeated.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from monitoring.domain.form import Missing, Question, QuestionType
from monitoring.intake.cells import Unread, reader_for
from monitoring.intake.vocabulary import heading_key
from monitoring.intake.workbook import TextColumn

_NEAR = 0.6
"""From here on two headings are near enough to say so in a sentence."""

_LIKELY = 0.45
"""From here on a question is proposed."""

_FITS = 0.5
"""So many of the cells must be answers to a question."""

_TELLS = 0.6
"""Kinds of question of which it says something that the cells could answer them."""

_LOOKED_AT = 200
"""Different texts of a column that are tried as answers."""

_TELLING: Mapping[QuestionType, float] = {
    QuestionType.CHOICE: 1.0,
    QuestionType.SEVERAL: 1.0,
    QuestionType.RANKED: 1.0,
    QuestionType.DATE: 0.8,
    QuestionType.YES_NO: 0.7,
    QuestionType.WHOLE: 0.6,
    QuestionType.CODE: 0.3,
    QuestionType.TEXT: 0.0,
}
"""How much it says for a question that the cells could answer it: any words are a text, few are on a list."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question that a heading may mean. `likeness` is 0 to 1."""

    question: str
    likeness: float


def nearest_question(text: str, questions: Collection[Question]) -> str | None:
    """The question whose name or label the heading resembles most, or None where none is near."""
    found = max(((_resemblance(text, each), each.name) for each in questions), default=(0.0, None))
    return found[1] if found[0] >= _NEAR else None


def proposals(
    text: str, column: TextColumn, questions: Sequence[Question], meanings: Mapping[str, Missing | Unread | None]
) -> tuple[Proposal, ...]:
    """The likely questions, the likeliest first; of equals in the form's order.

    Where no words are near, the cells alone may tell: if one question could have been answered so, and no other.
    """
    texts = [each for each in column.texts[:_LOOKED_AT] if each.strip() and each != text]
    fits = {each.name: _fit(texts, each, meanings) for each in questions}
    found = [Proposal(each.name, _likeness(text, each, fits[each.name] if texts else None)) for each in questions]
    likely = [each for each in found if each.likeness >= _LIKELY]
    telling = [each.name for each in questions if _TELLING[each.type] >= _TELLS and fits[each.name] >= _FITS]
    if not likely and texts and len(telling) == 1:
        likely = [Proposal(telling[0], _LIKELY)]
    return tuple(sorted(likely, key=lambda each: -each.likeness))


def _fit(texts: Sequence[str], question: Question, meanings: Mapping[str, Missing | Unread | None]) -> float:
    """The share of the texts that could be answers."""
    read = reader_for(question, meanings)
    return sum(not isinstance(read(each), Unread) for each in texts) / max(len(texts), 1)


def _likeness(text: str, question: Question, fit: float | None) -> float:
    """Words count more than cells: many questions share one list. Cells that cannot be answers count against it."""
    words = _resemblance(text, question)
    if fit is None:
        return words
    return 0.7 * words + 0.3 * _TELLING[question.type] * fit if fit >= _FITS else 0.5 * words * fit


def _resemblance(text: str, question: Question) -> float:
    """The best of the question's names and labels: by letters, or by words in any order."""
    heading = heading_key(text)
    known = (heading_key(each) for each in (question.name, *question.was, *question.label.values()))
    return max(max(_by_letters(heading, each), _by_words(heading, each)) for each in known)


def _by_letters(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.quick_ratio() >= 0.4 else 0.0


def _by_words(one: str, other: str) -> float:
    first, second = set(one.split()), set(other.split())
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
