"""Erases a person: from current and earlier rows, from what is kept of hand-ins, and from whatever waits to leave.

For programme managers, in their countries; the log names the country and nobody of it. Backups that are older hold
the person still, and are listed.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from monitoring.access.log import Log
from monitoring.domain.people import Actor, Deed
from monitoring.services import export_requests, releases, write_log
from monitoring.services.export_requests import Left
from monitoring.services.house import House
from monitoring.services.typed_sentences import said
from monitoring.store.erasing import Erased


@dataclass(frozen=True, slots=True)
class OldBackup:
    """A backup that may hold the person still. `destroy_on`: the day on which the retention period is over."""

    file: str
    made_on: date
    destroy_on: date
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was removed and refused because of it, and what was made before and may hold the person still."""

    removed: Erased
    releases_refused: int
    exports_refused: int
    exports_left: tuple[Left, ...]  # written before: every copy is to be deleted
    backups: tuple[OldBackup, ...]


def erase(actor: Actor, house: House, country: str, survivor: str, reason: str) -> Erasure:
    """Nobody can undo it. Raises NotAllowed, NotSaid without a reason, Refusal for nobody and for an erased one."""
    actor.must(Deed.ERASE, country=country)
    why = said(reason)
    removed, _ = house.store.housekeeping.erase(country, survivor.strip(), house.now)
    write_log.erased(actor, house, country, why)
    unapproved = releases.refuse_unapproved(actor, house)
    exports = export_requests.drop_waiting(actor, house, country)
    return Erasure(removed, unapproved, *exports, backups(actor, house))


def backups(actor: Actor, house: House) -> tuple[OldBackup, ...]:
    """Every backup that stands in the log, the oldest first. Raises NotAllowed."""
    actor.must(Deed.ERASE)
    keep = timedelta(days=house.settings.keep_backups_days)
    found = []
    for entry in reversed(Log(house.people.file).newest(most=10_000, what="backup_made")):
        made = datetime.fromisoformat(entry.at).astimezone(UTC).date()
        until = made + keep
        found.append(OldBackup(entry.detail.rsplit(" ", 1)[0], made, until, is_overdue=until <= house.today))
    return tuple(found)
