"""How far follow-up has come, place by place, and what it asks of people. Counts rounds and questions, names nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.derive import people_queries
from monitoring.domain.people import Actor, Deed
from monitoring.services.house import House
from monitoring.services.scope import within_scope

DAYS_A_YEAR = 365.25
PLACES = ("country", "provider")


@dataclass(frozen=True, slots=True)
class Workload:
    """Rounds of a country or provider. `overdue` ones have a window still open; `due_soon` come due within 30 days."""

    place: str | None
    due: int
    done: int
    overdue: int
    due_soon: int


@dataclass(frozen=True, slots=True)
class Burden:
    """What interviews ask of the people interviewed. None where nothing was written down to work it out from."""

    place: str | None
    people: int
    interviews: int
    questions_a_year: float | None  # put to one person
    minutes_a_year: float | None  # of one person
    stopped_early: float | None  # share of the interviews where it was told, 0 to 1


def workload(
    actor: Actor, house: House, by: str, where: Mapping[str, tuple[str, ...]], as_of: date | None = None
) -> tuple[Workload, ...]:
    """By `country` or `provider`, inside the actor's scope, in alphabetical order; as things stand, or stood on a day.

    Raises NotAllowed, ImpossibleRequest.
    """
    place, narrowed = _place(actor, by), within_scope(actor, house, where)
    sql, parameters = people_queries.workload(place, narrowed, house.looked_at(as_of))

    def work() -> tuple[Workload, ...]:
        return tuple(Workload(**row) for row in house.store.rows(sql, parameters, as_of))

    return house.kept("workload", place, narrowed, as_of, work=work)


def burden(
    actor: Actor, house: House, by: str, where: Mapping[str, tuple[str, ...]], as_of: date | None = None
) -> tuple[Burden, ...]:
    """By `country` or `provider`, inside the actor's scope, in alphabetical order; as things stand, or stood on a day.

    Raises NotAllowed, ImpossibleRequest.
    """
    place, narrowed = _place(actor, by), within_scope(actor, house, where)
    sql, parameters = people_queries.burden(house.catalogue, place, narrowed, house.looked_at(as_of))

    def work() -> tuple[Burden, ...]:
        return tuple(_burden(row) for row in house.store.rows(sql, parameters, as_of))

    return house.kept("burden", place, narrowed, as_of, work=work)


def _place(actor: Actor, by: str) -> str:
    """Raises NotAllowed for roles without figures, ValueError for any other column."""
    actor.must(Deed.SEE_PROGRAMME_FIGURES)
    if by not in PLACES:
        raise ValueError("rounds are counted by country or by provider")
    return by


def _burden(row: Mapping[str, float]) -> Burden:
    years = row["days_home"] / DAYS_A_YEAR
    timed = row["timed"]
    per_interview = row["minutes"] / timed if timed else None
    told = row["told_whether_stopped"]
    return Burden(
        place=str(row["place"]) if row["place"] is not None else None,
        people=int(row["people"]),
        interviews=int(row["interviews"]),
        questions_a_year=float(row["questions"]) / years if years else None,
        minutes_a_year=float(per_interview * row["interviews"]) / years
        if years and per_interview is not None
        else None,
        stopped_early=float(row["stopped_early"]) / told if told else None,
    )
