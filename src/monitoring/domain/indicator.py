"""What is counted: indicators, as declared under `indicators/<domain>/`. Holds no figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from monitoring.domain.form import Words


class Kind(StrEnum):
    """What sort of figure: see `derive/measures.py` for what each counts."""

    COUNT = "count"
    SHARE = "share"
    MEAN = "mean"
    MEDIAN = "median"
    TIME_TO_EVENT = "time_to_event"


class Of(StrEnum):
    """What one unit of the denominator is."""

    SURVIVOR = "survivor"
    FOLLOW_UP = "follow_up"
    REFERRAL = "referral"
    RETURN = "return"
    SUBMISSION = "submission"
    SESSION = "session"  # of a community: a talk with a key informant, a meeting of an advisory group


class Direction(StrEnum):
    """Which way is better. Disclosed harm is only watched: a rise may mean that people feel safe to tell."""

    UP = "up"
    DOWN = "down"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: rows, and the counts that must come out. It is a test and a page of the codebook."""

    says: str
    rows: tuple[Mapping[str, str], ...]
    numerator: float | None = None
    denominator: int | None = None
    value: float | None = None
    months: int = 24  # since return, of a time to event: after how many its counts are meant


class ChangeKind(StrEnum):
    """Whether the figure itself means something else from then on, or only the words about it are others."""

    MEANING = "meaning"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of an indicator's history: from which day on, which version, and what is different, in words."""

    version: int
    on: date
    what: Words
    kind: ChangeKind = ChangeKind.MEANING


@dataclass(frozen=True, slots=True)
class OtherRows:
    """Rows of another form that count beside those of the indicator's own: people of whom either holds, each once."""

    form: str
    numerator: str
    dated_by: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. Expressions are over the columns of its form, the survivor's and the derived ones."""

    id: str
    domain: str
    form: str
    kind: Kind
    of: Of
    direction: Direction
    unit: str  # percent, points (0 to 100), score (0 to 1), people, days, kinds, domains, services
    numerator: str
    label: Words
    finding: Words  # what follows the subject of a sentence: "have a secure home"
    description: Words
    source: str
    denominator: str = "true"
    answered: str | None = None  # who answered the questions; the denominator unless said
    mscos: str | None = None  # the core outcome of the Modern Slavery Core Outcome Set it serves
    long_list: str | None = None  # the domain of that set's long-list it belongs to
    caution: Words = field(default_factory=dict)
    or_in: tuple[OtherRows, ...] = ()  # counts of people: the same shown by rows of another form
    known_until: tuple[
        str, ...
    ] = ()  # time to event: days, told in follow-ups, up to which it is known not to have come
    dated_by: str | None = None  # the day that puts a row into a quarter, where the form has several
    at_least: int = 1  # with fewer units than this there is no value
    break_down_by: tuple[str, ...] | None = None  # None: every breakdown; () : the total only
    filter_by: tuple[str, ...] | None = None
    roles_by_provider: tuple[str, ...] | None = None  # who alone may see it by provider
    measurable: float | None = None  # from which difference on one person's value has changed, in the unit
    headline: bool = False  # stands for its domain on the overview
    offered: bool = True  # False: one of many alike, shown together and not among a page's numbers
    family: Words = field(default_factory=dict)  # what all of them are together, as a heading
    each: Words = field(default_factory=dict)  # and which of them this one is
    declared_in: str = ""  # the file, which stands for several where it is declared once for each of a list
    order: int = 100
    version: int = 1
    changes: tuple[Change, ...] = ()
    wording_reviewed_by: str | None = None  # alias of a survivor reviewer who has read label, finding, description
    wording_reviewed_on: date | None = None
    reviewed_on: date | None = None
    next_review: date | None = None
    examples: tuple[Example, ...] = ()

    @property
    def is_share(self) -> bool:
        return self.kind is Kind.SHARE

    @property
    def counts_affected(self) -> bool:
        """Whether the numerator counts some of those in the denominator."""
        return self.kind in (Kind.SHARE, Kind.TIME_TO_EVENT)

    @property
    def has_rounds(self) -> bool:
        """Only what is asked in follow-ups alone has rounds; everything else is counted up to a day."""
        return self.form == "follow_ups" and not self.or_in

    @property
    def is_of_harm(self) -> bool:
        """Whether it is never broken down by who people are: a small group of them would point at somebody."""
        return self.break_down_by is not None and "gender" not in self.break_down_by

    @property
    def has_own_values(self) -> bool:
        """Whether each interview gives a value of its own: of a share 1 or 0, of a mean a number."""
        return self.kind in (Kind.SHARE, Kind.MEAN) and self.has_rounds

    @property
    def expressions(self) -> tuple[str, ...]:
        """Every expression over the rows of its own form, and over the person's."""
        return tuple(filter(None, (self.numerator, self.denominator, self.answered)))
