"""Answers about help needed, help received, and how the people who help treat the person."""

from collections.abc import Callable, Mapping

from invent.answers.talk import Talk
from invent.dice import share_of
from invent.world import Cell

NEEDED_FOR = {
    "health": ("wellbeing", -0.4), "counselling": ("wellbeing", -0.1), "legal": ("safety", -0.3),
    "learning": ("income", -0.5), "documents": ("support", -0.9), "housing": ("housing", -0.2),
    "income": ("income", 0.4), "safety": ("safety", -0.4), "childcare": ("income", -1.6), "family": ("stigma", -0.9),
    "other": ("support", -2.4),
}  # fmt: skip
RECEIVED = {
    "health": 0.5, "counselling": 0.6, "legal": -0.1, "learning": 0.0, "documents": 0.1, "housing": -0.3,
    "income": -0.6, "safety": 0.3, "childcare": -0.9, "family": 0.0, "other": -0.3,
}  # fmt: skip


def help_needed(talk: Talk) -> str:
    """The worse a side of life, the more help is needed with it."""
    shares = {kind: share_of(more - talk.levels[side]) for kind, (side, more) in NEEDED_FOR.items()}
    return " ".join(talk.dice.subset(shares)) or "none"


def help_received(talk: Talk) -> str:
    """Mostly of what was needed; a little of the rest too."""
    needed = str(talk.row.get("help_needed") or "").split()
    shares = {
        kind: share_of(talk.levels["support"] - 0.4 + easier) if kind in needed else 0.03
        for kind, easier in RECEIVED.items()
    }
    return " ".join(talk.dice.subset(shares)) or "none"


def legal_cost(talk: Talk) -> str:
    return talk.dice.pick({"free": 70, "subsidised": 18, "paid": 12})


def same_worker(talk: Talk) -> Cell:
    if talk.months >= 6 and talk.dice.chance(0.05):
        return "not_applicable"  # there was no worker any more
    return talk.dice.chance(share_of(talk.levels["support"] + 0.5))


def will_continue(talk: Talk) -> str:
    goes_on = share_of(talk.levels["support"])
    return talk.dice.pick({"yes": goes_on, "no": 0.7 * (1 - goes_on), "not_told": 0.35})


def say_in_plan(talk: Talk) -> Cell:
    if "plan_date" not in talk.life.survivor and talk.dice.chance(0.7):
        return "not_applicable"
    heard = share_of(talk.levels["support"])
    return talk.dice.pick({"yes": heard, "partly": 0.35, "no": 0.6 * (1 - heard)})


DRAWN: Mapping[str, Callable[[Talk], Cell]] = {
    "help_needed": help_needed,
    "help_received": help_received,
    "legal_cost": legal_cost,
    "same_worker_three_months": same_worker,
    "support_will_continue": will_continue,
    "say_in_plan": say_in_plan,
}
