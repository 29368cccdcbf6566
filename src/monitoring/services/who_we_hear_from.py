"""What became of everybody who was due: interviewed, declined, not reached. Follow-up stands beside every result."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.derive.people_queries import round_statuses
from monitoring.domain.people import Actor, Deed
from monitoring.services.house import House
from monitoring.services.scope import within_scope


@dataclass(frozen=True, slots=True)
class RoundStatus:
    """One round: people due, and what became of them.

    Interviewed, declined, withdrew, unsafe, deceased, not reached, not attempted and not recorded add up to `due`.
    Of those interviewed, `partly` stopped before the end and `elsewhere` live in another country. `not_recorded` came
    due and the office has not said what became of the contact. `not_yet_due` will come due later and are in no other
    number.
    """

    months: int
    due: int
    interviewed: int
    partly: int
    elsewhere: int
    declined: int
    withdrew: int
    unsafe: int
    deceased: int
    not_reached: int
    not_attempted: int
    not_recorded: int
    not_yet_due: int

    @property
    def reached(self) -> int:
        return self.interviewed + self.declined + self.withdrew

    @property
    def attempted(self) -> int:
        """Contact was tried, whatever came of it. Whom it was unsafe to contact nobody tried to."""
        return self.reached + self.not_reached + self.deceased

    @property
    def not_interviewed(self) -> int:
        """Those due of whom no answers of this round are known."""
        return self.due - self.interviewed


def who_we_hear_from(
    actor: Actor, house: House, where: Mapping[str, tuple[str, ...]], as_of: date | None = None
) -> tuple[RoundStatus, ...]:
    """Rounds by time, only those in which anybody was due or is to come due; as things stand, or as reported on a day.

    Raises NotAllowed, ImpossibleRequest.
    """
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    narrowed = within_scope(actor, house, where)
    sql, parameters = round_statuses(house.catalogue, narrowed, house.looked_at(as_of))

    def work() -> tuple[RoundStatus, ...]:
        return tuple(RoundStatus(**row) for row in house.store.rows(sql, parameters, as_of))

    return house.kept("who_we_hear_from", narrowed, as_of, work=work)
