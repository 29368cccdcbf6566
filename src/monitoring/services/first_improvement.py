"""How long until a person is measurably better off than at the first interview. Gives back no person's row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitoring.derive.people_queries import values_of_people
from monitoring.domain.indicator import Direction, Indicator
from monitoring.domain.people import Actor
from monitoring.domain.rounds import Round
from monitoring.services.house import House
from monitoring.services.one_by_one import settled
from monitoring.services.time_to_event import RISK_MONTHS
from monitoring.statistics.bounds import Lost, risk_bounds
from monitoring.statistics.survival import FEWEST_AT_RISK, Followed, Risk, Step, curve, risk_by

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class _Told:
    """One person: days from the first interview and values, in the order of the rounds; how long ago the first was."""

    first: float
    later: Sequence[tuple[float, float]]
    days_ago: float


@dataclass(frozen=True, slots=True)
class ImprovedBy:
    """The chance of having improved by a round's day after the first interview, and what it could be for the lost.

    `lost` people were first interviewed long enough ago, had not improved, and nothing is known of them from the
    round's window on; whoever was interviewed once alone is among them. `none` takes none of them to have improved,
    `all` each of them.
    """

    months: int
    chance: Risk
    lost: int
    none: Risk
    all: Risk


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
    chances: tuple[ImprovedBy, ...]


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
        people: dict[int, list[Mapping[str, float]]] = {}
        for row in house.store.rows(sql, parameters, as_of):
            people.setdefault(row["survivor_key"], []).append(row)
        rounds = [house.catalogue.round(months) for months in RISK_MONTHS]
        return _of_people(declared, [_told(rows) for rows in people.values()], rounds)

    return house.kept("first_improvement", indicator, narrowed, as_of, work=work)


def _told(rows: Sequence[Mapping[str, float]]) -> _Told:
    start = float(rows[0]["days"])
    later = [(float(row["days"]) - start, float(row["own_value"])) for row in rows[1:]]
    return _Told(float(rows[0]["own_value"]), later, float(rows[0]["days_ago"]))


def _of_people(declared: Indicator, people: Sequence[_Told], rounds: Sequence[Round]) -> FirstImprovement | None:
    """Those who could rise by so much: of two interviews or more they are followed, of one they may be lost."""
    measurable, sign = declared.measurable or 0, 1 if declared.direction is Direction.UP else -1
    top = (100 if declared.unit == "points" else 1) if sign > 0 else 0
    could = [told for told in people if sign * (top - told.first) >= measurable - ROUNDING]
    followed = [(_followed(told, sign, measurable), told) for told in could if told.later]
    if not followed:
        return None
    known = [person for person, _ in followed]
    steps, once = curve(known), [(Followed(0, had_event=False), told) for told in could if not told.later]
    return FirstImprovement(
        people=len(followed),
        improved=sum(person.had_event for person in known),
        near_the_top=sum(bool(told.later) for told in people) - len(followed),
        steps=tuple(step for step in steps if step.at_risk >= FEWEST_AT_RISK),
        chances=tuple(_by(followed, once, by, risk_by(known, by.target_day, steps)) for by in rounds),
    )


def _followed(told: _Told, sign: int, measurable: float) -> Followed:
    for day, value in told.later:
        if sign * (value - told.first) >= measurable - ROUNDING:
            return Followed(day, had_event=True)
    return Followed(told.later[-1][0], had_event=False)


def _by(
    followed: Sequence[tuple[Followed, _Told]], once: Sequence[tuple[Followed, _Told]], by: Round, chance: Risk
) -> ImprovedBy:
    known = [person for person, told in followed if not _is_lost(person, told, by)]
    gone = [Lost(person.days, told.days_ago) for person, told in (*followed, *once) if _is_lost(person, told, by)]
    none, all_ = risk_bounds(known, gone, by.target_day)
    return ImprovedBy(by.months, chance, len(gone), none, all_)


def _is_lost(person: Followed, told: _Told, by: Round) -> bool:
    """First interviewed longer ago than the round's day, not better so far, not heard of since before its window."""
    return not person.had_event and told.days_ago >= by.target_day and person.days < by.first_day
