"""What the names in expressions mean in a row of a form: a question, a part of its answer, a computed column.

In plain Python, from the declarations alone. A missing answer is None.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from applicable import is_applicable, reason_of, was_asked
from expressions import Value, reading_of

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.derived import Derived, Take
from monitoring.domain.form import Form, Missing, Question, QuestionType

Row = Mapping[str, Any]
Rows = Callable[[str], Sequence["Said"]]
"""From another form's name to what its rows say of the same person."""


class Sheet:
    """A form, its questions and computed columns by name."""

    def __init__(self, catalogue: Catalogue, form: Form) -> None:
        self.catalogue, self.form = catalogue, form
        self.questions = {each.name: each for each in form.questions}
        self.derived = {each.name: each for each in form.derived}


class Said:
    """What a row says, name by name. `facts` are what is known of it beside its answers, such as came_due."""

    def __init__(
        self,
        sheet: Sheet,
        row: Row,
        *,
        person: "Said | None" = None,
        facts: Row | None = None,
        others: Rows = lambda form: (),
    ) -> None:
        self.sheet, self.row, self.person = sheet, row, person
        self.catalogue, self.form = sheet.catalogue, sheet.form
        self._facts, self._others = facts or {}, others
        self._known: dict[str, Value] = {}
        self._worked_out: dict[str, Value] = {}

    def __call__(self, name: str) -> Value:
        """The value of a name; None where nobody knows. Raises KeyError for a name that means nothing here."""
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def value(self, expression: str) -> Value:
        """What an expression comes to, remembered: it is asked for again in every grouping."""
        if expression not in self._worked_out:
            self._worked_out[expression] = reading_of(expression)(self)
        return self._worked_out[expression]

    def holds(self, expression: str) -> bool:
        """Whether a condition is true of the row: unknown is not."""
        return self.value(expression) is True

    def _found(self, name: str) -> Value:
        if name in self.sheet.derived:
            return self._derived(self.sheet.derived[name])
        if name in self.sheet.questions or name == "missing_answers":
            return self.row.get(name)
        question_name, _, part = name.partition("__")
        question = self.sheet.questions.get(question_name)
        if question is not None and part:
            return self._part(question, part)
        if name in self._facts:
            return self._facts[name]
        if self.person is None:
            raise KeyError(f"{name} means nothing in {self.form.name}")
        return self.person(name)

    def _part(self, question: Question, part: str) -> Value:
        answer = self(question.name)
        match part:
            case "score":
                return score(question, answer)
            case "asked":
                return was_asked(self, question)
            case "declined":
                return reason_of(self, question) is Missing.PREFER_NOT_TO_SAY
            case "first" if question.type is QuestionType.RANKED:
                return None if answer is None else answer.split()[0]
        return None if answer is None else part in answer.split()

    def _derived(self, derived: Derived) -> Value:
        if derived.only_if is not None and not self.holds(derived.only_if):
            return None
        if derived.from_form is not None:
            return self._from_others(derived, derived.from_form)
        if derived.answered_of is not None:
            mine = [each for each in self.form.questions if each.asked_of == derived.answered_of]
            asked = sum(was_asked(self, each) for each in mine)
            return Fraction(sum(self(each.name) is not None for each in mine), asked) if asked else None
        if derived.mean_of:
            return self._mean(derived)
        return reading_of(derived.expression)(self)

    def _mean(self, derived: Derived) -> Fraction | None:
        """The mean of what was answered; missing where less than the stated share of what applies was."""
        known = [each for each in map(self._item, derived.mean_of) if each is not None]
        applicable = sum(self._applies(name) for name in derived.mean_of)
        if not known or len(known) < exact(derived.answered_share) * applicable:
            return None
        return Fraction(sum(known)) / len(known)

    def _item(self, name: str) -> Value:
        question = self.sheet.questions.get(name)
        return self(name) if question is None else score(question, self(name))

    def _applies(self, name: str) -> bool:
        """Of a column made of questions: whether any of them applies."""
        if name in self.sheet.questions:
            return is_applicable(self, self.sheet.questions[name])
        made = self.sheet.derived[name]
        return any(map(self._applies, made.mean_of)) if made.mean_of else self(name) is not None

    def _from_others(self, derived: Derived, form: str) -> Value:
        """What the rows of another form that fit say; their columns are written with the form's name before."""

        def beside(other: Said) -> Callable[[str], Value]:
            prefix = f"{form}__"
            return lambda name: other(name.removeprefix(prefix)) if name.startswith(prefix) else self(name)

        fitting = [other for other in self._others(form) if reading_of(derived.where)(beside(other)) is True]
        if derived.take is Take.ANY:
            return bool(fitting)
        if derived.take is Take.COUNT:
            return len(fitting)
        known = [value for value in (other(derived.column or "") for other in fitting) if value is not None]
        return (min if derived.take is Take.FIRST else max)(known, default=None)


def exact(number: float) -> Fraction:
    """A declared number as it is written: 0.67 is 67/100."""
    return Fraction(str(number))


def score(question: Question, answer: Value) -> Fraction | None:
    """From 0 to 1, 1 the best for the survivor: a scale's score, yes or no, or how much of a list was named."""
    if answer is None:
        return None
    if question.type is QuestionType.YES_NO:
        return Fraction(bool(answer))
    choices = question.choices.choices if question.choices else ()
    if question.type is QuestionType.SEVERAL:
        codes = {choice.code for choice in choices} - {"none"}
        return Fraction(len(codes & set(answer.split())), len(codes))
    for choice in choices:
        if choice.code == answer and choice.score is not None:
            return 1 - exact(choice.score) if question.flipped else exact(choice.score)
    return None
