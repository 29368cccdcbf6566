"""What is declared about releases in releases.toml: tables, ways to merge, rules, public totals. Holds no figure."""

from dataclasses import dataclass, field
from datetime import date

from monitoring.domain.form import Words
from monitoring.domain.reporting_years import ReportingYears

REPORTING_YEAR = "reporting_year"
RELEASE_DIMENSIONS = ("country", "gender", "age_band", "disability", "year", "provider", REPORTING_YEAR, "round")
"""By what people may be laid side by side, the last two across. Of providers only those are named that agreed to it."""

OTHER_PROVIDERS = "other_providers"
"""All providers that have not agreed to be named, as one group."""

DISABILITY = ("true", "false", "not_recorded")
"""Whether somebody lives with one: the file says yes or no, or leaves it open."""

YEARS_BACK = ("1", "2", "3", "earlier")
"""Spans of four quarters back from the last closed one, and everything before."""

TOGETHER = "|"
"""Between codes that were put together: no code of ours has it, `48+` has a plus."""

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
    """One table of the catalogue. The first dimension adds up to the total; the second, if any, is the round.

    Or it is the reporting year, of counts of people: then the total is that of the year.
    """

    id: str
    by: tuple[str, ...]
    label: Words
    leave_out: tuple[str, ...] = ()  # indicators, or files of several, that are not in this table
    only: tuple[str, ...] = ()  # indicators that alone are in it; none named: all that fit

    @property
    def across(self) -> str:
        """The second dimension: each code of it is protected apart. Nothing where there is none."""
        return self.by[1] if len(self.by) > 1 else ""

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
class Nested:
    """Shares of the same people, each counting some of those whom the next one counts."""

    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreedProvider:
    """A provider that has agreed to be named, in writing: where it works, its code there, and how it is called."""

    id: str
    country: str
    name: str
    agreed_on: date


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """The whole catalogue of releases, as declared in releases.toml. Empty: nothing can be released."""

    rules: ReleaseRules = field(default_factory=ReleaseRules)
    tables: tuple[ReleaseTable, ...] = ()
    merges: tuple[Merge, ...] = ()
    known_totals: tuple[KnownTotal, ...] = ()
    agreed_providers: tuple[AgreedProvider, ...] = ()
    nested: tuple[Nested, ...] = ()

    @property
    def dimensions(self) -> tuple[str, ...]:
        """By what people may be laid side by side here: by provider only where one has agreed to be named."""
        return tuple(each for each in RELEASE_DIMENSIONS if each != "provider" or self.agreed_providers)

    @property
    def named_providers(self) -> tuple[AgreedProvider, ...]:
        """Those that a table of the catalogue names; none where no table is by provider."""
        return self.agreed_providers if any(table.side == "provider" for table in self.tables) else ()

    reporting_years: ReportingYears = field(default_factory=ReportingYears)

    def ways(self, dimension: str, codes: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The ways to group the codes, the finest first: each alone, then as declared."""
        declared = (each.groups for each in self.merges if each.of == dimension)
        return (tuple((code,) for code in codes), *declared)

    def is_known(self, indicator: str, group: Group) -> bool:
        """Whether that count is public; a total is where its parts are."""
        return any(
            each.indicator == indicator and {name for name, _ in group} <= set(each.by) for each in self.known_totals
        )
