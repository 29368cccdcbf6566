"""How long until a person is measurably better off than at the first interview. Gives back no person's row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitoring.derive.people_queries import values_of_people
from monitoring.domain.indicator import Direction, Indicator
from monitoring.domain.people import Actor
from monitoring.services.house import House
from monitoring.services.one_by_one import settled
from monitoring.services.time_to_event import RISK_MONTHS
from monitoring.statistics.survival import FEWEST_AT_RISK, Followed, Risk, Step, curve, risk_by

ROUNDING = 1e-9
Told = Sequence[tuple[float, float]]
"""One person's days after return and values, in the order of the rounds."""


@dataclass(frozen=True, slots=True)
class FirstImprovement:
    """People interviewed at least twice, from the first interview to the first measurable improvement.

    Whoever did not improve was followed up to the last interview. `chances` are those of having improved within 6, 12
    and 24 months. Whoever could not rise by that much, being near the top at first, is left out and counted in
    `near_the_top`.
    """

    people: int
    improved: int
    near_the_top: int
    steps: tuple[Step, ...]
    chances: tuple[tuple[int, Risk], ...]


def first_improvement(
    actor: Actor, house: House, indicator: str, where: Mapping[str, tuple[str, ...]], as_of: date | None = None
) -> FirstImprovement | None:
    """As things stand, or as reported on a day. None where no change can be measured, or nobody was interviewed twice.

    Raises NotAllowed, ImpossibleRequest, KeyError.
    """
    declared, narrowed = settled(actor, house, indicator, where)
    if declared.measurable is None or not declared.has_rounds:
        return None
    sql, parameters = values_of_people(house.catalogue, declared, narrowed, house.looked_at(as_of))

    def work() -> FirstImprovement | None:
        people: dict[int, list[tuple[float, float]]] = {}
        for row in house.store.rows(sql, parameters, as_of):
            people.setdefault(row["survivor_key"], []).append((float(row["days"]), float(row["own_value"])))
        return _of_people(declared, list(people.values()), house)

    return house.kept("first_improvement", indicator, narrowed, as_of, work=work)


def _of_people(declared: Indicator, people: Sequence[Told], house: House) -> FirstImprovement | None:
    """Those interviewed at least twice; of them, those who could rise by so much are followed."""
    measurable, sign = declared.measurable or 0, 1 if declared.direction is Direction.UP else -1
    top = (100 if declared.unit == "points" else 1) if sign > 0 else 0
    twice = [told for told in people if len(told) > 1]
    followed = [_followed(told, sign, measurable) for told in twice if _could(told, sign, top, measurable)]
    return _told(followed, len(twice) - len(followed), house) if followed else None


def _could(told: Told, sign: int, top: float, measurable: float) -> bool:
    return sign * (top - told[0][1]) >= measurable - ROUNDING


def _followed(told: Told, sign: int, measurable: float) -> Followed:
    (first_day, first_value), *later = told
    for day, value in later:
        if sign * (value - first_value) >= measurable - ROUNDING:
            return Followed(day - first_day, had_event=True)
    return Followed(later[-1][0] - first_day, had_event=False)


def _told(followed: Sequence[Followed], near_the_top: int, house: House) -> FirstImprovement:
    steps = curve(followed)
    days = {months: house.catalogue.round(months).target_day for months in RISK_MONTHS}
    return FirstImprovement(
        people=len(followed),
        improved=sum(person.had_event for person in followed),
        near_the_top=near_the_top,
        steps=tuple(step for step in steps if step.at_risk >= FEWEST_AT_RISK),
        chances=tuple((months, risk_by(followed, day, steps)) for months, day in days.items()),
    )
