"""Cases that have been closed for longer than records are kept: proposed, never done alone.

A list of codes inside one country, for those who may see its cases.
"""

from dataclasses import dataclass
from datetime import date

from monitoring.derive.sql_files import statement
from monitoring.domain.people import Actor, Deed
from monitoring.services import write_log
from monitoring.services.house import House


@dataclass(frozen=True, slots=True)
class Proposed:
    """One closed case: the office decides whether it is erased, or kept with a word of the person's own."""

    survivor_id: str
    closed_on: date


def proposed(actor: Actor, house: House, country: str) -> tuple[Proposed, ...]:
    """Those whose time is over, the longest closed first. Raises NotAllowed outside the country."""
    actor.must(Deed.ERASE, country=country)
    before = _months_before(house.today, house.settings.keep_closed_months)
    write_log.saw(actor, house, "retention", {"country": (country,)})
    rows = house.store.rows(statement("closed_for_long"), {"country": country, "before": before})
    return tuple(Proposed(row["survivor_id"], row["case_closed_on"]) for row in rows)


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or its last; the 28th is in all of them."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))
