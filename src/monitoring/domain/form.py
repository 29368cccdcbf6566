"""What is asked: forms, questions and answer lists, as declared under `indicators/`. Holds no answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from monitoring.domain.derived import Derived
from monitoring.domain.interview import Interview

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


class Asked(StrEnum):
    """Whose answer it is."""

    SURVIVOR = "survivor"  # put to the person, in their own words
    WORKER = "worker"  # noted by whoever led the talk or the session
    FILE = "file"  # taken from the case file


class Who(StrEnum):
    """For whom the question is meant. Children under 9 answer nothing themselves."""

    ADULTS = "adults"
    CHILDREN = "9-17"
    ALL = "all"  # from 9 years up


class Use(StrEnum):
    """What a question is for that no indicator, rule, condition or key refers to. The list is meant to stay short."""

    SETTING = "setting"  # whether, how and by whom questions may be put
    CONTACT = "contact"  # which contact or record it is, and how to reach it again
    CONSENT = "consent"  # what the person agreed to
    SAFETY_ACTION = "safety_action"  # what is done for the person at once
    DIRECTORY = "directory"  # whom a person can be referred to
    CONTEXT = "context"  # without it other answers would be misread


EARLIEST_DAY = date(1990, 1, 1)
"""A date before it is a slip of the keyboard: trafficking was first defined in law in 2000."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a list. `score` is 0 to 1 for answers on a scale, 1 the best for the survivor."""

    code: str
    label: Words
    score: float | None = None
    level: str | None = None  # coded factors: individual, household_family, community, structural


RECALLS = ("last_2_weeks", "last_4_weeks", "last_3_months", "since_return")
"""The times that questions may ask about. "Since last round" is none: rounds lie unevenly apart."""


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """An answer list, used by one question or by several."""

    name: str
    choices: tuple[Choice, ...]
    is_frequency: bool = False  # "how often": a question with this list says of which time it asks
    standard: str | None = None  # taken whole from a standard, names and all: iso-3166-1, iso-639

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
    asked_of: Asked = Asked.WORKER
    who: Who = Who.ALL
    recall: str | None = None  # the time it asks about: one of RECALLS
    core: bool = True
    sensitive: bool = False  # put only if the setting allows
    required: bool = False  # of the file or the worker; never of a survivor
    asked_if: str | None = None  # expression over the same row
    minimum: int | None = None
    maximum: int | None = None
    at_most: int | None = None  # ranked: how many may be named
    flipped: bool = False  # the scale's first answer is the good end here
    may_be_future: bool = False  # dates of plans and reviews
    not_before: date = EARLIEST_DAY  # dates alone
    refers_to: str | None = None  # the form whose key this code names
    labels_source: str = "ours"  # "official": wording of an instrument, not to be edited
    was: tuple[str, ...] = ()  # headings of older templates
    used_for: Use | None = None  # only where nothing declared refers to it
    seen_by: tuple[str, ...] | None = None  # roles that may see single answers; None: all who see the person's rows
    break_down: bool = True  # False: no figure made of it is broken down by who people are
    reviewed_by: str | None = None  # alias of the survivor reviewer who read the wording; None: nobody yet
    reviewed_on: date | None = None

    @property
    def is_scored(self) -> bool:
        """Whether an answer says something from 0 to 1: a scale, a yes, or how much of a list."""
        on_scale = self.choices is not None and self.choices.is_scale
        return on_scale or self.type in (QuestionType.YES_NO, QuestionType.SEVERAL)


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
    interview: Interview | None = None  # where questions are put to a survivor
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
