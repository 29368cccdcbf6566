"""Joint protection of a block: merge, say what each cell may by its size, look what follows, withhold, look again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from monitoring.domain.release import Shown
from monitoring.domain.release_plan import Group, ReleaseRules
from monitoring.protection.audit import Finding, Tally, audit, known_of
from monitoring.protection.cells import FOR_OTHERS, Block, Saying, Series, merged
from monitoring.protection.means import withhold_beside_means
from monitoring.protection.nested import tell_less_of_nested
from monitoring.protection.saying import first_saying

if TYPE_CHECKING:
    from monitoring.protection.reach import Base

Way = tuple[tuple[str, ...], ...]
"""Codes of a dimension put together."""

PATIENCE = 4
"""After so many rounds of one cell more, whole tables are withheld."""

Ways = Mapping[str, Sequence[Way]]
"""Table -> the ways to group its codes, the finest first."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What is said of each cell of the block, as it was merged."""

    block: Block
    saying: Saying
    for_others: int  # cells withheld only so that others cannot be worked out
    tally: Tally
    merged: tuple[str, ...] = ()  # tables in which codes were put together

    @property
    def shown(self) -> int:
        return sum(said.shown is not Shown.WITHHELD for said in self.saying.values())


@dataclass(slots=True)
class _Chosen:
    """For each table, which of its ways is in force."""

    ways: Ways
    at: dict[str, int] = field(default_factory=dict)

    def applied(self, block: Block) -> Block:
        for table, place in self.at.items():
            if place:
                block = merged(block, table, self.ways[table][place])
        return block

    @property
    def merged(self) -> tuple[str, ...]:
        return tuple(table for table, place in self.at.items() if place)


def protect(block: Block, rules: ReleaseRules, history: Sequence[Saying], ways: Ways) -> Protected:
    """`history` is what approved releases said, the newest first.

    Merges first, each table as coarsely as lets most of its cells say something; then withholds until none is known.

    Where a table still had to withhold for the sake of others, its next coarser way is tried, and kept if it says more.
    """
    last = history[0] if history else {}
    chosen = _Chosen(ways, {table: _first_way(block, table, each, rules, last) for table, each in ways.items()})
    best = _withheld(chosen.applied(block), rules, history, chosen.merged)
    for table in ways:
        while best.for_others and chosen.at[table] + 1 < len(ways[table]):
            other = _Chosen(ways, {**chosen.at, table: chosen.at[table] + 1})
            tried = _withheld(other.applied(block), rules, history, other.merged)
            if tried.for_others >= best.for_others or tried.shown < best.shown:
                break
            chosen, best = other, tried
    return best


def _first_way(block: Block, table: str, ways: Sequence[Way], rules: ReleaseRules, last: Saying) -> int:
    """As in the last release, so that nobody can lay one way beside the other; in a first release the best."""
    told = {group for _, group in last}
    for at, way in enumerate(ways):
        if set(_parts(merged(block, table, way), table)) <= told:
            return at
    return _best_way(block, table, ways, rules)


def _parts(block: Block, table: str) -> tuple[Group, ...]:
    return next(line.parts for line in block.lines if line.table == table)


def _best_way(block: Block, table: str, ways: Sequence[Way], rules: ReleaseRules) -> int:
    """The way in which most cells say something by their size; of equal ones the one that hides fewest, then finest."""

    def score(at: int) -> tuple[int, int, int]:
        tried = merged(block, table, ways[at]) if at else block
        parts = _parts(tried, table)
        said = first_saying(tried, rules, {})
        hidden = sum(said[name, part].shown is Shown.WITHHELD for name in tried.series for part in parts)
        return len(parts) * len(tried.series) - hidden, -hidden, -at

    return max(range(len(ways)), key=score)


def _withheld(
    block: Block, rules: ReleaseRules, history: Sequence[Saying], merged_tables: tuple[str, ...]
) -> Protected:
    """Withholds one cell after the other until no count is known too well."""
    saying = first_saying(block, rules, history[0] if history else {})
    before = _hidden(saying)
    tell_less_of_nested(block, saying, rules)
    withhold_beside_means(block, saying, rules, history[0] if history else {})
    tally = Tally()
    bases: list[Base] = []
    for again in count():
        tally.narrowest = None
        findings = audit(block, saying, known_of(block, saying, history, rules), rules, tally, bases)
        if not findings or not _withhold_for(block, saying, findings, whole_lines=again >= PATIENCE):
            break
    return Protected(block, saying, _hidden(saying) - before, tally, merged_tables)


def _withhold_for(block: Block, saying: Saying, findings: Sequence[Finding], *, whole_lines: bool) -> bool:
    """One cell more for the smallest count of each line and series: what it gives away elsewhere is seen next time."""
    if whole_lines and _withhold_lines(block, saying, findings):
        return True
    done: set[tuple[str, Series | None]] = set()
    is_more = False
    for finding in findings:
        line = block.line_of(finding.target.group)
        place = (line.table if line else "", finding.target.series)
        if place not in done and (None not in {each for _, each in done} or not is_more):
            done.add(place)
            is_more = _withhold_more(block, saying, finding) or is_more
    return is_more


def _withhold_lines(block: Block, saying: Saying, findings: Sequence[Finding]) -> bool:
    """Tables that cannot be saved cell by cell say nothing at all of this block."""
    before = _hidden(saying)
    for line in {block.line_of(finding.target.group) for finding in findings} - {None}:
        for part in line.parts if line else ():
            if part not in block.public:
                _hide(saying, list(block.series), part)
    return _hidden(saying) > before


def _withhold_more(block: Block, saying: Saying, finding: Finding) -> bool:
    """Withholds what gives the count away: its own band, or else the least of what adds up with it. False: all is."""
    group, series = finding.target.group, finding.target.series
    own = [series] if series is not None else list(block.series)
    if series is not None and saying[series, group].shown is not Shown.WITHHELD:
        saying[series, group] = FOR_OTHERS
        return True
    for names in (own, list(block.series)):
        for candidates in _near(block, group):
            shown = [each for each in candidates if _says(saying, names, each) and each not in block.public]
            if shown:
                least = min(shown, key=lambda each: (block.people[each], each))
                _hide(saying, names, least)
                return True
    return False


def _near(block: Block, group: Group) -> tuple[tuple[Group, ...], ...]:
    """Cells to withhold, the nearest first: of the same line, the total, everything."""
    line = block.line_of(group)
    if line is None:
        return tuple(each.parts for each in block.lines)
    return (tuple(part for part in line.parts if part != group), (line.whole,), block.groups)


def _says(saying: Saying, names: Sequence[Series], group: Group) -> bool:
    return any(saying[name, group].shown is not Shown.WITHHELD for name in names)


def _hide(saying: Saying, names: Sequence[Series], group: Group) -> None:
    for name in names:
        if saying[name, group].shown is not Shown.WITHHELD:
            saying[name, group] = FOR_OTHERS


def _hidden(saying: Saying) -> int:
    return sum(said.shown is Shown.WITHHELD for said in saying.values())
