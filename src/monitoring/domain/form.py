"""What is asked: forms, questions and answer lists, as declared under `indicators/`. Holds no answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Words = Mapping[str, str]
"""One text in several languages: {"en": "Kind of housing", "fr": "Type de logement"}."""


class Missing(StrEnum):
    """Why there is no answer. Five different things, and none of them is 0."""

    DONT_KNOW = "dont_know"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASKED = "not_asked"
    UNREADABLE = "unreadable"


class QuestionType(StrEnum):
    """How an answer is written in its cell, and what it becomes."""

    CODE = "code"  # a pseudonym: letters, digits and "-"
    TEXT = "text"  # a public name, such as a provider's; never about a person
    CHOICE = "choice"  # one of a list
    SEVERAL = "several"  # any number of a list
    RANKED = "ranked"  # up to `at_most` of a list, the first first
    YES_NO = "yes_no"
    DATE = "date"
    WHOLE = "whole"  # a whole number

    @property
    def has_choices(self) -> bool:
        return self in (QuestionType.CHOICE, QuestionType.SEVERAL, QuestionType.RANKED)

    @property
    def takes_many(self) -> bool:
        return self in (QuestionType.SEVERAL, QuestionType.RANKED)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a list. `score` is 0 to 1 for answers on a scale, 1 the best for the survivor."""

    code: str
    label: Words
    score: float | None = None
    level: str | None = None  # coded factors: individual, household_family, community, structural


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """An answer list, used by one question or by several."""

    name: str
    choices: tuple[Choice, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)

    @property
    def is_scale(self) -> bool:
        return any(choice.score is not None for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Question:
    """One column of a form."""

    name: str
    type: QuestionType
    label: Words
    hint: Words = field(default_factory=dict)
    choices: ChoiceList | None = None
    domain: str | None = None
    asked_of: str = "worker"  # survivor, worker, file
    who: str = "all"  # adults, 9-17, all
    recall: str | None = None
    core: bool = True
    sensitive: bool = False  # put only if the setting allows
    required: bool = False  # of the file or the worker; never of a survivor
    asked_if: str | None = None  # expression over the same row
    minimum: int | None = None
    maximum: int | None = None
    at_most: int | None = None  # ranked: how many may be named
    flipped: bool = False  # the scale's first answer is the good end here
    may_be_future: bool = False  # dates of plans and reviews
    refers_to: str | None = None  # the form whose key this code names
    labels_source: str = "ours"  # "official": wording of an instrument, not to be edited
    was: tuple[str, ...] = ()  # headings of older templates


@dataclass(frozen=True, slots=True)
class Derived:
    """A column computed from a row's answers: an expression, or the mean score of several questions."""

    name: str
    label: Words
    expression: str | None = None
    mean_of: tuple[str, ...] = ()
    answered_share: float = 0.8  # below it the mean is missing


@dataclass(frozen=True, slots=True)
class Rule:
    """What must not be true of a row. `code` is the problem's code, `column` where it is reported."""

    code: str
    column: str
    broken_if: str  # expression over the row, with the survivor's answers as survivor__name
    level: str = "error"


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet of the workbook."""

    name: str
    label: Words
    row_is: Words  # what one row is, in words
    key: tuple[str, ...]  # without the country, which every key has
    questions: tuple[Question, ...]
    order: int = 0
    derived: tuple[Derived, ...] = ()
    rules: tuple[Rule, ...] = ()
    version: int = 1

    def question(self, name: str) -> Question | None:
        """The question of that name, or None."""
        return next((question for question in self.questions if question.name == name), None)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(question.name for question in self.questions)

    @property
    def refers_to_survivors(self) -> bool:
        return any(question.refers_to == "survivors" for question in self.questions)
