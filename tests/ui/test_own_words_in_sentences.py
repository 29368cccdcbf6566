"""Sentences about what people say: who asked them, what they put first, and where their word and our score part."""

import pytest
from invented_points import HOME, known, missing, withheld

from monitoring.services.own_judgement import Beside, Judgement, OwnJudgement
from monitoring.ui.findings.askers import of_askers
from monitoring.ui.findings.judgement import of_judgement, where_they_disagree
from monitoring.ui.findings.outcomes import of_outcome
from monitoring.ui.findings.priorities import of_priorities, whether_met
from monitoring.ui.numbers import THIN
from monitoring.ui.points import Point, State

NAMES = {"home": "A home", "work": "Work", "faith": "Faith"}
WIDE = Point("home", State.FEW, 50, 19, 81, 6)


def judged(better, same=(0, 0, 0), worse=(0, 0, 0), without=0):
    parts = [Beside(each, *counts) for each, counts in zip(Judgement, (better, same, worse), strict=True)]
    return OwnJudgement(tuple(parts), without)


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ([known("own", 88), known("staff", 70), known("out", 61)], "their own worker hears kinder answers."),
        ([known("own", 61), known("out", 88)], "not their own worker hears the kinder answers."),
        ([known("own", 62), known("out", 60)], "no clear difference."),
        ([known("own", 88, 12), known("out", 61, 12)], "kinder answers; few people, read with care."),
        ([known("own", 88), WIDE], "too few to tell them apart."),
        ([known("own", 88), missing("out")], "nothing tells whether that is the whole story."),
        ([missing("own"), known("out", 61)], "so there is nothing to compare."),
        ([missing("own"), missing("out")], "Nobody has answered yet."),
        ([withheld("own"), withheld("out")], "Withheld to protect people."),
    ],
)
def test_who_asked_is_told_apart_only_where_it_can_be(points, sentence):
    assert of_askers(points).endswith(sentence)


def test_what_most_people_put_first_is_named_and_what_nobody_does():
    said = of_priorities([known("home", 50), known("work", 20), known("faith", 0)], NAMES)

    assert said == (
        f"Of 100 people who named anything, most put first: a home (50{THIN}%) and work (20{THIN}%). "
        "Nobody put first: faith."
    )


def test_two_things_that_may_change_places_are_said_to():
    said = of_priorities([known("home", 31), known("work", 30)], NAMES)

    assert said.endswith("; the ranges of the first two overlap, so their order may be chance.")


def test_without_an_answer_nothing_is_put_first():
    assert of_priorities([missing("home")], NAMES) == "Nobody has answered yet."
    assert of_priorities([withheld("home")], NAMES) == "Withheld to protect people."


def test_whether_a_service_began_is_told_with_its_range_or_said_to_be_too_little():
    assert whether_met(known("met", 54, 61)) == (
        f"A service for what they put first began within 90 days for **54{THIN}%** of 61 people whose 90 days are "
        f"over (likely 49 to 59{THIN}%)."
    )
    assert "too few to say more" in whether_met(WIDE)
    assert whether_met(missing("met")).startswith("Nobody who named something has had 90 days yet")
    assert whether_met(withheld("met")) == "Withheld to protect people."


def test_own_judgement_is_told_beside_what_the_score_did():
    said = of_judgement(judged((22, 12, 6), (5, 5, 5), (2, 1, 3)), "housing score")

    assert said == (
        "Of 61 people who compared their life with the time before, 40 say that it is better; of these, our housing "
        "score rose measurably for 22, did not change for 12 and fell for 6."
    )


def test_where_word_and_score_part_the_word_is_not_corrected():
    found = judged((22, 12, 6), (5, 5, 5), (2, 1, 3))

    assert where_they_disagree(found, "housing score") == (
        "**The two disagree** for 8 of 61 people: 6 say that life is better and their housing score fell and 2 say "
        "that it is worse and their housing score rose. Their own judgement is not the one to be corrected: ask what "
        "the score does not see."
    )
    assert "for 1 of 10 people: one says that life is better and their housing score fell." in where_they_disagree(
        judged((9, 0, 1)), "housing score"
    )
    assert where_they_disagree(judged((9, 0, 0)), "housing score") == (
        "For nobody of these 9 people do their own judgement and our housing score point opposite ways."
    )


def test_of_few_people_no_judgement_is_told():
    assert of_judgement(judged((3, 0, 1)), "housing score") == (
        "Too few to say: 4 people both compared their life and have a score of both talks."
    )
    assert where_they_disagree(judged((3, 0, 1)), "housing score") == ""
    assert "fewer than five say that it is better" in of_judgement(judged((1, 1, 1), (9, 0, 0)), "housing score")


def test_an_outcome_is_told_by_its_first_numbers_that_can_be_read():
    assert of_outcome([(HOME, known("a", 68)), (HOME, WIDE), (HOME, known("c", 33))]) == (
        "Two in three have a secure home; one in three have a secure home."
    )
    assert of_outcome([(HOME, WIDE)]) == "Too few answers to say more."
    assert of_outcome([(HOME, missing("a"))]) == "Nobody has answered yet."
    assert of_outcome([(HOME, known("a", 68, 12))]) == "Two in three have a secure home; few people, read with care."
