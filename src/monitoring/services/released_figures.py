"""The shared view: the newest approved release, sliced. There is no counting here, and no way to the case database."""

from collections.abc import Mapping

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.figures import Figure, FigureRequest
from monitoring.domain.indicator import Kind
from monitoring.domain.people import Actor, Deed
from monitoring.domain.release import Release, ReleasedCell, ReleaseStatus, Shown
from monitoring.domain.release_plan import RELEASE_DIMENSIONS
from monitoring.services.counted_figures import place_of
from monitoring.services.figure_requests import ImpossibleRequest
from monitoring.services.house import House
from monitoring.statistics.intervals import wilson


def newest(actor: Actor, house: House) -> Release | None:
    """The release that the shared view shows: the newest approved one. Raises NotAllowed."""
    actor.must(Deed.SEE_SHARED_FIGURES)
    return next((each for each in house.releases.all() if each.status is ReleaseStatus.APPROVED), None)


def released(actor: Actor, house: House, request: FigureRequest) -> tuple[Figure, ...]:
    """Figures of the release, in order, rounds by time. Raises NotAllowed, ImpossibleRequest, ReleaseDamaged."""
    actor.must(Deed.SEE_SHARED_FIGURES)
    for id_ in request.indicators:
        if id_ not in house.catalogue.indicators:
            raise ImpossibleRequest("unknown_indicator", indicator=id_)
    as_of = () if request.as_of is None else ("as_of",)
    for name in (*request.by, *request.where, *as_of):
        is_nobody_named = name == "provider" and not house.catalogue.releases.named_providers
        if name not in RELEASE_DIMENSIONS or is_nobody_named:
            raise ImpossibleRequest("not_in_shared_view", name=name)
    narrowed = _narrowed(actor, request)
    release = newest(actor, house)
    if release is None:
        raise ImpossibleRequest("no_release_yet")
    wanted = {*request.by, *narrowed}
    cells = house.releases.cells(release, indicators=request.indicators)
    _check_offered(cells, wanted, request)
    found = [
        figure_of(each, house.catalogue, request.by)
        for each in cells
        if {name for name, _ in each.group} == wanted and all(dict(each.group)[n] in v for n, v in narrowed.items())
    ]
    order = {id_: place for place, id_ in enumerate(request.indicators)}
    return tuple(sorted(found, key=lambda each: (place_of(each), order[each.indicator], each.months or 0)))


def places(actor: Actor, house: House) -> tuple[str, ...]:
    """The countries of the release, inside the actor's scope; none where there is no release."""
    release = newest(actor, house)
    if release is None:
        return ()
    found = {
        dict(each.group)["country"] for by in (("country",), ("country", "round")) for each in _of(house, release, by)
    }
    return actor.scope_of(found)


def indicators(actor: Actor, house: House) -> frozenset[str]:
    """Those that the release has anything of."""
    release = newest(actor, house)
    totals = ((), ("round",))
    return frozenset(each.indicator for by in totals for each in _of(house, release, by)) if release else frozenset()


def rounds(actor: Actor, house: House) -> tuple[str, ...]:
    """The rounds of the release as they were put together, in order of time."""
    release = newest(actor, house)
    found = {dict(each.group)["round"] for each in _of(house, release, ("round",))} if release else set()
    return tuple(sorted(found, key=lambda code: int(code.split("-")[0])))


def figure_of(cell: ReleasedCell, catalogue: Catalogue, by: tuple[str, ...]) -> Figure:
    """The figure of a published cell, its likely range worked out of what is published and of nothing else."""
    said = cell.published
    indicator = catalogue.indicators.get(cell.indicator)
    low, high = (None, None)
    if said.shown is Shown.BAND and said.band is not None:
        low, high = said.band / 4, (said.band + 1) / 4
    elif indicator is not None and indicator.kind is Kind.SHARE and said.numerator is not None and said.denominator:
        low, high = wilson(said.numerator, said.denominator) or (None, None)
    return cell.figure(by, low, high)


def _of(house: House, release: Release, by: tuple[str, ...]) -> tuple[ReleasedCell, ...]:
    return house.releases.cells(release, by=by)


def _narrowed(actor: Actor, request: FigureRequest) -> Mapping[str, tuple[str, ...]]:
    """The filters, and those of the actor's scope. Values are looked up in fixed tables: they add nothing up."""
    for country in request.where.get("country", ()):
        actor.must(Deed.SEE_SHARED_FIGURES, country=country)
    narrowed = dict(request.where)
    if actor.countries:
        narrowed.setdefault("country", tuple(sorted(actor.countries)))
    for name, values in narrowed.items():
        if name not in request.by and len(values) != 1:
            raise ImpossibleRequest("one_of_each_in_shared_view", name=name)
    return narrowed


def _check_offered(cells: tuple[ReleasedCell, ...], wanted: set[str], request: FigureRequest) -> None:
    """Raises ImpossibleRequest where the catalogue has no such table, with the tables that it has."""
    tables = {frozenset(name for name, _ in each.group) for each in cells}
    if not cells:
        raise ImpossibleRequest("not_in_release", indicator=", ".join(request.indicators))
    if frozenset(wanted) not in tables:
        listed = sorted(", ".join(sorted(each)) or "total" for each in tables)
        raise ImpossibleRequest(
            "no_such_released_table", asked=", ".join(sorted(wanted)) or "total", known="; ".join(listed)
        )
