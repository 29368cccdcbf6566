"""Reads figures: exact for staff inside their scope, those of the approved release for everybody else."""

from dataclasses import replace

from monitoring.domain.figures import Figure, FigureRequest, View
from monitoring.domain.people import Actor, Deed
from monitoring.services.about_provider import catalogue_for, is_about, without_single_answers
from monitoring.services.counted_figures import counted
from monitoring.services.figure_requests import ImpossibleRequest, check_breakdowns, known_indicators
from monitoring.services.house import House
from monitoring.services.released_figures import released
from monitoring.services.scope import within_scope


def read_figures(actor: Actor, house: House, request: FigureRequest) -> tuple[Figure, ...]:
    """One figure per indicator and group (of a risk one for each of 6, 12 and 24 months), in order, rounds by time.

    Raises NotAllowed outside the actor's role or countries, ImpossibleRequest where the request cannot be met.
    """
    if request.view is View.SHARED:
        return released(actor, house, request)
    indicators = known_indicators(catalogue_for(actor, house.catalogue), request)
    house.looked_at(request.as_of)
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    for indicator in indicators:
        check_breakdowns(actor, indicator, request)
        if request.as_of is not None and is_about(actor, house.catalogue, indicator):
            raise ImpossibleRequest("not_of_another_day", indicator=indicator.id)
    read = counted(actor, house, replace(request, where=within_scope(actor, house, request.where)))
    return without_single_answers(actor, house.catalogue, read)


def view_for(actor: Actor) -> View:
    """The view that a person's role gives them."""
    return View.PROGRAMME if actor.may(Deed.SEE_PROGRAMME_FIGURES) else View.SHARED
