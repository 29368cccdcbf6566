"""How life goes: a hidden level for each side of life, from which answers and loss to follow-up are drawn alike.

That one level drives both is the point of the sample: whoever is worse off is lost more often, so that figures of
those who were interviewed look better than life is, as they do in the field.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from invent.dice import Dice, share_of
from invent.world import Country, Provider, Row


@dataclass(frozen=True)
class Course:
    """Where a side of life starts on return, how far it comes, and within how many months most of it is done."""

    start: float
    gain: float
    months: float

    def at(self, months: float) -> float:
        return self.start + self.gain * (1 - math.exp(-months / self.months))


COURSES: Mapping[str, Course] = {
    "housing": Course(-0.70, 1.78, 9),  # improves clearly
    "income": Course(-0.60, 1.10, 30),  # slowly, and goes on
    "stigma": Course(0.10, 0.40, 14),  # a little
    "wellbeing": Course(-0.35, 0.62, 5),  # soon, and then it stalls
    "safety": Course(1.00, 0.50, 10),  # high from the start
    "support": Course(0.80, -0.35, 20),  # fades as projects end
}


@dataclass
class Life:
    """One invented person: the row of the survivors sheet and what nobody sees."""

    survivor: Row
    country: Country
    provider: Provider
    wellbeing: float  # all sides of life together
    sides: dict[str, float]
    keeps_in_touch: float
    exploited_again_on: date | None = None
    confirmed: bool = False
    moves_abroad_on: date | None = None
    rounds_elsewhere: frozenset[int] = frozenset()  # months of rounds held under the person's earlier code
    follow_ups: list[Row] = field(default_factory=list)
    incidents: list[Row] = field(default_factory=list)

    @property
    def id(self) -> str:
        return str(self.survivor["survivor_id"])

    @property
    def returned(self) -> date:
        day = self.survivor["return_date"]
        assert isinstance(day, date)
        return day

    @property
    def age(self) -> str:
        return str(self.survivor["age_band"])

    @property
    def is_adult(self) -> bool:
        return self.age not in ("0-8", "9-17")

    def level(self, side: str, months: float) -> float:
        """The hidden level of a side of life so many months after return; 0 is the middle."""
        grown = 0.35 + 0.65 * min(months, 12) / 12
        helped = self.provider.strength.get(side, 0.0) * grown + self.country.level.get(side, 0.0)
        return COURSES[side].at(months) + helped + self.sides[side] - self._setback(months)

    def _setback(self, months: float) -> float:
        """Being exploited again takes away much of what was gained."""
        on = self.exploited_again_on
        return 0.9 if on and on <= self.returned + timedelta(days=30.44 * months) else 0.0


def begin(survivor: Row, country: Country, provider: Provider, dice: Dice, today: date) -> Life:
    """A life drawn by chance, with what will befall it."""
    wellbeing = dice.gauss(0, 1)
    life = Life(
        survivor=survivor,
        country=country,
        provider=provider,
        wellbeing=wellbeing,
        sides={side: 0.5 * wellbeing + dice.gauss(0, 0.6) for side in COURSES},
        keeps_in_touch=0.55 * wellbeing + dice.gauss(0, 0.83) + provider.follow_up,
    )
    _befall(life, dice, today)
    return life


def _befall(life: Life, dice: Dice, today: date) -> None:
    last = (today - life.returned).days - 20
    if life.is_adult and dice.chance(0.085 * share_of(-0.7 * life.wellbeing) * 2):
        after = 25 + int(dice.expovariate(1 / 230))
        if after < last:
            life.exploited_again_on = life.returned + timedelta(days=after)
            life.confirmed = dice.chance(0.68)
    if dice.chance(0.07):
        life.moves_abroad_on = life.returned + timedelta(days=60 + int(dice.expovariate(1 / 300)))
