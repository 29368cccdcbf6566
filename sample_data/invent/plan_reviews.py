"""The rows of the plan reviews sheet: a written plan is looked at again, at some stages and not at others."""

from datetime import date, timedelta

from invent.dice import Dice
from invent.lives import Life
from invent.world import Row, World

STAGES = {"pre_departure": 0.68, "travel": 0.3, "arrival": 0.55, "post_return": 0.5}
DAYS_FROM_RETURN = {"pre_departure": (-30, -2), "travel": (-1, 0), "arrival": (0, 8), "post_return": (25, 120)}


def reviews_of(life: Life, dice: Dice, world: World) -> list[Row]:
    """None without a plan; nobody travelled who was identified at home."""
    if life.survivor.get("risk_plan") is not True:
        return []
    reviews = []
    for stage, share in STAGES.items():
        stayed = life.survivor["return_kind"] == "identified_at_home" and stage != "post_return"
        if not stayed and dice.chance(share):
            reviews.append(_review(life, stage, dice))
    if reviews and reviews[-1]["stage"] == "post_return" and dice.chance(0.25):
        reviews.append({**reviews[-1], "reviewed_on": _later(reviews[-1]["reviewed_on"], dice)})
    closed = life.survivor.get("case_closed_on")
    last = closed if isinstance(closed, date) else world.today
    return [row for row in reviews if isinstance(day := row["reviewed_on"], date) and day <= last]


def _review(life: Life, stage: str, dice: Dice) -> Row:
    both = 0.65 if life.survivor["risk_assessment"] == "joint" else 0.15
    return {
        "survivor_id": life.id,
        "stage": stage,
        "reviewed_on": life.returned + timedelta(days=dice.randint(*DAYS_FROM_RETURN[stage])),
        "countries_involved": "both" if dice.chance(both) else "one",
    }


def _later(day: object, dice: Dice) -> date:
    assert isinstance(day, date)
    return day + timedelta(days=dice.randint(60, 150))
