"""Reads the log: who came in, what was done, what was refused. For administrators, who see no outcomes."""

from dataclasses import dataclass
from datetime import date

from monitoring.access.log import Entry, Log
from monitoring.domain.people import Actor, Deed
from monitoring.services.house import House

__all__ = ["MOST", "Entry", "Known", "known", "newest"]

MOST = 200
"""Lines given at once; by day, person or event one comes to every other."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the log can be narrowed by: people and events that stand in it."""

    people: tuple[str, ...]
    events: tuple[str, ...]


def known(actor: Actor, house: House) -> Known:
    """Raises NotAllowed."""
    actor.must(Deed.SEE_LOG)
    log = Log(house.people.file)
    return Known(log.people(), log.events())


def newest(
    actor: Actor, house: House, *, who: str | None = None, what: str | None = None, day: date | None = None
) -> tuple[Entry, ...]:
    """The newest lines first, at most MOST; of one person, one event, one day (UTC). Raises NotAllowed."""
    actor.must(Deed.SEE_LOG)
    return Log(house.people.file).newest(MOST, who=who, what=what, day=day)
