"""A results framework: each indicator with baseline, target and what is published, whole and group by group.

Holds published figures only. And what a results file of the International Aid Transparency Initiative needs to know of
the organisation that publishes it.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from monitoring.domain.form import Words
from monitoring.domain.target import Target


class Disaggregation(StrEnum):
    """How an IATI file tells one group from another."""

    INDICATORS = "indicators"  # each group is an indicator of its own: as the Netherlands' ministry asks
    DIMENSIONS = "dimensions"  # each group is a dimension of the whole's indicator


@dataclass(frozen=True, slots=True)
class IatiPlan:
    """Declared in iati.toml: who publishes about which activity. Codes are those of IATI's own lists."""

    organisation: str = ""  # its IATI identifier
    organisation_type: str = ""
    organisation_name: Words = field(default_factory=dict)
    activity: str = ""  # the organisation's own number of the activity; with the identifier before it, IATI's
    title: Words = field(default_factory=dict)
    description: Words = field(default_factory=dict)
    begins_on: date | None = None
    status: str = "2"  # being carried out
    disaggregation: Disaggregation = Disaggregation.INDICATORS

    @property
    def is_complete(self) -> bool:
        """Whether a file could be published: everything that the standard asks for is said."""
        names = (self.organisation, self.organisation_type, self.activity)
        return all(names) and all((self.organisation_name, self.title, self.description)) and self.begins_on is not None


class Level(StrEnum):
    OUTPUT = "output"  # what the programme itself does
    OUTCOME = "outcome"  # how people fare


@dataclass(frozen=True, slots=True)
class Actual:
    """A published value: percent of 0 to 100, or a count of people. A withheld one has no number."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    people: int | None = None
    withheld: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Of whom a line is: a dimension and a code of it, with their names. None of them: of everybody."""

    dimension: str
    code: str
    dimension_name: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one group in one period. `since` None: from the beginning of the activity."""

    indicator: str
    label: Words
    description: Words
    level: Level
    is_percent: bool
    ascending: bool | None  # None: neither more nor less is better
    actual: Actual
    until: date
    since: date | None = None
    period: str = ""  # its name: "month 12", "2025-26"
    group: Group | None = None
    target: Target | None = None
    state: str = ""  # of a target, in words


@dataclass(frozen=True, slots=True)
class ResultsFramework:
    """All lines, those of everybody first, with what they are true of."""

    language: str
    place: str
    release: int
    as_of: date
    basis: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    file: str
