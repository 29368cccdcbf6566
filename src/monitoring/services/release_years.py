"""What counting people by reporting year asks for beyond other tables: years that do not add up, silent files."""

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Indicator
from monitoring.domain.release_plan import REPORTING_YEAR, Group, ReleaseTable
from monitoring.services.release_counts import NOT_RECORDED, Counted


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


def is_unknown_of_some(found: Counted, indicator: Indicator, table: ReleaseTable) -> bool:
    """Whether anybody's file leaves it open: in a year people are counted by their file, and not asked."""
    unknown = (table.side, NOT_RECORDED)
    return NOT_RECORDED not in found.codes[table.side] and any(
        id_ == indicator.id and unknown in group and REPORTING_YEAR in dict(group) for id_, _, group in found.counts
    )


def _counted(figure: Figure | None) -> int:
    return int((figure.numerator if figure else 0) or 0)
