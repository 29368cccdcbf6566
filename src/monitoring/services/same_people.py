"""The same people at two rounds: change that is no change of who answered. Shows nobody, counts everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from monitoring.derive.people_queries import values_of_people
from monitoring.domain.indicator import Direction, Indicator, Kind
from monitoring.domain.people import Actor
from monitoring.services.about_provider import is_about
from monitoring.services.house import House
from monitoring.services.one_by_one import settled
from monitoring.statistics.change import Change, change_of_shares, change_of_values

Pairs = Sequence[tuple[float, float]]
ANY_DIFFERENCE = 1e-9
"""Where no measurable change is declared, whatever differs has changed."""


@dataclass(frozen=True, slots=True)
class SamePeople:
    """The people who answered in both rounds: their figure then and later, and how each of them changed.

    `first` and `second` are in the indicator's unit, of a share between 0 and 1. `only_first` and `only_second` count
    those who answered in one of the two rounds alone and are in none of the other numbers. `everybody_second` is the
    later round's figure of all who answered it.
    """

    first: float
    second: float
    change: Change
    only_first: int
    only_second: int
    everybody_second: float

    @property
    def both(self) -> int:
        return self.change.people

    @property
    def disagrees(self) -> bool:
        """Whether everybody's figure lies where the same people's change, beyond its likely range, would not put it."""
        if self.change.low is None or self.change.high is None:
            return False
        return not self.change.low <= self.everybody_second - self.first <= self.change.high


def same_people(
    actor: Actor,
    house: House,
    indicator: str,
    *,
    first: int = 0,
    second: int = 12,
    where: Mapping[str, tuple[str, ...]],
    as_of: date | None = None,
) -> SamePeople | None:
    """As things stand, or as reported on a day. None where the indicator is no share or mean of interviews, nobody
    answered twice, or it is about who asks.

    Raises NotAllowed, ImpossibleRequest where harm would be narrowed too far, KeyError.
    """
    declared, narrowed = settled(actor, house, indicator, where)
    if not declared.has_own_values:
        return None
    if is_about(actor, house.catalogue, declared):
        return None
    sql, parameters = values_of_people(house.catalogue, declared, narrowed, house.looked_at(as_of))
    then, later = str(first), str(second)

    def work() -> SamePeople | None:
        values: dict[int, dict[str, float]] = {}
        for row in house.store.rows(sql, parameters, as_of):
            if row["round"] in (then, later):
                values.setdefault(row["survivor_key"], {})[row["round"]] = float(row["own_value"])
        return _told(declared, [(each.get(then), each.get(later)) for each in values.values()])

    return house.kept("same_people", indicator, first, second, narrowed, as_of, work=work)


def _told(declared: Indicator, rows: Sequence[tuple[float | None, float | None]]) -> SamePeople | None:
    pairs = [(then, later) for then, later in rows if then is not None and later is not None]
    change = _change(declared, pairs)
    if change is None:
        return None
    later = [each for _, each in rows if each is not None]
    return SamePeople(
        first=fsum(then for then, _ in pairs) / len(pairs),
        second=fsum(later for _, later in pairs) / len(pairs),
        change=change,
        only_first=sum(later is None for _, later in rows),
        only_second=sum(then is None for then, _ in rows),
        everybody_second=fsum(later) / len(later),
    )


def _change(declared: Indicator, pairs: Pairs) -> Change | None:
    """Of harm that is only watched, more counts as worse for the person who says it."""
    up_is_better = declared.direction is Direction.UP
    if declared.kind is Kind.MEAN:
        return change_of_values(pairs, measurable=declared.measurable or ANY_DIFFERENCE, up_is_better=up_is_better)
    return change_of_shares(
        gained=sum(then < later for then, later in pairs),
        kept=sum(then == later == 1 for then, later in pairs),
        without=sum(then == later == 0 for then, later in pairs),
        lost=sum(then > later for then, later in pairs),
        up_is_better=up_is_better,
    )
