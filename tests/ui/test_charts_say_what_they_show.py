"""The sentence above each chart. It never says more than the likely ranges bear, and names no provider."""

from dataclasses import replace

import pytest
from invented_points import HOME, SUPPORTED, known, missing, withheld

from monitoring.ui.charts.follow_up import Bar
from monitoring.ui.findings import beside, follow_up, groups, over_time
from monitoring.ui.findings.compare import may_be_chance
from monitoring.ui.points import Point, Scale, State, scale_of

PERCENT = scale_of(HOME)
PLACES = {"AL": "Albania", "MD": "Moldova", "TN": "Tunisia"}
GENDERS = {"woman_or_girl": "Women and girls", "man_or_boy": "Men and boys", "another": "Another gender"}


def plain(sentence):
    return sentence.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ([known("0", 38), known("24", 71), missing("36")], "Higher at month 24 than at return: 71 % against 38 %."),
        ([known("0", 71), known("24", 38)], "Lower at month 24 than at return: 38 % against 71 %."),
        ([known("0", 58), known("24", 61)], "58 % at return, 61 % at month 24: no clear change."),
        (
            [known("0", 38), known("12", 71), known("24", 90, 8)],
            "Higher at month 12 than at return: 71 % against 38 %; times with few people are not compared.",
        ),
        (
            [known("0", 38), known("24", 71, 8)],
            "Higher at month 24 than at return: 71 % against 38 %; few people, read with care.",
        ),
        ([known("0", 38)], "Answers only at return so far: 38 %."),
        (
            [known("0", 38), withheld("3"), known("24", 71)],
            "Higher at month 24 than at return: 71 % against 38 %; what is withheld is not compared.",
        ),
        ([withheld("0"), missing("24")], "Withheld to protect people."),
        ([missing("0"), missing("24")], "Nobody has answered yet."),
    ],
)
def test_over_rounds(points, sentence):
    assert plain(over_time.over_rounds(points, PERCENT)) == sentence


def test_the_running_quarter_is_not_compared():
    points = [known("2025-Q4", 80), known("2026-Q1", 79), known("2026-Q2", 40)]

    said = plain(over_time.over_quarters(points, PERCENT, "2026-Q2"))

    assert said == "80 % in October to December 2025, 79 % in January to March 2026: no clear change."


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        (
            [known("AL", 73, reach=15), known("MD", 60), known("TN", 47, reach=15)],
            "Between Albania 73 % and Tunisia 47 %; the ranges overlap, so the countries may not differ.",
        ),
        (
            [known("AL", 73), known("MD", 60), known("TN", 47)],
            "Between Albania 73 % and Tunisia 47 %; the likely ranges of these two do not overlap.",
        ),
        (
            [known("AL", 73), known("MD", 70), known("TN", 10, 8)],
            "Albania 73 %, Moldova 70 %: no clear difference; groups of few people are not compared.",
        ),
        (
            [known("AL", 73), withheld("MD"), known("TN", 72)],
            "Albania 73 %, Tunisia 72 %: no clear difference; what is withheld is not compared.",
        ),
        ([known("AL", 73), missing("MD")], "Only Albania has answers to read: 73 %."),
        ([withheld("AL"), withheld("MD")], "Withheld to protect people."),
    ],
)
def test_by_country(points, sentence):
    assert plain(groups.of_countries(points, PLACES, PERCENT)) == sentence


def test_by_gender_two_groups_stand_side_by_side():
    points = [known("woman_or_girl", 67), known("man_or_boy", 65), known("another", 50, 4)]

    assert plain(groups.of_answers(points, GENDERS, PERCENT)) == (
        "Women and girls 67 %, men and boys 65 %: no clear difference; groups of few people are not compared."
    )


def test_by_age_the_values_stand_apart_from_ages():
    ages = {"18-29": "18 to 29 years", "30-47": "30 to 47 years", "48": "48 years and over"}
    points = [known("18-29", 68), known("30-47", 64), known("48", 67)]

    assert plain(groups.of_answers(points, ages, PERCENT)) == (
        "Between 68 % (18 to 29 years) and 64 % (30 to 47 years); the ranges overlap, so the groups may not differ."
    )


@pytest.mark.parametrize("reach", [5, 20])
def test_by_provider_nobody_is_named(reach):
    points = [known(key, value, reach=reach) for key, value in (("AL", 47), ("MD", 60), ("TN", 76))]

    apart = "not all ranges overlap, and service providers serve different people"
    meet = "the ranges overlap, so the service providers may not differ"
    assert plain(groups.of_providers(points, PERCENT)) == f"From 47 to 76 %; {meet if reach == 20 else apart}."


def test_groups_that_are_all_alike_have_two_ends_all_the_same():
    points = [known(key, 100) for key in PLACES]

    assert plain(groups.of_countries(points, PLACES, PERCENT)) == (
        "Between Albania 100 % and Moldova 100 %; the ranges overlap, so the countries may not differ."
    )


def test_a_count_has_no_range_to_compare():
    points = [Point(key, State.KNOWN, value) for key, value in (("AL", 1240), ("MD", 60), ("TN", 76))]

    assert plain(groups.of_countries(points, PLACES, scale_of(SUPPORTED))) == "Between Albania 1 240 and Moldova 60."


def test_ranges_may_touch_and_the_difference_be_clear():
    women, men = Point("w", State.KNOWN, 71, 62, 79, 97), Point("m", State.KNOWN, 49, 35, 63, 45)

    assert (may_be_chance(women, men), may_be_chance(women, replace(men, value=60, high=73))) == (False, True)


def test_small_multiples_count_countries():
    up, down, same = [known("0", 30), known("12", 60)], [known("0", 60), known("12", 30)], [known("0", 50)] * 2

    assert over_time.of_countries([up, up, same, [known("0", 9, 5), known("12", 50, 4)]]) == (
        "Since the first round: higher in 2 countries, lower in none and no clear change in 1 country; "
        "too little to say of 1 country."
    )
    assert over_time.of_countries([down, [withheld("0")]]) == (
        "Since the first round: higher in none, lower in 1 country and no clear change in none; "
        "too little to say of 1 country."
    )
    assert over_time.of_countries([[withheld("0")]]) == "Withheld to protect people."


def test_a_countrys_numbers_are_named():
    series = {
        "Secure home": [known("0", 30), known("12", 60)],
        "Low wellbeing": [known("0", 60), known("12", 30)],
        "Little stigma": [known("6", 44), known("12", 46)],
        "Feels safe": [known("0", 44)],
    }

    assert over_time.of_numbers(series) == (
        "Since the first round: higher for secure home; lower for low wellbeing; no clear change for little stigma; "
        "too little to say for feels safe."
    )


def test_a_provider_beside_its_country():
    home = beside.Beside("Secure home", known("12", 72), known("12", 64))
    safe = beside.Beside("Feels safe", known("12", 86), known("12", 85))

    assert plain(beside.of_numbers([home, safe], "Nigeria")) == (
        "In 1 of 2 numbers Nigeria as a whole lies outside this service provider's likely range: secure home."
    )
    assert plain(beside.of_numbers([safe], "Nigeria")) == (
        "Nigeria as a whole lies within this service provider's likely range in every number: no clear difference."
    )
    assert plain(beside.of_numbers([home, *[safe] * 19], "Nigeria")) == (
        "In 1 of 20 numbers Nigeria as a whole lies outside this service provider's likely range: secure home; "
        "chance alone would make that about 1."
    )
    assert beside.of_numbers([], "Nigeria") == "Nobody has answered yet."


def test_a_provider_over_rounds_beside_its_country():
    mine, country = [known("12", 72), known("24", 56, 18)], [known("12", 64), known("24", 65)]

    assert plain(beside.over_rounds(mine, country, "Nigeria", PERCENT)) == (
        "At month 12 this service provider 72 %, Nigeria as a whole 64 %; a difference that chance would hardly make."
    )


def test_who_we_hear_from():
    bars = [Bar("Return", 100, 97, 1), Bar("Month 12", 80, 52, 20), Bar("Month 24", 4, 4, 0)]

    assert plain(follow_up.of_bars(bars)) == ("Of those due, 97 % were interviewed at return and 65 % at month 12.")
    assert plain(follow_up.of_bars(bars[2:])) == (
        "Of those due at month 24, 100 % were interviewed; few people, read with care."
    )


def test_who_was_followed_up_is_counted_and_not_asked():
    people = [
        scale_of(each).people for each in (HOME, replace(HOME, domain="follow_up"), replace(HOME, form="incidents"))
    ]

    assert people == ["answered", "counted", "counted"]
    assert Scale("percent").people == "answered"


def test_a_count_over_rounds_is_no_change():
    points = [Point(key, State.KNOWN, value) for key, value in (("0", 1233), ("24", 197))]

    assert plain(over_time.over_rounds(points, scale_of(SUPPORTED))) == (
        "1 233 at return and 197 at month 24; a count also follows how many were due."
    )
