"""What a manager or an office has to do this week: hand-ins awaited, rounds overdue, what changed last."""

from dataclasses import dataclass

from monitoring.derive.sql_files import statement
from monitoring.domain.people import Actor, Deed
from monitoring.domain.period import Quarter
from monitoring.domain.submission import Status, Submission
from monitoring.services.house import House
from monitoring.services.submissions import history


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """`waiting`: countries without a standing hand-in this quarter. `overdue`: (country, number of rounds)."""

    waiting: tuple[str, ...]
    overdue: tuple[tuple[str, int], ...]
    latest: Submission | None


def this_week(actor: Actor, house: House) -> ThisWeek:
    """For the actor's countries. Raises NotAllowed for roles that see no submissions."""
    actor.must(Deed.SEE_SUBMISSIONS)
    standing = [each for each in history(actor, house) if each.status in (Status.COUNTS, Status.ACCEPTED)]
    quarter = Quarter.of(house.today)
    lately = {each.country for each in standing if Quarter.of(each.handed_in_at.date()) == quarter}
    known = {each.country for each in standing} | actor.countries
    rows = house.store.rows(statement("overdue"), {"today": house.today})
    return ThisWeek(
        waiting=tuple(sorted(known - lately)),
        overdue=tuple((row["country"], row["overdue"]) for row in rows if actor.covers(row["country"])),
        latest=standing[0] if standing else None,
    )
