"""What became of everybody who was due: interviewed, declined, not reached. Follow-up stands beside every result."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.derive.query import round_statuses
from monitoring.domain.people import Actor, Deed
from monitoring.services.house import House
from monitoring.services.scope import within_scope


@dataclass(frozen=True, slots=True)
class RoundStatus:
    """One round: people due, and what became of them; the parts add up to `due`.

    `not_recorded` came due and the office has not said what became of the contact.
    """

    months: int
    due: int
    interviewed: int
    declined: int
    withdrew: int
    unsafe: int
    deceased: int
    not_reached: int
    not_attempted: int
    not_recorded: int


def who_we_hear_from(actor: Actor, house: House, where: Mapping[str, tuple[str, ...]]) -> tuple[RoundStatus, ...]:
    """Rounds by time, only those in which anybody was due. Raises NotAllowed."""
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    sql, parameters = round_statuses(within_scope(actor, house, where), house.today)
    return tuple(RoundStatus(**row) for row in house.store.rows(sql, parameters))
