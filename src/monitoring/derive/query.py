"""The SQL behind every figure: one statement for all indicators that are counted over the same relation.

Values always travel as parameters; what is written into the text comes from the declarations and from this package.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.derive.computed import computed_rows, rows_where
from monitoring.derive.filters import Parameters, filters, group_by, groups, quarters
from monitoring.derive.measures import counting_columns, counts_people
from monitoring.derive.people_queries import LOOKED_AT
from monitoring.derive.relations import Sources, quarter_of
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Indicator, Kind, OtherRows
from monitoring.domain.period import Quarter

_KNOWN_DAY = "select\n        survivor_key,\n        {day} as known_day\n    from told"
_UNION = "\n\n    union all\n\n    "


@dataclass(frozen=True, slots=True)
class Query:
    """A statement, its parameters, the indicators it counts and the columns it is grouped by.

    Its rows are: the grouping columns, `due`, `interviewed`, then for each indicator the columns of
    `derive.measures`.
    """

    sql: str
    parameters: Mapping[str, object]
    indicators: tuple[Indicator, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Looking:
    """What every statement of a request needs."""

    catalogue: Catalogue
    request: FigureRequest
    as_of: date
    sources: Sources

    @property
    def parameters(self) -> Parameters:
        return Parameters({"as_of": self.as_of})


def figures_queries(catalogue: Catalogue, request: FigureRequest, today: date, sources: Sources) -> Iterator[Query]:
    """As few statements as the request allows. Raises KeyError for an indicator that is not declared."""
    looking = _Looking(catalogue, request, request.as_of or today, sources)
    together: dict[tuple[str, str | None], list[Indicator]] = {}
    for indicator in (catalogue.indicators[each] for each in request.indicators):
        if indicator.kind is Kind.TIME_TO_EVENT:
            yield _of_events(looking, indicator)
        elif counts_people(indicator):
            yield _of_people_met(looking, indicator)
        else:
            together.setdefault((indicator.form, indicator.dated_by), []).append(indicator)
    for (form, dated_by), indicators in together.items():
        of = tuple(indicators)
        yield _of_rounds(looking, of) if form == "follow_ups" else _of_rows(looking, form, dated_by, of)


def people_followed(
    catalogue: Catalogue, indicator: Indicator, where: Mapping[str, tuple[str, ...]], as_of: date
) -> tuple[str, dict[str, object]]:
    """Of a time to event, each person who could have it: a statement and its parameters."""
    looking = _Looking(catalogue, FigureRequest((indicator.id,), where=where), as_of, Sources())
    followed, parameters = _followed(looking, indicator, ())
    return statement("people_followed").format(followed=followed, rounds=Sources().rounds), parameters.values


def _of_rounds(looking: _Looking, indicators: tuple[Indicator, ...]) -> Query:
    by, parameters = looking.request.by, looking.parameters
    speaks = "speaks_for_pool" if "pooled_round" in by else "speaks_for_round"
    rows = rows_where(looking.sources.rounds, filters(looking.request.where, parameters), LOOKED_AT)
    texts = [text for each in indicators for text in each.expressions]
    sql = statement("figures_of_rounds").format(
        computed=computed_rows(looking.catalogue, "follow_ups", texts, rows, looking.sources),
        speaks=speaks,
        groups=groups(by),
        counts=",\n    ".join(counting_columns(each, speaks) for each in indicators),
        group_by=group_by(by),
    )
    return Query(sql, parameters.values, indicators, by)


def _of_rows(looking: _Looking, form: str, dated_by: str | None, indicators: tuple[Indicator, ...]) -> Query:
    """People, referrals, reviews, sessions: each row counts, in the quarter of its day."""
    by, parameters = looking.request.by, looking.parameters
    texts = [text for each in indicators for text in each.expressions]
    sql = statement("figures_of_rows").format(
        computed=_rows(looking, form, dated_by, texts, parameters),
        groups=groups(by),
        counts=",\n    ".join(counting_columns(each, "true") for each in indicators),
        group_by=group_by(by),
    )
    return Query(sql, parameters.values, indicators, by)


def _of_people_met(looking: _Looking, indicator: Indicator) -> Query:
    """Different people of whom any row of the indicator's form, or of its other forms, says so."""
    by, parameters = looking.request.by, looking.parameters
    own = OtherRows(indicator.form, indicator.numerator, indicator.dated_by or "")
    columns = ", ".join(dict.fromkeys(["survivor_key", "was_interviewed", *by]))
    branches = []
    for at, each in enumerate((own, *indicator.or_in), 1):
        rows = _rows(looking, each.form, each.dated_by or None, (each.numerator,), parameters)
        due = (
            "was_interviewed or (could_come_due and target_date <= looked_at_on)"
            if each.form == "follow_ups"
            else "true"
        )
        said = f"{columns}, {due} as is_due, ({each.numerator}) as holds"
        branches.append(f"select {said}\n    from (\n{rows}\n    ) as rows_{at}")
    sql = statement("figures_of_people_met").format(
        rows=_UNION.join(branches), id=indicator.id, groups=groups(by), group_by=group_by(by)
    )
    return Query(sql, parameters.values, (indicator,), by)


def _of_events(looking: _Looking, indicator: Indicator) -> Query:
    """By quarter: as known at the end of each, of those who had returned by then; else: as known on the day.

    Narrowed to a last quarter: as known at its end. What came before is never left out: a risk begins with the return.
    """
    by = looking.request.by
    followed, parameters = _followed(looking, indicator, by)
    sql = statement("figures_of_events").format(
        id=indicator.id, followed=followed, groups=groups(by), group_by=group_by(by)
    )
    return Query(sql, parameters.values, (indicator,), by)


def _followed(looking: _Looking, indicator: Indicator, by: tuple[str, ...]) -> tuple[str, Parameters]:
    """SQL: the named steps up to `measured`, and their parameters."""
    where = looking.request.where
    by_quarter = "quarter" in by
    ends = [Quarter.parse(text).last_day for text in where.get("quarter_to", ())]
    day = {} if by_quarter else {"as_of": min([looking.as_of, *ends])}  # DuckDB refuses one that no condition names
    parameters = Parameters(dict[str, object](day))
    narrowed = {name: values for name, values in where.items() if not name.startswith("quarter_")}
    return statement("followed_people").format(
        events=_all_rows(looking, indicator.form, (indicator.numerator,)),
        known=_all_rows(looking, "follow_ups", indicator.known_until),
        people=_all_rows(looking, "survivors", (indicator.denominator,), filters(narrowed, parameters)),
        known_days=_UNION.join(_KNOWN_DAY.format(day=text) for text in indicator.known_until),
        numerator=indicator.numerator,
        denominator=f"({indicator.denominator})",
        day="quarters.last_day" if by_quarter else "cast($as_of as date)",
        quarter=",\n        quarters.quarter" if by_quarter else "",
        quarters=f"cross join {quarters(looking.as_of, where, parameters)}" if by_quarter else "",
    ), parameters


def _all_rows(looking: _Looking, form: str, texts: tuple[str, ...], conditions: str = "true") -> str:
    """SQL: a form's rows of any time."""
    rows = rows_where(looking.sources.of(form), conditions)
    return computed_rows(looking.catalogue, form, texts, rows, looking.sources)


def _rows(
    looking: _Looking, form: str, dated_by: str | None, texts: list[str] | tuple[str, ...], parameters: Parameters
) -> str:
    """SQL: a form's rows that pass the filters, each in its quarter; a person's is that of the return."""
    also = [LOOKED_AT]
    if form != "follow_ups":  # a round knows its quarter
        also.append(f"{quarter_of(dated_by) if dated_by else 'return_quarter'} as quarter")
    rows = rows_where(looking.sources.of(form), filters(looking.request.where, parameters), *also)
    return computed_rows(looking.catalogue, form, texts, rows, looking.sources)
