"""Reads the log: who came in, what was done, what was refused. For administrators, who see no outcomes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from monitoring.access.log import Entry, Log
from monitoring.access.log_check import Checked, check
from monitoring.access.unusual import USUAL, Alert, unusual
from monitoring.domain.people import Actor, Deed
from monitoring.services.house import House

__all__ = ["MOST", "USUAL", "Alert", "Entry", "Known", "alerts", "checked", "known", "newest"]

MOST = 200
"""Lines given at once; by day, person or event one comes to every other."""

LOOKED_BACK = timedelta(days=7)
"""How far back unusual hours are told."""


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
    actor: Actor,
    house: House,
    *,
    who: str | None = None,
    what: str | None = None,
    day: date | None = None,
    holds: str | None = None,
) -> tuple[Entry, ...]:
    """The newest lines first, at most MOST; of one person, one event, one day (UTC), with a word. Raises NotAllowed."""
    actor.must(Deed.SEE_LOG)
    return Log(house.people.file).newest(MOST, who=who, what=what, day=day, holds=holds)


def alerts(actor: Actor, house: House) -> tuple[Alert, ...]:
    """Unusual hours of the last week, the newest first. Raises NotAllowed."""
    actor.must(Deed.SEE_LOG)
    return unusual(Log(house.people.file).since(datetime.now(UTC) - LOOKED_BACK))


def checked(actor: Actor, house: House) -> Checked:
    """Whether every line is there as it was written. Raises NotAllowed."""
    actor.must(Deed.SEE_LOG)
    return check(house.people.file, house.people.file.anchor)
