"""Narrows what is asked for to what a person may see: countries, and for a provider its own cases. Reads no answers."""

from collections.abc import Mapping

from monitoring.domain.people import Actor, Deed, NotAllowed, Role
from monitoring.services.house import House


def within_scope(actor: Actor, house: House, where: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The filters, narrowed to what the actor may see. Raises NotAllowed for a country or provider outside it."""
    narrowed = dict(where)
    for country in where.get("country", ()):
        actor.must(Deed.SEE_PROGRAMME_FIGURES, country=country)
    if actor.role is Role.PROVIDER:
        if set(where.get("provider", ())) - {actor.provider}:
            raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "not_your_provider")
        narrowed["provider"] = (actor.provider or "",)
        own = own_country(actor, house)
        narrowed["country"] = (own,) if own else ()  # of none nothing is found
        if not set(where.get("country", ())) <= set(narrowed["country"]):
            raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "not_your_country")
    elif actor.countries or actor.role is Role.COUNTRY_OFFICE:
        narrowed.setdefault("country", tuple(sorted(actor.countries)))
    return narrowed


def own_country(actor: Actor, house: House) -> str:
    """Where a provider works. Two countries may give the same code to two providers, and neither is the other's.

    Without a country of its own it is the one whose directory has the code; "", which is none, where none has. Raises
    NotAllowed where several have it: then an administrator has to say which.
    """
    own = (each for each in house.providers_listed if each.id == actor.provider)
    listed = {each.country for each in own if actor.covers(each.country)}
    if len(listed) > 1:
        raise NotAllowed(Deed.SEE_PROGRAMME_FIGURES, "not_one_provider")
    return next(iter(listed), "")
