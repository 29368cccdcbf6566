"""Exports for analysts: what is declared about them, how a request stands, and what hiding people in rows came to.

Holds no row of anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from monitoring.domain.form import Words

PERIODS = ("quarter", "half_year", "year", "two_years")
"""How coarse a date may become, the finest first."""

EXPORT_FORMATS = ("csv", "xlsx", "parquet", "dta", "sav")
TABLE = "table"
"""In the place of formats: no rows are asked for, but a table of the next release."""

EXPORT_FILTERS = ("country", "round", "return_route", "quarter_from", "quarter_to")
"""What rows may be narrowed to. Whoever could also narrow them to a few people would know who is in them."""


@dataclass(frozen=True, slots=True)
class QuasiIdentifier:
    """A question by which somebody could be recognised, and the ways to make its answers coarser, the finest first."""

    question: str
    levels: tuple[Mapping[str, tuple[str, ...]], ...] = ()  # name of a group -> its codes
    periods: tuple[str, ...] = ()  # of a date


@dataclass(frozen=True, slots=True)
class Coarser:
    """A question that is always given in groups."""

    question: str
    groups: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Given:
    """What rows hold beside the quasi-identifiers: answers of the file, answers of the round, scores."""

    of_person: tuple[str, ...] = ()
    of_round: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HidingRules:
    """k, l, and how many people may be left out (percent) once coarser answers have helped the others."""

    smallest: int = 11
    different: int = 2
    most_dropped: int = 5
    kept_days: int = 365
    why: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """Everything declared in exports.toml. Empty: no rows can be exported."""

    rules: HidingRules = field(default_factory=HidingRules)
    quasi_identifiers: tuple[QuasiIdentifier, ...] = ()
    sensitive: tuple[str, ...] = ()
    coarser: tuple[Coarser, ...] = ()
    given: Given = field(default_factory=Given)


class ExportStatus(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Somebody asks for rows: why, which, and who decided. Nothing is written before `status` is approved."""

    id: int
    asked_by: str
    asked_at: datetime
    purpose: str
    ethics: str | None  # the reference of an ethics review, where there was one
    where: Mapping[str, tuple[str, ...]]
    formats: tuple[str, ...]
    status: ExportStatus = ExportStatus.ASKED
    decided_by: str | None = None
    decided_at: datetime | None = None

    @property
    def is_table(self) -> bool:
        return self.formats == (TABLE,)

    def expires_on(self, rules: HidingRules) -> date | None:
        """The day by which every copy is to be deleted; None until it is approved."""
        return self.decided_at.date() + timedelta(days=rules.kept_days) if self.decided_at else None


@dataclass(frozen=True, slots=True)
class Anonymity:
    """How well people are hidden: the smallest class, the fewest answers in one, who is too visible."""

    people: int
    k: int
    l: int | None  # noqa: E741  (the field's own letter); None: no sensitive question was answered
    too_visible: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """What hiding people came to: the level chosen of each question (0: as answered), and who had to be left out."""

    levels: Mapping[str, int]
    before: Anonymity
    after: Anonymity
    dropped: int
