"""Puts the questions of one interview: which ones may be put, what is answered, and what stays without an answer."""

from collections.abc import Mapping

from invent.answers import answer
from invent.answers.talk import Talk
from invent.conditions import is_put
from invent.dice import Dice
from invent.world import Cell, Row
from monitoring.domain.form import Form, Question

SILENCE: Mapping[str, float] = {"": 966, "dont_know": 9, "prefer_not_to_say": 12, "blank": 13}
SILENCE_ON_HARM: Mapping[str, float] = {"": 905, "dont_know": 10, "prefer_not_to_say": 70, "blank": 15}
STOPS_AFTER = ("free_to_come_and_go", "emergency_money", "family_conflict", "who5_5")


def put_questions(form: Form, talk: Talk, *, extended_round: bool) -> None:
    """Fills the row of the interview. Whoever stopped early answers nothing more; what the file says is still there."""
    stops_after = talk.dice.choice(STOPS_AFTER) if talk.row["status"] == "partly_interviewed" else None
    stopped = False
    for question in form.questions:
        if question.domain == "follow_up":
            continue  # the contact and its setting stand already
        from_survivor = question.asked_of == "survivor"
        if from_survivor and (stopped or not _is_for(question, talk, extended_round)):
            continue
        if is_put(question, form, talk.row):
            talk.row[question.name] = _reply(question, talk) if from_survivor else answer(question, talk)
        stopped = stopped or question.name == stops_after


def from_the_file(form: Form, row: Row, dice: Dice) -> None:
    """What the file says although nobody was interviewed."""
    if form.question("safety_plan_current") and dice.chance(0.55):
        row["safety_plan_current"] = dice.chance(0.42)


def allows_sensitive(row: Row) -> bool:
    """Whether the setting allows questions about harm."""
    calm = row["private"] is True and row["mode"] != "phone" and row["interpreter"] != "family_or_friend"
    return calm and row["asker_trained"] is True and row["referral_path"] is True


def _is_for(question: Question, talk: Talk, extended_round: bool) -> bool:
    """Small children are never interviewed, so a child here is of 9 to 17."""
    for_this_age = question.who == "all" or (question.who == "adults") == talk.life.is_adult
    return for_this_age and (question.core or extended_round)


def _reply(question: Question, talk: Talk) -> Cell:
    if question.sensitive and not allows_sensitive(talk.row):
        return "not_asked"
    silence = talk.dice.pick(SILENCE_ON_HARM if question.sensitive else SILENCE)
    if not silence:
        return answer(question, talk)
    return None if silence == "blank" else silence
