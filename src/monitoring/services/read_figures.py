"""Reads figures: exact for staff inside their scope, protected for everybody else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from monitoring.derive.query import Query, figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure, FigureRequest, View
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor, Deed
from monitoring.protection.withhold import protect
from monitoring.services.about_provider import catalogue_for, is_about, without_single_answers
from monitoring.services.figure_numbers import figures_of
from monitoring.services.figure_requests import ImpossibleRequest, check_breakdowns, known_indicators
from monitoring.services.house import House
from monitoring.services.scope import within_scope

SHARED_BY = ("country", "round")
"""The only breakdowns and filters of the shared view: fixed tables, so that nobody can subtract a way back in."""


def read_figures(actor: Actor, house: House, request: FigureRequest) -> tuple[Figure, ...]:
    """One figure per indicator and group (of a risk one for each of 6, 12 and 24 months), in order, rounds by time.

    Raises NotAllowed outside the actor's role or countries, ImpossibleRequest where the request cannot be met.
    """
    catalogue = catalogue_for(actor, house.catalogue)
    indicators = known_indicators(catalogue, request)
    house.looked_at(request.as_of)
    if request.view is View.SHARED:
        return _shared(actor, house, request, indicators)
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    for indicator in indicators:
        check_breakdowns(actor, indicator, request)
        if request.as_of is not None and is_about(actor, house.catalogue, indicator):
            raise ImpossibleRequest("not_of_another_day", indicator=indicator.id)
    read = _read(house, replace(request, where=within_scope(actor, house, request.where)))
    return without_single_answers(actor, house.catalogue, read)


def view_for(actor: Actor) -> View:
    """The view that a person's role gives them."""
    return View.PROGRAMME if actor.may(Deed.SEE_PROGRAMME_FIGURES) else View.SHARED


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
    for name, values in narrowed.items():
        if name not in request.by and len(values) != 1:
            raise ImpossibleRequest("one_of_each_in_shared_view", name=name)
    by = tuple(name for name in SHARED_BY if name in request.by or name in narrowed)
    table = _read(house, replace(request, by=by, where={}))
    shown = protect(table, house.catalogue.indicators)
    return tuple(
        _grouped_as_asked(figure, request.by)
        for figure in shown
        if all(figure.at(name) in values for name, values in narrowed.items())
    )


def _grouped_as_asked(figure: Figure, by: tuple[str, ...]) -> Figure:
    return replace(figure, group=tuple((name, figure.at(name)) for name in by))


def _read(house: House, request: FigureRequest) -> tuple[Figure, ...]:
    """All that the figures follow from is in the request: it is narrowed to the person's scope by now."""
    asked = (request.indicators, request.by, request.where, request.as_of)
    return house.kept("read_figures", *asked, work=lambda: _counted(house, request))


def _counted(house: House, request: FigureRequest) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    for query in figures_queries(house.catalogue, request, house.today, Sources()):
        rows = house.store.rows(query.sql, query.parameters, request.as_of)
        figures.extend(_figures(house.catalogue, query, rows))
    order = {id_: place for place, id_ in enumerate(request.indicators)}
    return tuple(sorted(figures, key=lambda each: (_place_of(each), order[each.indicator], each.months or 0)))


def _place_of(figure: Figure) -> list[tuple[bool, int, str]]:
    return [_sortable(value) for _, value in figure.group]


def _sortable(value: str | None) -> tuple[bool, int, str]:
    """Rounds by their number, everything else by its letters, the unknown last."""
    text = value or ""
    number = text.split("-")[0]
    return value is None, int(number) if number.isdigit() and len(number) < 4 else 0, text


def _figures(catalogue: Catalogue, query: Query, rows: list[dict[str, Any]]) -> Iterator[Figure]:
    for row in rows:
        group = tuple((name, row[name]) for name in query.by)
        for indicator in query.indicators:
            for figure in figures_of(catalogue, indicator, group, row):
                if figure.due or figure.denominator or figure.numerator:
                    yield figure
