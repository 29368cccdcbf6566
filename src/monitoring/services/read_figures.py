"""Reads figures: exact for staff inside their scope, protected for everybody else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from monitoring.derive.query import Query, figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.figures import DIMENSIONS, FILTERS, Figure, FigureRequest, View
from monitoring.domain.indicator import Indicator, Kind
from monitoring.domain.people import Actor, Deed, NotAllowed, Role
from monitoring.domain.refusal import Refusal
from monitoring.protection.withhold import protect
from monitoring.services.house import House
from monitoring.statistics.intervals import mean_interval, wilson

SHARED_BY = ("country", "round")
"""The only breakdowns and filters of the shared view: fixed tables, so that nobody can subtract a way back in."""


class ImpossibleRequest(Refusal):
    """The figure cannot be given as asked."""


def read_figures(actor: Actor, house: House, request: FigureRequest) -> tuple[Figure, ...]:
    """One figure per indicator and group, groups in order, rounds by time.

    Raises NotAllowed outside the actor's role or countries, ImpossibleRequest where the request cannot be met.
    """
    indicators = _known(house, request)
    if request.view is View.SHARED:
        return _shared(actor, house, request, indicators)
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    for indicator in indicators:
        _check_breakdowns(actor, indicator, request)
    return _read(house, replace(request, where=within_scope(actor, request.where)))


def view_for(actor: Actor) -> View:
    """The view that a person's role gives them."""
    return View.PROGRAMME if actor.may(Deed.SEE_PROGRAMME_FIGURES) else View.SHARED


def within_scope(actor: Actor, where: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The filters, narrowed to what the actor may see. Raises NotAllowed for a country outside their scope."""
    narrowed = dict(where)
    for country in where.get("country", ()):
        actor.must(Deed.SEE_PROGRAMME_FIGURES, country=country)
    if actor.countries or actor.role is Role.COUNTRY_OFFICE:
        narrowed.setdefault("country", tuple(sorted(actor.countries)))
    if actor.role is Role.PROVIDER:
        if set(where.get("provider", ())) - {actor.provider}:
            raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "not_your_provider")
        narrowed["provider"] = (actor.provider or "",)
    return narrowed


def _known(house: House, request: FigureRequest) -> list[Indicator]:
    for id_ in request.indicators:
        if id_ not in house.catalogue.indicators:
            raise ImpossibleRequest("unknown_indicator", indicator=id_)
    indicators = [house.catalogue.indicators[id_] for id_ in request.indicators]
    _check_names(indicators, request)
    return indicators


def _check_names(indicators: list[Indicator], request: FigureRequest) -> None:
    for name in request.by:
        if name not in DIMENSIONS:
            raise ImpossibleRequest("unknown_breakdown", name=name, known=", ".join(DIMENSIONS))
    for name in request.where:
        if name not in FILTERS:
            raise ImpossibleRequest("unknown_filter", name=name, known=", ".join(FILTERS))
    for indicator in indicators:
        if indicator.form != "follow_ups" and {"round", "pooled_round"} & {*request.by, *request.where}:
            raise ImpossibleRequest("has_no_rounds", indicator=indicator.id)
    one_country = "country" in request.by or len(request.where.get("country", ())) == 1
    if "provider" in request.by and not one_country:
        raise ImpossibleRequest("provider_needs_country")


def _check_breakdowns(actor: Actor, indicator: Indicator, request: FigureRequest) -> None:
    """Disclosed harm is never broken down, nor narrowed, so far that it points at somebody."""
    for name in request.by:
        if indicator.break_down_by is not None and name not in indicator.break_down_by:
            raise ImpossibleRequest("not_broken_down", indicator=indicator.id, name=name)
    for name in request.where:
        by_provider = name == "provider" and "provider" in (indicator.break_down_by or ())
        if indicator.filter_by is not None and name not in indicator.filter_by and not by_provider:
            raise ImpossibleRequest("not_narrowed", indicator=indicator.id, name=name)
    touches_provider = "provider" in request.by or "provider" in request.where
    if touches_provider and indicator.roles_by_provider and actor.role not in indicator.roles_by_provider:
        raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "harm_by_provider")


def _shared(actor: Actor, house: House, request: FigureRequest, indicators: Iterable[Indicator]) -> tuple[Figure, ...]:
    """Counts a whole fixed table, protects it at once, and only then slices it to what was asked."""
    actor.must(Deed.SEE_SHARED_FIGURES)
    for name in (*request.by, *request.where):
        if name not in SHARED_BY:
            raise ImpossibleRequest("not_in_shared_view", name=name)
    if request.as_of is not None:
        raise ImpossibleRequest("not_in_shared_view", name="as_of")
    for indicator in indicators:
        if "provider" in request.by and indicator.roles_by_provider:
            raise ImpossibleRequest("not_in_shared_view", name="provider")
    for country in request.where.get("country", ()):
        actor.must(Deed.SEE_SHARED_FIGURES, country=country)
    narrowed = dict(request.where)
    if actor.countries:
        narrowed.setdefault("country", tuple(sorted(actor.countries)))
    by = tuple(name for name in SHARED_BY if name in request.by or name in narrowed)
    table = _read(house, replace(request, by=by, where={}))
    shown = protect(table, house.catalogue.indicators)
    return tuple(figure for figure in shown if all(figure.at(name) in values for name, values in narrowed.items()))


def _read(house: House, request: FigureRequest) -> tuple[Figure, ...]:
    sources = Sources() if request.as_of is None else Sources(people="people", rounds="rounds", events="incidents")
    figures: list[Figure] = []
    for query in figures_queries(house.catalogue, request, house.today, sources):
        figures.extend(_figures(query, house.store.counts(query, request.as_of)))
    order = {id_: place for place, id_ in enumerate(request.indicators)}
    return tuple(
        sorted(figures, key=lambda each: ([_sortable(value) for _, value in each.group], order[each.indicator]))
    )


def _sortable(value: str | None) -> tuple[bool, int, str]:
    """Rounds by their number, everything else by its letters, the unknown last."""
    text = value or ""
    number = text.split("-")[0]
    return value is None, int(number) if number.isdigit() and len(number) < 4 else 0, text


def _figures(query: Query, rows: list[dict[str, Any]]) -> Iterator[Figure]:
    for row in rows:
        group = tuple((name, row[name]) for name in query.by)
        for indicator in query.indicators:
            figure = _figure(indicator, group, row)
            if figure.due or figure.denominator or figure.numerator:
                yield figure


def _figure(indicator: Indicator, group: tuple[tuple[str, str | None], ...], row: Mapping[str, Any]) -> Figure:
    """A value only where there is a denominator: of nobody there is no share, and never 0."""
    names = ("numerator", "denominator", "answered", "spread")
    numerator, denominator, answered, spread = (row.get(f"{indicator.id}__{name}") for name in names)
    value: float | None = None
    limits: tuple[float, float] | None = None
    if indicator.kind is Kind.COUNT:
        value = float(numerator)
    elif denominator:
        value = float(numerator) / denominator
        is_share = indicator.is_share
        limits = wilson(numerator, denominator) if is_share else mean_interval(value, spread, denominator)
    low, high = limits or (None, None)
    return Figure(
        indicator=indicator.id,
        group=group,
        value=value,
        numerator=numerator,
        denominator=denominator,
        low=low,
        high=high,
        due=row["due"],
        interviewed=row["interviewed"],
        answered=answered,
    )
