"""How another instrument's columns and answers map onto ours, as declared in `indicators/profiles/`. Holds no answers.

A profile either reads rows as rows of one of our forms (`form` and `columns`), or accepts the instrument's own scores
(`scoring`, `scores`, `items`), which are summed up and never become answers of ours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from monitoring.domain.form import Words


class Transformation(StrEnum):
    """What may be done to a column's answers. The list is closed: whatever it cannot say is not mapped."""

    RENAME = "rename"  # only the heading differs
    MAP_ANSWERS = "map_answers"  # each of their answers is one of ours; several bands may collapse into one
    SPLIT_SEVERAL = "split_several"  # one cell holds several answers, each mapped
    COMBINE = "combine"  # several columns of flags become one question with several answers
    PARSE_DATE = "parse_date"  # a date written in the column's `order`
    AGE_TO_BAND = "age_to_band"  # an age in whole years becomes its band
    BIRTH_TO_BAND = "birth_to_band"  # a birth date becomes the band of the age on the day of the question `on`


class DateOrder(StrEnum):
    """How a date is written as text. Dates that Excel knows as dates need none."""

    YEAR_MONTH_DAY = "year-month-day"
    DAY_MONTH_YEAR = "day-month-year"
    MONTH_DAY_YEAR = "month-day-year"


class Direction(StrEnum):
    """Which end of a number is the good one for the survivor."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class ProfileColumn:
    """One column of the instrument and the question of ours that it answers."""

    names: tuple[str, ...]  # its headings in every dialect; the first is what we call it
    question: str
    transform: Transformation = Transformation.RENAME
    answers: Mapping[str, str] = field(default_factory=dict)  # theirs -> our code; "" is a plain no of a flag
    not_mapped: Mapping[str, Words] = field(default_factory=dict)  # their answer -> why none of ours is the same
    order: DateOrder = DateOrder.YEAR_MONTH_DAY
    on: str | None = None  # birth_to_band: the question that holds the day
    note: Words = field(default_factory=dict)  # what is assumed, or lost on the way

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class NotMapped:
    """Columns of the instrument that have no place with us, and why. Each column is a tuple of its headings."""

    columns: tuple[tuple[str, ...], ...]
    reason: Words
    nameless: bool = False  # also columns without any heading, such as a counter


@dataclass(frozen=True, slots=True)
class Constant:
    """An answer of ours that holds for every row of this instrument."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Score:
    """A column that holds a score the instrument computed itself. Accepted and range-checked, never recomputed."""

    names: tuple[str, ...]
    label: Words
    minimum: float
    maximum: float
    direction: Direction
    zero_is_doubtful: bool = False  # a known program writes 0 where the score is missing

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an instrument with scores: a sub-domain, or a question. `ticked`: somebody has seen it in its source.

    Its answers are numbers from `minimum` to `maximum` (those of the scoring where not said), or the `steps`, from the
    worst to the best for the survivor, at equal distances.
    """

    id: str
    domain: str
    label: Words
    names: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    steps: tuple[str, ...] = ()
    direction: Direction = Direction.UP
    ticked: bool = True

    @property
    def name(self) -> str:
        return self.names[0] if self.names else self.id


@dataclass(frozen=True, slots=True)
class Scoring:
    """How items are summed up by domain: the range in which a mean is given, and how many items it needs."""

    domains: Mapping[str, Words]
    minimum: float
    maximum: float
    whole: bool = False  # only whole numbers are answers
    answered_share: float = 0.8  # of the applicable items; below it there is no mean
    weights_needed: bool = False  # weights are the office's own file; without it means are unweighted
    unweighted: Words = field(default_factory=dict)  # what stands beside an unweighted mean


@dataclass(frozen=True, slots=True)
class Weights:
    """Item weights that an office supplies. `version` says which edition they were taken from, and is shown."""

    version: str
    source: str
    weights: Mapping[str, float]  # item id -> weight, above 0


@dataclass(frozen=True, slots=True)
class Profile:
    """One instrument. `missing`: how it writes that there is no answer: blank, or one of the reasons of ours."""

    name: str
    label: Words
    source: str
    seen: Words  # what of the instrument was seen, and where
    version: int = 1
    licence: str = ""
    form: str | None = None
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: tuple[ProfileColumn, ...] = ()
    constants: tuple[Constant, ...] = ()
    not_mapped: tuple[NotMapped, ...] = ()
    scoring: Scoring | None = None
    scores: tuple[Score, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def items_in_use(self) -> tuple[Item, ...]:
        """The items that somebody has ticked. A draft from memory counts for nothing."""
        return tuple(item for item in self.items if item.ticked)

    @property
    def numbers(self) -> tuple["Score | Item", ...]:
        """The columns that hold the instrument's own numbers."""
        return (*self.scores, *self.items_in_use)

    @property
    def known(self) -> tuple["ProfileColumn | Score | Item", ...]:
        """Every column that has a place with us."""
        return (*self.columns, *self.numbers)

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions of the form that the profile fills, each once."""
        return tuple(dict.fromkeys([*(each.question for each in self.columns), *(c.question for c in self.constants)]))

    def headings(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """(what we call it, all its headings) of every column that the profile knows, mapped or not."""
        yield from ((known.name, known.names) for known in self.known if known.names)
        for group in self.not_mapped:
            yield from ((names[0], names) for names in group.columns)

    def reason_of(self, column: str) -> Words | None:
        """Why a column has no place with us; None where it has one, or where the profile does not know it."""
        for group in self.not_mapped:
            if any(column == names[0] for names in group.columns):
                return group.reason
        return None

    @property
    def reason_of_nameless(self) -> Words | None:
        return next((group.reason for group in self.not_mapped if group.nameless), None)
