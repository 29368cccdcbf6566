"""Releases: what is declared about them, what a published cell may say, and the record of one. It has no true count."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from monitoring.domain.figures import Figure
from monitoring.domain.release_plan import Group, ReleaseRules


class Shown(StrEnum):
    """How much a published cell says."""

    NUMBER = "number"  # a share, mean, median, risk or count, with its rounded counts
    BAND = "band"  # in which quarter a share lies, with its rounded people
    WITHHELD = "withheld"  # nothing, to protect people


@dataclass(frozen=True, slots=True)
class Published:
    """What a cell says to everybody. Counts are rounded unless public; `carried` is as the last release had it.

    `for_others`: withheld although large enough, so that another cannot be worked out; it stays so in later releases.
    """

    shown: Shown
    value: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    band: int | None = None  # 0: under a quarter, 1: to a half, 2: to three quarters, 3: more
    carried: bool = False
    for_others: bool = False

    @property
    def said(self) -> "Published":
        """What everybody sees of it."""
        return replace(self, carried=False, for_others=False)


@dataclass(frozen=True, slots=True)
class ReleasedCell:
    """One published cell and its place. `months` is of a risk; `revised` tells that the last release said otherwise."""

    indicator: str
    table: str
    group: Group
    published: Published
    months: int | None = None
    revised: bool = False

    @property
    def place(self) -> tuple[str, Group, int | None]:
        return self.indicator, self.group, self.months

    def figure(self, by: tuple[str, ...], low: float | None, high: float | None) -> Figure:
        """The figure of the shared view, grouped as asked. A band has a place, its people and its limits, no value."""
        said, places = self.published, dict(self.group)
        group = tuple((name, places[name]) for name in by)
        if said.shown is Shown.WITHHELD:
            return Figure(self.indicator, group, withheld=True, months=self.months, revised=self.revised)
        return Figure(
            indicator=self.indicator,
            group=group,
            value=said.value,
            numerator=said.numerator,
            denominator=said.denominator,
            low=low,
            high=high,
            answered=said.denominator,
            months=self.months,
            band=said.band,
            revised=self.revised,
        )


class ReleaseStatus(StrEnum):
    BUILT = "built"  # frozen and checked, waiting for somebody else
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Audit:
    """What the check of a release found; counts of cells, never what is in them."""

    cells: int
    numbers: int
    bands: int
    withheld: int
    withheld_to_protect_others: int
    ranges: int
    solved: int  # ranges that needed the solver; all others are wide at a glance
    narrowest: int | None  # the narrowest range of any withheld or banded count; None where nothing is withheld
    seconds: float
    country_cells: int
    country_cells_shown: int
    percent_shown_unmerged: int  # of country cells, had nothing been merged: by their size alone
    merged: Mapping[str, int] = field(default_factory=dict)  # dimension -> in how many blocks it was merged
    open_warnings: int = 0  # cells of its hand-ins with a warning that no office has explained


@dataclass(frozen=True, slots=True)
class Release:
    """One release: a frozen file, who built it, and who decided about it."""

    id: int
    built_by: str
    built_at: datetime
    as_of: date  # the last day of the last closed quarter: nothing later is in it
    data_as_of: datetime | None  # when the newest hand-in in it was handed in
    definitions: str  # fingerprint of the declarations
    contents: str  # SHA-256 of what it publishes: two releases that say the same have the same
    people: int  # rounded
    audit: Audit
    rules: ReleaseRules
    hand_ins: tuple[int, ...]
    status: ReleaseStatus = ReleaseStatus.BUILT
    decided_by: str | None = None
    decided_at: datetime | None = None
    fingerprint: str | None = None  # SHA-256 of the file
    revised: int = 0
