"""What a manager or an office has to do this week: hand-ins awaited, rounds overdue, what changed last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.domain.people import Actor, Deed
from monitoring.domain.period import Quarter
from monitoring.domain.submission import Submission
from monitoring.services.expected import expected
from monitoring.services.house import House
from monitoring.services.submissions import history
from monitoring.services.workload import workload


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """`quarter`: the last one to hand in for, None where none is expected. `waiting`: countries it is awaited of.

    `overdue`: (country, number of rounds).
    """

    quarter: Quarter | None

    waiting: tuple[str, ...]
    overdue: tuple[tuple[str, int], ...]
    latest: Submission | None


def this_week(
    actor: Actor, house: House, where: Mapping[str, tuple[str, ...]] | None = None, as_of: date | None = None
) -> ThisWeek:
    """For the actor's countries, or those named; rounds narrowed by every filter, hand-ins by country alone.

    As things stand, or stood on a day. Raises NotAllowed for roles that see no submissions, and outside the countries.
    """
    actor.must(Deed.SEE_SUBMISSIONS)
    rounds = workload(actor, house, "country", where or {}, as_of)
    countries = (where or {}).get("country")
    standing = [
        each
        for each in history(actor, house, as_of)
        if each.stands and (countries is None or each.country in countries)
    ]
    asked = [
        each
        for each in expected(actor, house, as_of)
        if not each.is_running and (countries is None or each.country in countries)
    ]
    quarter = max((each.quarter for each in asked), default=None)
    return ThisWeek(
        quarter=quarter,
        waiting=tuple(each.country for each in asked if each.quarter == quarter and each.is_awaited),
        overdue=tuple((each.place or "", each.overdue) for each in rounds if each.overdue),
        latest=standing[0] if standing else None,
    )
