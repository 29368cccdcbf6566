"""What is protected together: the cells of a block with their true counts. Lives while a release is built, never kept.

A block is all that adds up with each other: of indicators with the same people behind them, in one round, the cells of
every table, each table adding up to the same total.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from monitoring.domain.indicator import Kind
from monitoring.domain.release import Published, Shown
from monitoring.domain.release_plan import TOGETHER, Group

Series = tuple[str, int | None]
"""An indicator, and of a risk the months since return."""


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """How a series is protected, and its true numbers in each cell."""

    kind: Kind
    is_harm: bool = False
    affected: Mapping[Group, int] = field(default_factory=dict)  # of a share or risk, those whom it counts
    values: Mapping[Group, float | None] = field(default_factory=dict)  # of a mean, median or risk
    decimals: int = 2

    @property
    def has_affected(self) -> bool:
        return self.kind in (Kind.SHARE, Kind.TIME_TO_EVENT)


@dataclass(frozen=True, slots=True)
class Line:
    """Cells of a table that add up to another cell."""

    table: str
    whole: Group
    parts: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """True counts. `people` are shared by all series; `adding_up` are series of which each person is in exactly one."""

    name: str
    people: Mapping[Group, int]
    series: Mapping[Series, SeriesFacts]
    lines: tuple[Line, ...]
    public: frozenset[Group] = frozenset()
    at_most: Mapping[Group, int] = field(default_factory=dict)  # of people, by what is public
    adding_up: tuple[Series, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        return tuple(self.people)

    def line_of(self, group: Group) -> Line | None:
        """The line that the cell is a part of; None for the total."""
        return next((line for line in self.lines if group in line.parts), None)


Saying = dict[tuple[Series, Group], Published]
"""What is said of each cell by each series."""

WITHHELD = Published(Shown.WITHHELD)
FOR_OTHERS = Published(Shown.WITHHELD, for_others=True)


def merged(block: Block, table: str, groups: Iterable[tuple[str, ...]]) -> Block:
    """The block with a table's codes put together as given; nothing of the finer cells is left."""
    line = next(each for each in block.lines if each.table == table)
    renamed: dict[Group, Group] = {}
    for codes in groups:
        present = [part for part in line.parts if part[0][1] in codes]
        for part in present:
            code = TOGETHER.join(each[0][1] for each in present)
            renamed[part] = ((part[0][0], code), *part[1:])
    parts = tuple(dict.fromkeys(renamed.get(part, part) for part in line.parts))
    lines = tuple(replace(each, parts=parts) if each is line else each for each in block.lines)
    return replace(
        block,
        people=_summed(block.people, renamed),
        series={
            name: replace(facts, affected=_summed(facts.affected, renamed), values=_mixed(facts, block.people, renamed))
            for name, facts in block.series.items()
        },
        lines=lines,
        public=block.public - set(renamed),
        at_most={group: most for group, most in block.at_most.items() if group not in renamed},
    )


def _summed(counts: Mapping[Group, int], renamed: Mapping[Group, Group]) -> dict[Group, int]:
    found: dict[Group, int] = {}
    for group, count in counts.items():
        name = renamed.get(group, group)
        found[name] = found.get(name, 0) + count
    return found


def _mixed(
    facts: SeriesFacts, people: Mapping[Group, int], renamed: Mapping[Group, Group]
) -> dict[Group, float | None]:
    """Means weigh by their people. Medians and risks of parts have no whole: merged, they are left out."""
    found: dict[Group, float | None] = {}
    parts: dict[Group, list[Group]] = {}
    for group in facts.values:
        parts.setdefault(renamed.get(group, group), []).append(group)
    for name, of in parts.items():
        if len(of) == 1:
            found[name] = facts.values[of[0]]
        elif facts.kind is Kind.MEAN and (counted := [part for part in of if facts.values[part] is not None]):
            whole = sum(people[part] for part in counted)
            found[name] = sum((facts.values[part] or 0) * people[part] for part in counted) / whole
        else:
            found[name] = None
    return found
