"""Answers about the place people live in, and about work and debt."""

from collections.abc import Callable, Mapping

from invent.answers.talk import Talk
from invent.dice import share_of
from invent.world import Cell

SECURE = {"own": 22, "rented": 30, "host_family": 48}
INSECURE = {"shelter": 34, "host_family": 26, "rented": 16, "employer": 10, "no_fixed_place": 9, "other": 5}


def housing_type(talk: Talk) -> str:
    """Whether the home is secure is thrown once, here; `may_stay_six_months` follows it."""
    talk.secure_home = talk.dice.chance(share_of(talk.levels["housing"]))
    shelter = max(0.15, 1 - talk.months / 10)
    return talk.dice.pick(SECURE if talk.secure_home else {**INSECURE, "shelter": INSECURE["shelter"] * shelter})


def may_stay(talk: Talk) -> bool:
    may_anyway = talk.row.get("housing_type") in ("shelter", "employer") and talk.dice.chance(0.3)
    return talk.secure_home or may_anyway


def basics(talk: Talk) -> str:
    easier = {
        "safe_water": 1.9, "toilet": 1.8, "privacy": 0.9, "lockable_door": 1.3, "not_overcrowded": 0.9,
        "safe_cooking": 1.7,
    }  # fmt: skip
    met = talk.dice.subset({code: share_of(talk.levels["housing"] + easy) for code, easy in easier.items()})
    return " ".join(met) or "none"


def moves(talk: Talk) -> int:
    settled = share_of(talk.levels["housing"])
    return int(talk.dice.pick({"0": 20 + 120 * settled, "1": 22, "2": 7, "3": 2, "5": 0.5}))


def host_can_afford(talk: Talk) -> str:
    well = share_of(talk.levels["income"])
    return talk.dice.pick({"yes": 0.2 + well, "partly": 0.6, "no": 1 - well})


def main_activity(talk: Talk) -> str:
    if not talk.life.is_adult:
        return talk.dice.pick({"studying": 75, "training": 8, "unpaid_care": 7, "other": 6, "employed": 4})
    works = share_of(talk.levels["income"])
    care = 16 if talk.life.survivor["gender"] == "woman_or_girl" else 3
    return talk.dice.pick({
        "employed": 55 * works, "self_employed": 38 * works, "training": 9 if talk.months < 18 else 3, "studying": 4,
        "unpaid_care": care, "looking": 55 * (1 - works), "unable": 9 * (1 - works), "other": 3,
    })  # fmt: skip


def work_fair(talk: Talk) -> str:
    easier = {"paid_as_agreed": 1.5, "free_to_leave": 2.0, "safe": 1.3, "reasonable_hours": 0.7}
    true = talk.dice.subset({code: share_of(talk.levels["income"] + easy) for code, easy in easier.items()})
    return " ".join(true) or "none"


def owes(talk: Talk) -> str:
    worse = 1 - share_of(talk.levels["income"])
    trafficker = 0.16 * worse if talk.months < 18 else 0.08 * worse
    return talk.dice.pick({"no": 0.75, "family_or_bank": 0.5 * worse, "recruiter_or_trafficker": trafficker})


DRAWN: Mapping[str, Callable[[Talk], Cell]] = {
    "housing_type": housing_type,
    "may_stay_six_months": may_stay,
    "basics_met": basics,
    "moves_last_three_months": moves,
    "host_family_can_afford": host_can_afford,
    "main_activity": main_activity,
    "work_fair": work_fair,
    "owes_for_migration": owes,
}
