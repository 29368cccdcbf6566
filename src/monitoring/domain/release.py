"""Releases: what is declared about them, what a published cell may say, and the record of one. It has no true count."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from monitoring.domain.figures import Figure
from monitoring.domain.form import Words

RELEASE_DIMENSIONS = ("country", "gender", "age_band", "year", "round")
"""By what a release may lay people side by side. Providers are not among them: none is named unless it agreed."""

YEARS_BACK = ("1", "2", "3", "earlier")
"""Spans of four quarters back from the last closed one, and everything before."""

Group = tuple[tuple[str, str], ...]
"""A cell's place: dimension and code, in the order of its table; () is the total of everybody."""


@dataclass(frozen=True, slots=True)
class ReleaseRules:
    """The numbers behind the protection; counts are of people (or follow-ups, one a person and round)."""

    smallest: int = 11
    rounded_to: int = 5
    narrowest: int = 5
    band_from: int = 20
    share_from: int = 55
    mean_from: int = 20
    margin: int = 3
    least_people: int = 50
    why: Words = field(default_factory=dict)

    @property
    def slack(self) -> int:
        """How far a rounded count may lie from the true one."""
        return self.rounded_to // 2

    @property
    def first_shown(self) -> int:
        """From how many on a count is shown that was not shown before."""
        return self.smallest + self.margin

    @property
    def kept_within(self) -> int:
        """How far a count may lie from what the last release said of it, for that to stay."""
        return self.slack + self.margin - 1

    def rounded(self, count: float) -> int:
        """To the nearest multiple."""
        return int((count + self.slack) // self.rounded_to * self.rounded_to)


@dataclass(frozen=True, slots=True)
class ReleaseTable:
    """One table of the catalogue. The first dimension adds up to the total; the second, if any, is the round."""

    id: str
    by: tuple[str, ...]
    label: Words
    leave_out: tuple[str, ...] = ()  # indicators, or files of several, that are not in this table

    @property
    def has_rounds(self) -> bool:
        return "round" in self.by

    @property
    def side(self) -> str:
        return self.by[0]


@dataclass(frozen=True, slots=True)
class Merge:
    """One way to put codes of a dimension together. Several for one dimension stand from the finer to the coarser."""

    of: str
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KnownTotal:
    """A count that is public already: printed exactly, and known to whoever attacks."""

    indicator: str
    by: tuple[str, ...]
    source: Words


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """The whole catalogue of releases, as declared in releases.toml. Empty: nothing can be released."""

    rules: ReleaseRules = field(default_factory=ReleaseRules)
    tables: tuple[ReleaseTable, ...] = ()
    merges: tuple[Merge, ...] = ()
    known_totals: tuple[KnownTotal, ...] = ()

    def ways(self, dimension: str, codes: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The ways to group the codes, the finest first: each alone, then as declared."""
        declared = (each.groups for each in self.merges if each.of == dimension)
        return (tuple((code,) for code in codes), *declared)

    def is_known(self, indicator: str, group: Group) -> bool:
        """Whether that count is public; a total is where its parts are."""
        return any(
            each.indicator == indicator and {name for name, _ in group} <= set(each.by) for each in self.known_totals
        )


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
            return Figure(self.indicator, group, withheld=True, months=self.months)
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
