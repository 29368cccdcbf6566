"""Of what a brief is true: which release, up to which day, whose figures."""

from monitoring.domain.people import Actor, Deed
from monitoring.services.house import House
from monitoring.words import say

Basis = tuple[tuple[str, str], ...]


def basis(actor: Actor, house: House, place: str, language: str) -> Basis:
    """Names and values for the foot of a page. Raises NotAllowed."""
    actor.must(Deed.SEE_SHARED_FIGURES)
    return (
        (say("briefs.basis.as_of", language), house.today.isoformat()),
        (say("briefs.basis.shown", language), place),
        (say("briefs.basis.definitions", language), house.catalogue.fingerprint[:12]),
    )
