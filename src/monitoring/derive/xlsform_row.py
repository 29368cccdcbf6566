"""Rows of an XLSForm's survey sheet, as they are put together. Knows the tool's columns and no question."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitoring.domain.form import Words

NOTHING: Words = {}


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One row. `relevant`, `constraint` and `calculation` are XPath in XLSForm's writing: `${name}` is an answer."""

    type: str
    name: str = ""
    label: Words = field(default_factory=dict)
    hint: Words = field(default_factory=dict)
    required: bool = False
    relevant: str = ""
    constraint: str = ""
    message: Words = field(default_factory=dict)  # said where the constraint does not hold
    calculation: str = ""
    trigger: str = ""
    appearance: str = ""
    default: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether somebody answers it: no group, no note, nothing that is computed."""
        return self.type.split(" ")[0] not in ("begin_group", "end_group", "note", "calculate")


@dataclass(frozen=True, slots=True)
class OfferedList:
    """One list of the choices sheet: code and label of each answer."""

    name: str
    answers: tuple[tuple[str, Words], ...]


def group(name: str, label: Words, rows: list[SurveyRow], relevant: str = "", appearance: str = "") -> list[SurveyRow]:
    """The rows between the two rows of a group; nothing where there are none."""
    begin = SurveyRow("begin_group", name, label, relevant=relevant, appearance=appearance)
    return [begin, *rows, SurveyRow("end_group")] if rows else []


Lists = Mapping[str, OfferedList]
