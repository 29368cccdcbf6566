"""Answers about harm, drawn only where the setting allowed the question, and what was done after a yes."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from invent.answers.talk import Talk
from invent.dice import share_of
from invent.world import Cell


def contact_from_trafficker(talk: Talk) -> bool:
    sooner = 0.10 if talk.months <= 3 else 0.06
    return talk.dice.chance(sooner * 2 * share_of(-talk.levels["safety"]))


def hurt_or_afraid(talk: Talk) -> bool:
    return talk.dice.chance(0.22 * share_of(-talk.levels["safety"]))


def exploited_again(talk: Talk) -> bool:
    """Mostly told where it happened in the months before; now and then by somebody of whom nothing was known."""
    on = talk.life.exploited_again_on
    if on and timedelta(0) <= talk.day - on <= timedelta(days=120):
        return talk.dice.chance(0.75)
    return talk.dice.chance(0.005)


def action_taken(talk: Talk) -> str:
    return talk.dice.pick({"referred": 48, "already_in_care": 26, "offered_and_declined": 18, "none_yet": 8})


def action_on(talk: Talk) -> Cell:
    """On the day or soon after, never after today; blank while nothing was done."""
    if talk.row.get("action_taken") == "none_yet":
        return None
    wait = talk.dice.pick({"0": 55, "1": 15, "2": 10, "3": 8, "6": 7, "14": 5})
    return min(talk.day + timedelta(days=int(wait)), talk.today)


DRAWN: Mapping[str, Callable[[Talk], Cell]] = {
    "contact_from_trafficker": contact_from_trafficker,
    "hurt_or_afraid_at_home": hurt_or_afraid,
    "exploited_again": exploited_again,
    "action_taken": action_taken,
    "action_on": action_on,
}
