"""One answer to one question, drawn from how life goes for the person. Decides nothing about whether it is asked."""

from invent.answers import harm, home_and_work, support, voice
from invent.answers.talk import Talk
from invent.dice import share_of
from invent.world import Cell
from monitoring.domain.form import Question, QuestionType

EASIER = {
    "housing_standard": 0.3, "safe_at_home": 0.8, "free_to_come_and_go": 1.0,
    "income_regular": 0.2, "income_covers_needs": 0.0, "cut_food_for_cost": 0.9, "debt_level": 0.5,
    "felt_discriminated": 0.9, "part_of_community": 0.4, "joins_social_activities": -0.2,
    "stigma_rejected": 1.0, "stigma_hide": 0.3, "stigma_family_blame": 1.0, "stigma_community_blame": 0.6,
    "feels_safe": 0.3, "treated_with_respect": 1.2,
}  # fmt: skip
"""Scales: how much better than the level of its side of life a question is answered."""

YES = {
    "emergency_money": ("income", 0.2), "skills_training_completed": ("income", -0.6),
    "knows_where_to_get_help": ("safety", 0.2), "safety_plan_current": ("safety", -0.6),
    "same_worker_three_months": ("support", 0.5), "knows_how_to_complain": ("support", -0.4),
    "has_identity_document": ("income", 1.6),
}  # fmt: skip
"""Yes or no: the side of life that decides, and how much easier a yes is than its level says."""

DRAWN = {**home_and_work.DRAWN, **harm.DRAWN, **support.DRAWN, **voice.DRAWN}
"""Questions with a way of their own."""


def answer(question: Question, talk: Talk) -> Cell:
    """What the person says. A question that the tables above do not know is answered evenly: none stays empty."""
    if draw := DRAWN.get(question.name):
        return draw(talk)
    if question.name in YES:
        side, easier = YES[question.name]
        return talk.dice.chance(share_of(talk.levels[side] + easier))
    if question.choices is not None and question.choices.is_scale:
        return _on_scale(question, talk)
    return _evenly(question, talk)


def _on_scale(question: Question, talk: Talk) -> str:
    """The answer whose score lies nearest to the level, with some chance; scores come from the declarations."""
    assert question.choices is not None
    level = talk.levels.get(question.domain or "", 0.0) + EASIER.get(question.name, 0.0)
    wanted = share_of(level) + talk.dice.gauss(0, 0.13)
    scores = {choice.code: choice.score for choice in question.choices.choices if choice.score is not None}
    flipped = {code: 1 - score if question.flipped else score for code, score in scores.items()}
    return min(flipped, key=lambda code: abs(flipped[code] - wanted))


def _evenly(question: Question, talk: Talk) -> Cell:
    match question.type:
        case QuestionType.YES_NO:
            return talk.dice.chance(0.5)
        case QuestionType.WHOLE:
            return talk.dice.randint(question.minimum or 0, question.maximum or 10)
        case QuestionType.DATE:
            return talk.day
        case QuestionType.CHOICE if question.choices:
            return talk.dice.choice(question.choices.codes)
        case QuestionType.SEVERAL | QuestionType.RANKED if question.choices:
            codes = [code for code in question.choices.codes if code != "none"]
            return " ".join(talk.dice.few(codes, question.at_most or 3))
    raise ValueError(f"no way to invent an answer to {question.name}")
