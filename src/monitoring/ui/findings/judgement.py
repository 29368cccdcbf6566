"""Own judgement beside our score, in words: how often they agree, and a sentence where they point opposite ways."""

from monitoring.services.own_judgement import Beside, OwnJudgement
from monitoring.ui import labels, numbers
from monitoring.words import say

TOO_FEW = 5
"""Of fewer people nothing is said: one of them would make a fifth of it."""


def of_judgement(found: OwnJudgement, score: str) -> str:
    """`Of 61 people, 40 say that life is better; our housing score rose for 22 of them, stayed for 12, fell for 6.`"""
    better = found.parts[0]
    if found.people < TOO_FEW:
        return say("own_words.judgement.too_few", people=numbers.people(found.people))
    facts = {"people": numbers.people(found.people), "n": numbers.count(better.people), "score": score}
    if better.people < TOO_FEW:
        return say("own_words.judgement.few_better", **facts)
    return say("own_words.judgement.of", **facts, **_moves(better))


def where_they_disagree(found: OwnJudgement, score: str) -> str:
    """Whose word and whose score point opposite ways: the person's own word is not the one to be corrected."""
    if found.people < TOO_FEW:
        return ""
    opposite = found.better_and_fell + found.worse_and_rose
    facts = {"people": numbers.people(found.people), "score": score}
    if not opposite:
        return say("own_words.judgement.agree", **facts)
    counts = {"better_but_fell": found.better_and_fell, "worse_but_rose": found.worse_and_rose}
    parts = [_part(name, number, score) for name, number in counts.items() if number]
    return say("own_words.judgement.disagree", n=numbers.count(opposite), parts=labels.listed(parts), **facts)


def _part(name: str, number: int, score: str) -> str:
    key = f"own_words.judgement.{name}{'_one' if number == 1 else ''}"
    return say(key, score=score) if number == 1 else say(key, n=numbers.count(number), score=score)


def _moves(part: Beside) -> dict[str, str]:
    return {name: numbers.count(getattr(part, name)) for name in ("rose", "stayed", "fell")}
