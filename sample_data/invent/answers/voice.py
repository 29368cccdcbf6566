"""Answers about the mind, about who knows, and about what people themselves find important."""

from collections.abc import Callable, Mapping

from invent.answers.talk import Talk
from invent.dice import share_of
from invent.world import Cell

PRIORITIES = {
    "housing": ("housing", 0.6), "work": ("income", 1.0), "health": ("wellbeing", -0.3),
    "peace_of_mind": ("wellbeing", 0.1), "family": ("stigma", 0.2), "children": ("support", -0.2),
    "safety": ("safety", 0.5), "justice": ("safety", -0.8), "learning": ("income", -0.9), "belonging": ("stigma", -0.6),
    "faith": ("stigma", -1.4), "other": ("support", -2.5),
}  # fmt: skip
HELPED = {
    "own_strength": 6, "family_acceptance": 6, "support_from_project": 8, "friends": 3, "peer_support": 4, "faith": 3,
    "partner_and_children": 4, "education_and_skills": 3, "local_work": 3, "local_services": 3, "family_income": 2,
    "documents_and_rights": 2, "police_and_courts": 1, "physical_health": 1, "neighbours_attitude": 1, "none": 1,
}  # fmt: skip
HINDERED = {
    "money_and_debt": 8, "cost_of_living": 6, "mental_health": 5, "local_work": 5, "neighbours_attitude": 4,
    "family_income": 3, "physical_health": 3, "police_and_courts": 2, "documents_and_rights": 2, "family_acceptance": 3,
    "traffickers_nearby": 2, "insecurity_or_disaster": 2, "family_safety": 2, "education_and_skills": 2, "none": 2,
}  # fmt: skip


def who5_item(talk: Talk) -> int:
    """One of the five WHO-5 answers, 0 to 5; they hang together as the level of the day does."""
    wanted = 5 * share_of(0.9 * talk.levels["wellbeing"]) + talk.dice.gauss(0, 0.8)
    return max(0, min(5, round(wanted)))


def goal_progress(talk: Talk) -> str:
    far = share_of(talk.levels["wellbeing"] / 2 + talk.levels["income"] / 2 + 0.3)
    grown = min(talk.months, 24) / 24
    return talk.dice.pick({
        "no_goal": 0.16, "none": 0.6 * (1 - far) * (1.2 - grown), "some": 0.5, "much": far * (0.2 + grown),
        "reached": 0.35 * far * grown,
    })  # fmt: skip


def who_knows(talk: Talk) -> str:
    return talk.dice.pick({"nobody": 24, "a_few_trusted": 34, "family": 27, "community": 15})


def family_conflict(talk: Talk) -> Cell:
    """No contact with family: not applicable."""
    if talk.dice.chance(0.04):
        return "not_applicable"
    wanted = share_of(talk.levels["stigma"] + 0.7) + talk.dice.gauss(0, 0.14)
    steps = ("very_often", "often", "sometimes", "rarely", "never")
    return steps[max(0, min(4, round(4 * wanted)))]


def priorities(talk: Talk) -> str:
    """What is worst weighs most; up to three, the most important first."""
    weight = {
        code: share_of(more - talk.levels[side]) * talk.dice.random() for code, (side, more) in PRIORITIES.items()
    }
    return " ".join(sorted(weight, key=lambda code: -weight[code])[: talk.dice.choice((1, 2, 3, 3, 3))])


def compared(talk: Talk) -> str:
    if talk.before is None:
        return "not_applicable"  # the first time
    sides = ("housing", "income", "stigma", "wellbeing", "safety")
    change = sum(talk.levels[side] - talk.before[side] for side in sides) / len(sides) + talk.dice.gauss(0.1, 0.3)
    return "better" if change > 0.15 else "worse" if change < -0.25 else "same"


def factors(weights: Mapping[str, float]) -> Callable[[Talk], Cell]:
    def drawn(talk: Talk) -> Cell:
        named = {talk.dice.pick(weights) for _ in range(talk.dice.randint(1, 3))}
        named = named if len(named) == 1 else named - {"none"}
        return " ".join(sorted(named))

    return drawn


DRAWN: Mapping[str, Callable[[Talk], Cell]] = {
    **{f"who5_{number}": who5_item for number in range(1, 6)},
    "own_goal_progress": goal_progress,
    "who_knows": who_knows,
    "family_conflict": family_conflict,
    "priorities": priorities,
    "compared_with_last_time": compared,
    "helped_most": factors(HELPED),
    "hindered_most": factors(HINDERED),
}
