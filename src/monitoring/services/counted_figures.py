"""Exact figures of a request that is inside the actor's scope already. Narrows nothing and protects nothing."""

from collections.abc import Iterator
from typing import Any

from monitoring.derive.query import Query, figures_queries
from monitoring.derive.relations import Sources
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure, FigureRequest
from monitoring.domain.people import Actor, Deed, NotAllowed, Role
from monitoring.services.figure_numbers import figures_of
from monitoring.services.house import House


def counted(actor: Actor, house: House, request: FigureRequest) -> tuple[Figure, ...]:
    """The figures in order, rounds by time. Raises NotAllowed where the request is wider than the actor's scope."""
    _must_be_within(actor, request)
    asked = (request.indicators, request.by, request.where, request.as_of)
    return house.kept("counted_figures", *asked, work=lambda: _counted(house, request))


def _counted(house: House, request: FigureRequest) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    for query in figures_queries(house.catalogue, request, house.today, Sources()):
        rows = house.store.rows(query.sql, query.parameters, request.as_of)
        figures.extend(_figures(house.catalogue, query, rows))
    order = {id_: place for place, id_ in enumerate(request.indicators)}
    return tuple(sorted(figures, key=lambda each: (place_of(each), order[each.indicator], each.months or 0)))


def _must_be_within(actor: Actor, request: FigureRequest) -> None:
    """Nobody but a manager of all countries may ask for everything; a provider asks for its own cases alone."""
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    is_of_everything = actor.role is Role.PROGRAMME_MANAGER and not actor.countries
    if "country" not in request.where and not is_of_everything:
        raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "not_your_country")
    for country in filter(None, request.where.get("country", ())):  # "" is none, of a provider that nobody lists
        actor.must(Deed.SEE_PROGRAMME_FIGURES, country=country)
    if actor.role is Role.PROVIDER and request.where.get("provider") != (actor.provider,):
        raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "not_your_provider")


def place_of(figure: Figure) -> list[tuple[bool, int, str]]:
    """Where a figure stands among others: rounds by their number, everything else by its letters, the unknown last."""
    return [_sortable(value) for _, value in figure.group]


def _sortable(value: str | None) -> tuple[bool, int, str]:
    text = value or ""
    number = text.split("-")[0]
    return value is None, int(number) if number.isdigit() and len(number) < 4 else 0, text


def _code(value: Any) -> str | None:
    """Yes and no as the words that stand for them in files: a place is always named by a text."""
    return str(value).lower() if isinstance(value, bool) else value


def _figures(catalogue: Catalogue, query: Query, rows: list[dict[str, Any]]) -> Iterator[Figure]:
    for row in rows:
        group = tuple((name, _code(row[name])) for name in query.by)
        for indicator in query.indicators:
            for figure in figures_of(catalogue, indicator, group, row):
                if figure.due or figure.denominator or figure.numerator:
                    yield figure
