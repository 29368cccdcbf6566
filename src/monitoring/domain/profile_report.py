"""What came of trying a profile against a file: what maps, what does not and why, and the instrument's own scores.

Holds headings that the profile declares and numbers over rows; never what a cell held.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from monitoring.domain.form import Words


class FileKind(StrEnum):
    ANSWERS = "answers"  # rows of people
    FORM_DEFINITION = "form_definition"  # an XLSForm: questions and choices, nobody's answers


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the file that has a place with us. `letters` say where it is; None in a form definition."""

    column: str
    onto: str  # our question, or the score or domain it belongs to
    transform: str
    letters: str | None = None
    note: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnmappedColumn:
    """A column of the file without a place with us. `column` is None where the profile does not know it either."""

    column: str | None
    reason: Words
    letters: str | None = None


@dataclass(frozen=True, slots=True)
class ChoicesMapped:
    """A list of choices in a form definition: how many of them the profile maps, declares unmapped, and has not met."""

    column: str
    mapped: int
    unmapped: int
    unknown: int


@dataclass(frozen=True, slots=True)
class LowestPart:
    """The sub-domain with the lowest mean. A good mean of a domain can hide it, so it always stands beside."""

    item: str
    label: Words
    mean: float
    answered: int


@dataclass(frozen=True, slots=True)
class ScoreSummary:
    """One score or domain over all rows: `mean` of the `answered`; None where nobody answered. Missing is never 0.

    `lowest_of_people` counts people by their lowest sub-domain, where answers are whole numbers.
    """

    name: str
    label: Words
    minimum: float
    maximum: float
    direction: str
    rows: int
    answered: int
    mean: float | None
    says: Words = field(default_factory=dict)  # what has to stand beside the number
    lowest: LowestPart | None = None
    lowest_of_people: Mapping[str, int] = field(default_factory=dict)

    @property
    def small(self) -> bool:
        """Fewer than 11 people: to be read with caution, and not to be passed on."""
        return 0 < self.answered < 11


@dataclass(frozen=True, slots=True)
class ProfileReport:
    """What a profile makes of a file. `columns` counts those of the file with a heading, without a program's own."""

    profile: str
    version: int
    kind: FileKind
    columns: int = 0
    rows: int = 0  # with anything filled in; a pre-filled counter is nothing
    mapped: tuple[MappedColumn, ...] = ()
    unmapped: tuple[UnmappedColumn, ...] = ()
    choices: tuple[ChoicesMapped, ...] = ()
    summaries: tuple[ScoreSummary, ...] = ()
    drafts_off: int = 0  # items written from memory, not ticked, not used
    weights: str | None = None  # the version of the office's weights
