"""The SQL behind every figure: one statement for all indicators that are counted over the same relation.

Values always travel as parameters; what is written into the text comes from the declarations and from this package.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.derive.filters import group_by, groups
from monitoring.derive.looking import UNION, Looking, followed, is_due, rows_of
from monitoring.derive.measures import counting_columns, counts_people
from monitoring.derive.relations import Sources
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Indicator, Kind, OtherRows


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


def figures_queries(catalogue: Catalogue, request: FigureRequest, today: date, sources: Sources) -> Iterator[Query]:
    """As few statements as the request allows. Raises KeyError for an indicator that is not declared."""
    looking = Looking(catalogue, request, request.as_of or today, sources)
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
    looking = Looking(catalogue, FigureRequest((indicator.id,), where=where), as_of, Sources())
    steps, parameters = followed(looking, indicator, ())
    return statement("people_followed").format(followed=steps, rounds=Sources().rounds), parameters.values


def _of_rounds(looking: Looking, indicators: tuple[Indicator, ...]) -> Query:
    by, parameters = looking.request.by, looking.parameters
    texts = [text for each in indicators for text in each.expressions]
    sql = statement("figures_of_rounds").format(
        computed=rows_of(looking, "follow_ups", None, texts, parameters),
        speaks=looking.speaks,
        groups=groups(by),
        counts=",\n    ".join(counting_columns(each, looking.speaks) for each in indicators),
        group_by=group_by(by),
    )
    return Query(sql, parameters.values, indicators, by)


def _of_rows(looking: Looking, form: str, dated_by: str | None, indicators: tuple[Indicator, ...]) -> Query:
    """People, referrals, reviews, sessions: each row counts, in the quarter of its day."""
    by, parameters = looking.request.by, looking.parameters
    texts = [text for each in indicators for text in each.expressions]
    sql = statement("figures_of_rows").format(
        computed=rows_of(looking, form, dated_by, texts, parameters),
        groups=groups(by),
        counts=",\n    ".join(counting_columns(each, "true") for each in indicators),
        group_by=group_by(by),
    )
    return Query(sql, parameters.values, indicators, by)


def _of_people_met(looking: Looking, indicator: Indicator) -> Query:
    """Different people of whom any row of the indicator's form, or of its other forms, says so."""
    by, parameters = looking.request.by, looking.parameters
    own = OtherRows(indicator.form, indicator.numerator, indicator.dated_by or "")
    columns = ", ".join(dict.fromkeys(["survivor_key", "was_interviewed", *by]))
    branches = []
    for at, each in enumerate((own, *indicator.or_in), 1):
        rows = rows_of(looking, each.form, each.dated_by or None, (each.numerator,), parameters)
        said = f"{columns}, {is_due(each.form)} as is_due, ({each.numerator}) as holds"
        branches.append(f"select {said}\n    from (\n{rows}\n    ) as rows_{at}")
    sql = statement("figures_of_people_met").format(
        rows=UNION.join(branches), id=indicator.id, groups=groups(by), group_by=group_by(by)
    )
    return Query(sql, parameters.values, (indicator,), by)


def _of_events(looking: Looking, indicator: Indicator) -> Query:
    """By quarter: as known at the end of each, of those who had returned by then; else: as known on the day.

    Narrowed to a last quarter: as known at its end. What came before is never left out: a risk begins with the return.
    """
    by = looking.request.by
    steps, parameters = followed(looking, indicator, by)
    sql = statement("figures_of_events").format(
        id=indicator.id, followed=steps, groups=groups(by), group_by=group_by(by)
    )
    return Query(sql, parameters.values, (indicator,), by)
