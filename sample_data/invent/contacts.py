"""The rounds of follow-up of one life: when contact was tried, what came of it, and in which setting."""

from datetime import date, timedelta

from invent.dice import Dice
from invent.lives import Life
from invent.world import Row, World
from monitoring.domain.rounds import Round

OUT_OF_TOUCH = {0: -1.90, 3: -1.40, 6: -1.12, 12: -0.80, 18: -0.62, 24: -0.52}
"""By month: whoever keeps in touch less than this is not interviewed. At month 12 that is three in ten."""

OUTCOMES_WHEN_LOST = {"not_reached": 60, "declined_this_time": 17, "not_attempted": 18, "unsafe_to_contact": 5}
INTERVIEWED = ("interviewed", "partly_interviewed")


def was_interview(contact: Row) -> bool:
    """Whether questions were put."""
    return contact["status"] in INTERVIEWED


def target_day(life: Life, round_: Round) -> date:
    return life.returned + timedelta(days=round_.target_day)


def is_lost(life: Life, round_: Round, dice: Dice) -> bool:
    """Whether the person is not interviewed in that round. Mostly the same people, and more of the worse off."""
    again = life.exploited_again_on
    trouble = 0.9 if again and again < target_day(life, round_) else 0.0
    return life.keeps_in_touch - trouble + dice.gauss(0, 0.75) < OUT_OF_TOUCH[round_.months]


def contacts_of(life: Life, round_: Round, dice: Dice, world: World) -> list[Row]:
    """What stands in the sheet for one round that has come due, without answers: nothing, one contact, or two."""
    recent = (world.today - target_day(life, round_)).days < 45
    if recent and dice.chance(0.4):
        return []  # the office has not got round to it yet
    if is_lost(life, round_, dice):
        return [] if dice.chance(0.1) else [_not_interviewed(life, round_, dice, world)]
    day = _day(life, round_, dice, world)
    interview = _interview(life, round_, day, dice)
    before = _day_of_failed_attempt(life, round_, day, dice)
    if before is None or dice.chance(0.92):
        return [interview]
    return [_row(life, round_, before, "not_reached"), interview]


def withdrawal(life: Life, round_: Round, dice: Dice, world: World) -> Row:
    """The contact at which the person wished to hear no more; it changes the survivors row too."""
    day = _day(life, round_, dice, world, on_or_after_target=True)
    life.survivor.update(consent_contact="withdrawn", consent_date=day, consent_review_on=None)
    return _row(life, round_, day, "withdrew_consent", known_via="person")


def death(life: Life, round_: Round, dice: Dice, world: World) -> Row:
    day = _day(life, round_, dice, world, on_or_after_target=True)
    return _row(life, round_, day, "deceased", known_via="family")


def _not_interviewed(life: Life, round_: Round, dice: Dice, world: World) -> Row:
    day = _day(life, round_, dice, world)
    status = dice.pick(OUTCOMES_WHEN_LOST)
    row = _row(life, round_, day, status)
    heard = day - timedelta(days=dice.randint(0, 40))
    if status == "declined_this_time":
        row.update(known_on=day, known_via="person", lives_in=_lives_in(life, day))
    elif heard >= life.returned and dice.chance(0.35):
        via = dice.pick({"family": 5, "provider": 4, "authority": 1})
        row.update(known_on=heard, known_via=via, lives_in=_lives_in(life, heard))
    else:
        row["lives_in"] = "not_known"
    if row["lives_in"] == "other_country":
        row["move_was"] = dice.pick({"wished": 5, "needed": 2, "not_known": 5})
    return row


def _interview(life: Life, round_: Round, day: date, dice: Dice) -> Row:
    abroad = _lives_in(life, day) == "other_country"
    by_phone = 0.9 if abroad else 0.14 + 0.005 * round_.months
    row = _row(life, round_, day, "partly_interviewed" if dice.chance(0.05) else "interviewed", known_via="person")
    row.update(
        mode=dice.pick({"phone": by_phone, "in_person": 0.95 - by_phone, "self_completed": 0.05}),
        private=dice.chance(0.88),
        asked_by=dice.pick({"lead_worker": 62, "other_staff": 28, "independent": 10}),
        interpreter=dice.pick({"none": 91, "professional": 5, "family_or_friend": 4}),
        asker_trained=dice.chance(0.84),
        referral_path=dice.chance(0.93),
        stopped_early=row["status"] == "partly_interviewed",
        support_offered=dice.chance(0.86),
        minutes=max(8, int(dice.gauss(48 if round_.extended else 34, 9))),
    )
    if abroad:
        row["move_was"] = dice.pick({"wished": 6, "needed": 3, "not_known": 1})
    if len(life.country.providers) > 1 and dice.chance(0.03):
        others = [each.id for each in life.country.providers if each.id != life.provider.id and not each.ended]
        row["provider_id"] = dice.choice(others) if others else None
    return row


def _row(life: Life, round_: Round, day: date, status: str, known_via: str | None = None) -> Row:
    row: Row = {"survivor_id": life.id, "round": round_.months, "contact_date": day, "status": status}
    if known_via and status != "deceased":
        row.update(lives_in=_lives_in(life, day), known_on=day, known_via=known_via)
    elif known_via:
        row.update(known_on=day, known_via=known_via)
    return row


def _lives_in(life: Life, day: date) -> str:
    moved = life.moves_abroad_on
    return "other_country" if moved and moved <= day else "country_of_return"


def _day(life: Life, round_: Round, dice: Dice, world: World, *, on_or_after_target: bool = False) -> date:
    """A day inside the round's window, mostly near the target, now and then late, never after today."""
    late = round_.last_day - round_.target_day
    offset = dice.randint(31, late) if late > 31 and dice.chance(0.1) else int(dice.gauss(5, 11))
    if round_.months == 0:
        offset = _first_talk(life, dice)
    earliest = 0 if on_or_after_target else round_.first_day - round_.target_day
    latest = min(late, (world.today - target_day(life, round_)).days)
    if offset > latest:  # not yet: some day until today, rather than everybody today
        offset = dice.randint(max(earliest, min(latest, -10)), latest)
    return target_day(life, round_) + timedelta(days=max(earliest, min(offset, latest)))


def _first_talk(life: Life, dice: Dice) -> int:
    first = life.survivor.get("first_contact_date")
    since = (first - life.returned).days if isinstance(first, date) else 0
    return since + int(dice.expovariate(1 / 7))


def _day_of_failed_attempt(life: Life, round_: Round, day: date, dice: Dice) -> date | None:
    """An earlier day in the same window, or None where there is none."""
    before = day - timedelta(days=dice.randint(3, 20))
    return before if before >= life.returned + timedelta(days=round_.first_day) else None
