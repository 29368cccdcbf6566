"""The SQL behind every figure: one statement for all indicators that are counted over the same relation.

Values always travel as parameters; what is written into the text comes from the declarations and from this module.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from monitoring.derive.computed import computed_rounds
from monitoring.derive.measures import counting_columns
from monitoring.derive.relations import Sources
from monitoring.derive.sql_files import statement
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import FigureRequest
from monitoring.domain.indicator import Indicator
from monitoring.domain.period import Quarter

FIRST_YEAR = 2015
"""Events are followed quarter by quarter from here on; no office of ours has older returns on its books."""


@dataclass(frozen=True, slots=True)
class Query:
    """A statement, its parameters, the indicators it counts and the columns it is grouped by.

    Its rows are: the grouping columns, `due`, `interviewed`, then for each indicator `<id>__numerator`,
    `<id>__denominator`, `<id>__answered`, and for means `<id>__spread` (the standard deviation).
    """

    sql: str
    parameters: Mapping[str, object]
    indicators: tuple[Indicator, ...]
    by: tuple[str, ...]


@dataclass(slots=True)
class _Parameters:
    """Hands out names for values."""

    values: dict[str, object] = field(default_factory=dict)

    def name(self, value: object) -> str:
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"${name}"


def figures_queries(catalogue: Catalogue, request: FigureRequest, today: date, sources: Sources) -> Iterator[Query]:
    """As few statements as the request allows. Raises KeyError for an indicator that is not declared."""
    wanted = [catalogue.indicators[each] for each in request.indicators]
    of_rounds = tuple(each for each in wanted if each.form == "follow_ups")
    of_people = tuple(each for each in wanted if each.form == "survivors")
    if of_rounds:
        yield _of_rounds(catalogue, of_rounds, request, today, sources)
    if of_people:
        yield _of_people(of_people, request, sources)
    for indicator in wanted:
        if indicator.form == "incidents":
            yield _of_events(indicator, request, today, sources)


def round_statuses(where: Mapping[str, tuple[str, ...]], as_of: date) -> tuple[str, dict[str, object]]:
    """What became of those due, by round: a statement and its parameters."""
    parameters = _Parameters({"as_of": as_of})
    return statement("round_statuses").format(filters=_filters(where, parameters)), parameters.values


def same_people(
    catalogue: Catalogue, indicator: Indicator, first: str, second: str, where: Mapping[str, tuple[str, ...]]
) -> tuple[str, dict[str, object]]:
    """A share among the people who answered in both of two rounds: a statement and its parameters."""
    parameters = _Parameters({"first": first, "second": second})
    sql = statement("same_people").format(
        computed=computed_rounds(catalogue, [indicator], Sources().rounds, _filters(where, parameters)),
        numerator=indicator.numerator,
        denominator=indicator.denominator,
    )
    return sql, parameters.values


def _of_rounds(
    catalogue: Catalogue, indicators: tuple[Indicator, ...], request: FigureRequest, today: date, sources: Sources
) -> Query:
    parameters = _Parameters({"as_of": request.as_of or today})
    speaks = "speaks_for_pool" if "pooled_round" in request.by else "speaks_for_round"
    sql = statement("figures_of_rounds").format(
        computed=computed_rounds(catalogue, indicators, sources.rounds, _filters(request.where, parameters)),
        speaks=speaks,
        groups=_groups(request.by),
        counts=",\n    ".join(counting_columns(each, speaks) for each in indicators),
        group_by=_group_by(request.by),
    )
    return Query(sql, parameters.values, indicators, request.by)


def _of_people(indicators: tuple[Indicator, ...], request: FigureRequest, sources: Sources) -> Query:
    parameters = _Parameters()
    columns = {"quarter": "return_quarter"}
    sql = statement("figures_of_people").format(
        people=sources.people,
        filters=_filters(request.where, parameters, columns),
        groups=_groups(request.by, columns),
        counts=",\n    ".join(counting_columns(each, "true") for each in indicators),
        group_by=_group_by(request.by, columns),
    )
    return Query(sql, parameters.values, indicators, request.by)


def _of_events(indicator: Indicator, request: FigureRequest, today: date, sources: Sources) -> Query:
    """By quarter: of all who had returned by the quarter's end, those with an event by then; else: by the day."""
    parameters = _Parameters()
    as_of = request.as_of or today
    by_quarter = "quarter" in request.by
    narrowed = {name: values for name, values in request.where.items() if not name.startswith("quarter_")}
    filters = _filters(narrowed, parameters)
    sql = statement("figures_of_events").format(
        id=indicator.id,
        incidents=sources.events,
        people=sources.people,
        numerator=indicator.numerator,
        denominator=f"({indicator.denominator})",
        answered=indicator.answered or "was_interviewed",
        day="quarters.last_day" if by_quarter else f"cast({parameters.name(as_of)} as date)",
        quarter=", quarters.quarter" if by_quarter else "",
        quarters=f"cross join {_quarters(as_of, request.where, parameters)}" if by_quarter else "",
        filters=filters,
        groups=_groups(request.by),
        group_by=_group_by(request.by),
    )
    return Query(sql, parameters.values, (indicator,), request.by)


def _quarters(as_of: date, where: Mapping[str, tuple[str, ...]], parameters: _Parameters) -> str:
    """The quarters looked at, each with its last day, the running one ending on the day looked at."""
    first = max((Quarter.parse(text) for text in where.get("quarter_from", ())), default=Quarter(FIRST_YEAR, 1))
    last = min((Quarter.parse(text) for text in where.get("quarter_to", ())), default=Quarter.of(as_of))
    rows = []
    while first <= min(last, Quarter.of(as_of)):
        day = min(first.last_day, as_of)
        rows.append(f"({parameters.name(str(first))}, cast({parameters.name(day)} as date))")
        first = first.next
    return f"(values {', '.join(rows) or '(null, cast(null as date))'}) as quarters (quarter, last_day)"


def _groups(by: tuple[str, ...], columns: Mapping[str, str] | None = None) -> str:
    return "".join(f"{(columns or {}).get(name, name)} as {name},\n    " for name in by)


def _group_by(by: tuple[str, ...], columns: Mapping[str, str] | None = None) -> str:
    """Groups by name, and puts the rows in an order that does not change from run to run."""
    if not by:
        return ""
    names = ", ".join((columns or {}).get(name, name) for name in by)
    return f"group by {names}\norder by {names}"


def _filters(
    where: Mapping[str, Iterable[str]], parameters: _Parameters, columns: Mapping[str, str] | None = None
) -> str:
    """The conditions of a request. An empty tuple of values means: nothing fits."""
    conditions = ["true"]
    for name, values in sorted(where.items()):
        match name:
            case "exploitation":
                kinds = [_holds("exploitation_types", parameters.name(value)) for value in values]
                conditions.append(f"({' or '.join(kinds) or 'false'})")
            case "quarter_from" | "quarter_to":
                sign = ">=" if name == "quarter_from" else "<="
                column = (columns or {}).get("quarter", "quarter")
                conditions += [f"{column} {sign} {parameters.name(value)}" for value in values]
            case _:
                listed = ", ".join(parameters.name(value) for value in values)
                conditions.append(f"{(columns or {}).get(name, name)} in ({listed or 'null'})")
    return " and ".join(conditions)


def _holds(question: str, parameter: str) -> str:
    """SQL: whether a several-answer question holds the code of a parameter."""
    return f"position(' ' || {parameter} || ' ' in ' ' || {question} || ' ') > 0"
