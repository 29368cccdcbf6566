"""Which rows a statement looks at: a form's rows that pass the filters, and of a time to event those followed.

Shared by what counts rows and by what lists them, so that a figure and the rows behind it are of the same rows.
"""

from dataclasses import dataclass
from datetime import date

from monitoring.derive.computed import computed_rows, rows_where
from monitoring.derive.filters import Parameters, filters, quarters
from monitoring.derive.people_queries import LOOKED_AT
from monitoring.derive.relations import Sources, quarter_of
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Indicator
from monitoring.domain.period import Quarter

KNOWN_DAY = "select\n        survivor_key,\n        {day} as known_day\n    from told"
UNION = "\n\n    union all\n\n    "


@dataclass(frozen=True, slots=True)
class Looking:
    """What every statement of a request needs."""

    catalogue: Catalogue
    request: FigureRequest
    as_of: date
    sources: Sources

    @property
    def parameters(self) -> Parameters:
        return Parameters({"as_of": self.as_of})

    @property
    def speaks(self) -> str:
        """The column that marks the interview that counts: one a person and round, of pooled rounds one a pool."""
        by, where = self.request.by, self.request.where
        is_of_pools = "pooled_round" in by or ("pooled_round" in where and "round" not in {*by, *where})
        return "speaks_for_pool" if is_of_pools else "speaks_for_round"


def followed(looking: Looking, indicator: Indicator, by: tuple[str, ...]) -> tuple[str, Parameters]:
    """SQL: the named steps up to `measured`, and their parameters."""
    where = looking.request.where
    by_quarter = "quarter" in by
    ends = [Quarter.parse(text).last_day for text in where.get("quarter_to", ())]
    day = {} if by_quarter else {"as_of": min([looking.as_of, *ends])}  # DuckDB refuses one that no condition names
    parameters = Parameters(dict[str, object](day))
    narrowed = {name: values for name, values in where.items() if not name.startswith("quarter_")}
    return statement("followed_people").format(
        events=all_rows(looking, indicator.form, (indicator.numerator,)),
        known=all_rows(looking, "follow_ups", indicator.known_until),
        people=all_rows(looking, "survivors", (indicator.denominator,), filters(narrowed, parameters)),
        known_days=UNION.join(KNOWN_DAY.format(day=text) for text in indicator.known_until),
        numerator=indicator.numerator,
        denominator=f"({indicator.denominator})",
        day="quarters.last_day" if by_quarter else "cast($as_of as date)",
        quarter=",\n        quarters.quarter" if by_quarter else "",
        quarters=f"cross join {quarters(looking.as_of, where, parameters)}" if by_quarter else "",
    ), parameters


def rows_of(
    looking: Looking, form: str, dated_by: str | None, texts: list[str] | tuple[str, ...], parameters: Parameters
) -> str:
    """SQL: a form's rows that pass the filters, each in its quarter; a person's is that of the return."""
    also = [LOOKED_AT]
    if form != "follow_ups":  # a round knows its quarter
        also.append(f"{quarter_of(dated_by) if dated_by else 'return_quarter'} as quarter")
    rows = rows_where(looking.sources.of(form), filters(looking.request.where, parameters), *also)
    return computed_rows(looking.catalogue, form, texts, rows, looking.sources)


def all_rows(looking: Looking, form: str, texts: tuple[str, ...], conditions: str = "true") -> str:
    """SQL: a form's rows of any time."""
    rows = rows_where(looking.sources.of(form), conditions)
    return computed_rows(looking.catalogue, form, texts, rows, looking.sources)


def is_due(form: str) -> str:
    """SQL: whether a row counts among those due. A round did once it came due; any other row is there or is not."""
    return "was_interviewed or (could_come_due and target_date <= looked_at_on)" if form == "follow_ups" else "true"
