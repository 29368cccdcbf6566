import pytest
from invented_points import GAP, HOME, SUPPORTED, WELLBEING, known, missing, withheld

from monitoring.ui.findings.title import Finding, finding, share_words, when_words
from monitoring.ui.points import Point, State

A_YEAR = "a year after return"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "None"),
        (2, "Very few"),
        (14, "One in seven"),
        (33.6, "One in three"),
        (36, "About one in three"),
        (47, "Nearly half"),
        (50, "Half"),
        (51.5, "About half"),
        (56, "Over half"),
        (68, "Two in three"),
        (81, "Four in five"),
        (86, "Over four in five"),
        (97, "Nearly all"),
        (100, "All"),
    ],
)
def test_shares_have_words(share, words):
    assert share_words(share) == words


def test_a_share_is_said_in_one_sentence():
    assert finding(HOME, known("12", 68, 231), A_YEAR) == Finding("Two in three have a secure home a year after return")


def test_few_people_carry_a_caution():
    said = finding(HOME, known("12", 68, 19), A_YEAR)

    assert said.caution == "Only 19 people answered: read with care."


def test_nothing_is_said_where_the_range_is_wider_than_forty_points():
    wide = Point("12", State.FEW, 50, 29.9, 70, 12)

    assert finding(HOME, wide, A_YEAR).sentence == "Too few answers to say more"
    assert finding(HOME, Point("12", State.FEW, 50, 30, 70, 12), A_YEAR).sentence != "Too few answers to say more"


def test_withheld_and_missing_are_said_as_such():
    assert finding(HOME, withheld("12"), A_YEAR).sentence == "Secure home: withheld to protect people"
    assert finding(HOME, missing("12"), A_YEAR).sentence == "Secure home: nobody has answered yet"


def test_means_and_counts_have_sentences_of_their_own():
    many = Point("all", State.KNOWN, 1240)

    assert finding(WELLBEING, known("12", 54), A_YEAR).sentence == (
        "Wellbeing (WHO-5): 54 of 100 on average a year after return"
    )
    assert finding(SUPPORTED, many, A_YEAR).sentence == "1\u202f240 people got help a year after return"
    assert finding(GAP, known("12", 1.26), A_YEAR).sentence == "Help gap: 1.3 on average a year after return"


def test_every_round_has_words():
    assert when_words("0") == "at return"
    assert when_words("all") == "so far"
