"""What counting people by reporting year asks for beyond other tables: years that do not add up, silent files."""

from collections.abc import Sequence

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Indicator
from monitoring.domain.release_plan import REPORTING_YEAR, TOGETHER, Group, ReleaseTable
from monitoring.protection.cells import Block, Line, merged
from monitoring.protection.jointly import Protected, Way, Ways
from monitoring.services.release_counts import Counted


def may_be_subtracted(
    catalogue: Catalogue, found: Counted, tables: list[ReleaseTable], indicator: Indicator, rest: Group
) -> bool:
    """Whoever was helped in two years is in both, so that no table ties years to their total, and no solver sees it.

    But a small year is at least the total less all other years. Where there is one, nothing is said of any year.
    """
    if not rest or rest[0][0] != REPORTING_YEAR or REPORTING_YEAR in {table.side for table in tables}:
        return False
    rules = catalogue.releases.rules
    years = (found.counts.get((indicator.id, None, ((REPORTING_YEAR, code),))) for code in found.codes[REPORTING_YEAR])
    return any(rules.slack < _counted(each) < rules.first_shown for each in years)


def as_in_the_same_year(block: Block, ways: Ways, done: Sequence[Protected]) -> tuple[Block, Ways]:
    """A year's table merged as another count's of that year was, so that their rows stand side by side; other ways."""
    left = dict(ways)
    for line in block.lines:
        if REPORTING_YEAR not in dict(line.whole) or line.table not in ways:
            continue
        mine = tuple(part[0][1] for part in line.parts)
        for other in (each for made in done for each in made.block.lines if _is_the_same(each, line)):
            told = {part[0][1] for part in other.parts}
            way = next((each for each in ways[line.table][1:] if _codes(each, mine) == told), None)
            if way is not None and line.table in left:
                block = merged(block, line.table, way)
                del left[line.table]
    return block, left


def _is_the_same(one: Line, other: Line) -> bool:
    return (one.table, one.whole) == (other.table, other.whole)


def _codes(way: Way, codes: Sequence[str]) -> set[str]:
    """The codes of a table once it is merged so; what no group names stays alone."""
    groups = [[code for code in group if code in codes] for group in way]
    alone = set(codes) - {code for group in groups for code in group}
    return {TOGETHER.join(group) for group in groups if group} | alone


def _counted(figure: Figure | None) -> int:
    return int((figure.numerator if figure else 0) or 0)
