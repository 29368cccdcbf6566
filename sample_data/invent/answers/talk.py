"""One interview in the making: who, when, how life goes that day, and what was answered so far."""

from dataclasses import dataclass
from datetime import date

from invent.dice import Dice
from invent.lives import COURSES, Life
from invent.world import Row


@dataclass
class Talk:
    life: Life
    months: int
    day: date
    levels: dict[str, float]  # of this day, moods included
    before: dict[str, float] | None  # of the interview before, or None at the first
    row: Row
    dice: Dice
    today: date
    secure_home: bool = False


def sit_down(life: Life, months: int, row: Row, before: dict[str, float] | None, dice: Dice, today: date) -> Talk:
    """The start of an interview, before the first answer."""
    day = row["contact_date"]
    assert isinstance(day, date)
    elapsed = (day - life.returned).days / 30.44
    levels = {side: life.level(side, elapsed) + dice.gauss(0, 0.45) for side in COURSES}
    return Talk(life, months, day, levels, before, row, dice, today)
