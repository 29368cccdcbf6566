"""Follows one life through the rounds until today, or until consent, the case or the life ends."""

from datetime import date, timedelta

from invent.answers.talk import sit_down
from invent.contacts import contacts_of, death, target_day, was_interview, withdrawal
from invent.dice import Dice
from invent.interviews import from_the_file, put_questions
from invent.lives import Life
from invent.world import Row, World
from monitoring.domain.catalogue import Catalogue
from monitoring.domain.rounds import Round

LAST_ROUND = 24
"""Months. Offices of the sample close a case some weeks after this round, so that nobody comes due for a later one."""


def follow(life: Life, catalogue: Catalogue, dice: Dice, world: World) -> None:
    """Fills the life's follow-ups, and writes into its survivors row what ended them."""
    rounds = [each for each in catalogue.rounds if each.months <= LAST_ROUND]
    levels: dict[str, float] | None = None
    missed = 0
    for round_, following in zip(rounds, [*rounds[1:], None], strict=True):
        if not _comes_due(life, round_, world):
            return
        contacts = _contacts(life, round_, dice, world)
        for contact in contacts:
            if was_interview(contact):
                levels = _interview(life, contact, round_, levels, catalogue, world)
            else:
                from_the_file(catalogue.forms["follow_ups"], contact, dice)
            life.follow_ups.append(contact)
        if contacts and contacts[-1]["status"] in ("withdrew_consent", "deceased"):
            return
        missed = 0 if any(was_interview(contact) for contact in contacts) else missed + 1
        _perhaps_close(life, round_, following, missed, dice, world)
    _close_after_last_round(life, rounds[-1], missed, dice, world)


def _comes_due(life: Life, round_: Round, world: World) -> bool:
    """Whether the round's day has come with consent to contact given and the case open."""
    day = target_day(life, round_)
    if day > world.today or life.survivor["consent_contact"] != "given" or life.survivor["case_status"] != "active":
        return False
    if life.provider.ended and day > life.provider.ended:
        close(life, "closed_project_ended", life.provider.ended)
        return False
    return True


def _contacts(life: Life, round_: Round, dice: Dice, world: World) -> list[Row]:
    if round_.months in life.rounds_elsewhere:
        return []  # held under the person's earlier code
    if round_.months > 0 and dice.chance(0.007):
        return [withdrawal(life, round_, dice, world)]
    if dice.chance(0.0015):
        return [death(life, round_, dice, world)]
    return contacts_of(life, round_, dice, world)


def _interview(
    life: Life,
    contact: Row,
    round_: Round,
    before: dict[str, float] | None,
    catalogue: Catalogue,
    world: World,
) -> dict[str, float]:
    talk = sit_down(life, round_.months, contact, before, _of_this_talk(life, contact, world), world.today)
    put_questions(catalogue.forms["follow_ups"], talk, extended_round=round_.extended)
    return talk.levels


def _of_this_talk(life: Life, contact: Row, world: World) -> Dice:
    """Chance of its own, so that a question added to the forms changes no contact and no other interview."""
    return Dice(f"{world.seed} {life.id} {contact['contact_date']}")


def _perhaps_close(life: Life, round_: Round, following: Round | None, missed: int, dice: Dice, world: World) -> None:
    """Cases end: the plan is completed, the person wishes it, or nobody has been able to reach them for long."""
    why = None
    if missed == 0 and round_.months >= 12 and dice.chance(0.07):
        why = "closed_plan_completed"
    elif missed == 0 and round_.months >= 3 and dice.chance(0.01):
        why = "closed_own_wish"
    elif missed >= 2 and round_.months >= 12 and dice.chance(0.3):
        why = "closed_no_contact"
    if why is None:
        return
    day = max(_last_contact(life), target_day(life, round_)) + timedelta(days=dice.randint(2, 45))
    if day <= world.today and (following is None or day < target_day(life, following)):
        close(life, why, day)


def _close_after_last_round(life: Life, last: Round, missed: int, dice: Dice, world: World) -> None:
    day = max(_last_contact(life), target_day(life, last)) + timedelta(days=dice.randint(20, 120))
    if life.survivor["case_status"] == "active" and day <= world.today:
        completed = dice.pick({"closed_plan_completed": 85, "closed_own_wish": 15})
        close(life, "closed_no_contact" if missed else completed, day)


def _last_contact(life: Life) -> date:
    days = (row["contact_date"] for row in life.follow_ups)
    return max((day for day in days if isinstance(day, date)), default=life.returned)


def close(life: Life, why: str, day: date) -> None:
    life.survivor.update(case_status=why, case_closed_on=day)
