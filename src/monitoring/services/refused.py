"""Notes that somebody was refused something: the deed and why, never what was asked for."""

from monitoring.access.log import Log
from monitoring.domain.people import Actor, NotAllowed
from monitoring.domain.refusal import Refusal
from monitoring.services.house import House


def note(actor: Actor, house: House, refusal: Refusal) -> None:
    """A line where a permission was lacking. Refusals about a file or a wish are no affair of the log."""
    if isinstance(refusal, NotAllowed):
        Log(house.people.file).add(actor.name, "deed_refused", f"{refusal.deed} {refusal.reason}")
