"""What is counted: indicators, as declared under `indicators/<domain>/`. Holds no figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from monitoring.domain.form import Words


class Kind(StrEnum):
    """What sort of figure: the numerator of a mean is a sum; a median has none."""

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


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. Expressions are over the columns of its form, the survivor's and the derived ones."""

    id: str
    domain: str
    form: str
    kind: Kind
    of: Of
    direction: Direction
    unit: str  # percent, points (0 to 100), people, days
    numerator: str
    label: Words
    finding: Words  # what follows the subject of a sentence: "have a secure home"
    description: Words
    source: str
    denominator: str = "true"
    answered: str | None = None  # who answered the questions; the denominator unless said
    mscos: str | None = None  # the core outcome of the Modern Slavery Core Outcome Set it serves
    caution: Words = field(default_factory=dict)
    break_down_by: tuple[str, ...] | None = None  # None: every breakdown; () : the total only
    filter_by: tuple[str, ...] | None = None
    roles_by_provider: tuple[str, ...] | None = None  # who alone may see it by provider
    headline: bool = False  # stands for its domain on the overview
    order: int = 100
    version: int = 1
    changes: tuple[Mapping[str, str], ...] = ()
    reviewed_on: date | None = None
    next_review: date | None = None
    examples: tuple[Example, ...] = ()

    @property
    def is_share(self) -> bool:
        return self.kind is Kind.SHARE
