"""Which countries and providers there are, inside the actor's scope. Options come from here, never from answers."""

from monitoring.domain.people import Actor, Deed, Role
from monitoring.domain.provider import Provider
from monitoring.services import released_figures
from monitoring.services.house import House
from monitoring.services.scope import own_country


def countries(actor: Actor, house: House) -> tuple[str, ...]:
    """Codes of the countries that have handed in, inside the actor's scope, in alphabetical order.

    For whoever sees releases alone, those of the release.
    """
    if not actor.may(Deed.SEE_PROGRAMME_FIGURES):
        return released_figures.places(actor, house) if actor.may(Deed.SEE_SHARED_FIGURES) else ()
    found = actor.scope_of(house.countries_handed_in)
    return found if actor.role is not Role.PROVIDER else tuple({own_country(actor, house)} & set(found))


def providers(actor: Actor, house: House, country: str | None = None) -> tuple[Provider, ...]:
    """The providers of a country, or of all in scope; a provider sees itself alone. Raises NotAllowed."""
    actor.must(Deed.SEE_PROGRAMME_FIGURES, country=country)
    found = tuple(
        each
        for each in house.providers_listed
        if each.country == country or (country is None and actor.covers(each.country))
    )
    if actor.role is not Role.PROVIDER:
        return found
    own = own_country(actor, house)
    return tuple(each for each in found if (each.id, each.country) == (actor.provider, own))
