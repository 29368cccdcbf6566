"""What an answer is called in a form for the telephone, and how one tells there that it is missing. Reads no SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitoring.derive.xpath_truth import Truth, Value, both, either, opposite
from monitoring.domain.form import Asked, Form, Missing, Question, QuestionType

REASONS = (Missing.DONT_KNOW, Missing.PREFER_NOT_TO_SAY, Missing.NOT_APPLICABLE)
"""What a survivor may say instead of an answer; who fills in from a file may not know. Not asked, nobody chooses."""

_MOST_NUMBERS = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """One question's answer. `called` is `${name}`, or `.` in what is said of the question itself."""

    called: str
    type: QuestionType
    reasons: tuple[str, ...] = ()  # codes that stand where there is no answer
    scores: Mapping[str, float] = field(default_factory=dict)

    @property
    def missing(self) -> str:
        """XPath: nobody answered, or a reason was given."""
        told = (self.holds(reason) for reason in self.reasons)
        return either(f"{self.called} = ''", *told)

    def holds(self, code: str) -> str:
        """XPath: the code is the answer, or among the answers."""
        return f"selected({self.called}, '{code}')" if self.type.takes_many else f"{self.called} = '{code}'"

    @property
    def truth(self) -> Truth:
        """Of a yes/no question."""
        return Truth(f"{self.called} = 'yes'", f"{self.called} = 'no'")

    def among(self, code: str) -> Truth:
        """Of `question__code`."""
        return Truth(self.holds(code), both(opposite(self.missing), opposite(self.holds(code))))

    @property
    def value(self) -> Value:
        """The answer itself; a date as the number of its day."""
        if self.type is QuestionType.DATE:
            return Value(day_of(self.called), "day", self.missing)
        return Value(self.called, "number" if self.type is QuestionType.WHOLE else "text", self.missing)

    @property
    def score(self) -> Value:
        """Of `question__score`: 0 to 1."""
        text = "''"
        for code, score in reversed(list(self.scores.items())):
            text = f"if({self.holds(code)}, {score:.4g}, {text})"
        return Value(text, "number", opposite(either(*map(self.holds, self.scores))))


def day_of(called: str) -> str:
    """XPath: the number of a date's day.

    The tools count from the local midnight, a fraction of a day before or after the day begins in Greenwich. Cutting it
    off here keeps days whole on both sides of a change to summer time, wherever that is kept.
    """
    return f"int(decimal-date-time({called}) + 0.6)"


def answers_of(form: Form) -> dict[str, Answer]:
    """Every question of the form by its name."""
    return {question.name: answer_of(question) for question in form.questions}


def answer_of(question: Question, called: str | None = None) -> Answer:
    choices = question.choices.choices if question.choices else ()
    scored = {each.code: each.score for each in choices if each.score is not None}
    return Answer(
        called=called or f"${{{question.name}}}",
        type=question.type,
        reasons=reasons_of(question),
        scores={} if question.type.takes_many else _turned(scored, flipped=question.flipped),
    )


def _turned(scores: Mapping[str, float], *, flipped: bool) -> dict[str, float]:
    return {code: 1 - score if flipped else score for code, score in scores.items()}


def reasons_of(question: Question) -> tuple[str, ...]:
    """Why there may be no answer, as offered beside the answers to choose from; none where an answer is needed."""
    offered = question.choices or question.type is QuestionType.YES_NO or numbers_offered(question)
    if question.required or not offered:
        return ()
    reasons = REASONS if question.asked_of == Asked.SURVIVOR else REASONS[:1]
    told = (*reasons, Missing.NOT_ASKED) if question.sensitive else reasons
    own = question.choices.codes if question.choices else ()
    return tuple(str(reason) for reason in told if reason not in own)


def numbers_offered(question: Question) -> range | None:
    """The numbers to choose from, where there are few: so a reason can be chosen beside them."""
    if question.type is not QuestionType.WHOLE or question.minimum is None or question.maximum is None:
        return None
    few = question.maximum - question.minimum <= _MOST_NUMBERS and question.asked_of == Asked.SURVIVOR
    return range(question.minimum, question.maximum + 1) if few else None
