"""What is said of those not interviewed, of first improvements and cohorts: true, careful, and nobody's failure."""

from monitoring.services.first_improvement import FirstImprovement, ImprovedBy
from monitoring.services.who_we_hear_from import RoundStatus
from monitoring.statistics.survival import Risk
from monitoring.ui.charts.reasons import Reason, reasons_chart
from monitoring.ui.findings import improvements, missing, over_time
from monitoring.ui.numbers import THIN
from monitoring.ui.palette import LIGHT
from monitoring.ui.points import Point, Scale, State
from monitoring.words import has, say


def status(**counts):
    names = RoundStatus.__slots__
    return RoundStatus(**{**dict.fromkeys(names, 0), "months": 12, **counts})


def known(value, low, high, n):
    return Point("x", State.FEW if n < 20 else State.KNOWN, value, low, high, n=n)


def test_reasons_are_told_in_the_order_of_the_list_and_none_that_is_not_there():
    told = status(due=60, interviewed=11, not_reached=31, not_recorded=12, unsafe=6)

    assert missing.of_reasons(told) == (
        "Of **49 people** due at month 12 and not interviewed: not reached 31, nothing recorded 12 and unsafe to "
        "contact 6."
    )


def test_of_few_people_the_reasons_carry_a_caution():
    assert missing.of_reasons(status(due=2, interviewed=1, declined=1)).endswith("Few people, read with care.")


def test_reasons_together_are_everybody_not_interviewed():
    parts = dict.fromkeys(missing.REASONS, 1)
    told = status(due=len(parts), **parts)

    assert sum(getattr(told, name) for name in missing.REASONS) == told.not_interviewed
    assert all(has(f"missed.reasons.{name}") for name in missing.REASONS)


def test_the_missing_are_told_apart_only_where_chance_would_hardly_do_it():
    apart = (known(70, 60, 79, 100), known(30, 20, 42, 60))
    alike = (known(50, 40, 60, 90), known(45, 33, 58, 60))

    said = missing.of_baselines({"Secure home": apart, "Feels safe": alike})

    assert said.startswith("In 1 of 2 numbers those not interviewed at month 12 stood clearly elsewhere")
    assert "**secure home**" in said
    assert missing.of_baselines({"Feels safe": alike}).startswith("At return no clear difference shows")


def test_of_four_people_nothing_is_compared():
    said = missing.of_baselines({"A secure home": (known(70, 60, 79, 100), known(0, 0, 49, 4))})

    assert said == "Too few of those not interviewed answered at return to compare them with the others."


def chance(months, value):
    return Risk(30.0 * months, 10, 3, value, 0.1, 0.5)


def chances(*values, lost=0):
    return tuple(
        ImprovedBy(months, chance(months, value), lost, chance(months, 0.3), chance(months, 0.6))
        for months, value in zip((6, 12, 24), values, strict=True)
    )


def test_a_first_improvement_is_told_by_months_and_never_as_a_cause():
    found = FirstImprovement(58, 31, 4, (), chances(0.2, 0.41, None))

    assert improvements.of_people(found) == (
        "Of **58 people** interviewed at least twice, **31** have been measurably better off than at their first "
        f"interview at least once. Known by then: within 6 months 20{THIN}%, within 12 months 41{THIN}% and within 24 "
        "months not told."
    )
    assert improvements.left_out(found) == [
        "Left out: 4 people who stood so near the top at their first interview that they could not rise by so much."
    ]


def test_those_lost_before_they_improved_are_told_with_both_bounds():
    assert improvements.of_lost(FirstImprovement(58, 31, 4, (), chances(0.2, 0.41, None))) == []
    assert improvements.of_lost(FirstImprovement(58, 31, 4, (), chances(0.2, 0.41, None, lost=9))) == [
        (
            "9 people were first interviewed more than a year ago, had not got better, and nothing is known of them "
            f"from month 9 on. If none of them got better the share within 12 months would be 30{THIN}%; if each of "
            f"them did, 60{THIN}%."
        )
    ]


def test_of_four_people_no_time_to_improvement_is_told():
    found = FirstImprovement(4, 3, 0, (), chances(None, None, None))

    assert improvements.of_people(found) == (
        "Only 4 people were interviewed twice: too few to say when things get better."
    )


def test_where_nobody_improved_yet_that_is_said():
    assert "none has been measurably better off" in improvements.of_people(
        FirstImprovement(20, 0, 0, (), chances(0.0, 0.0, None))
    )


def cohort(key, value, low, high):
    return Point(key, State.KNOWN, value, low, high, n=40)


def test_cohorts_are_different_people_so_they_differ_and_do_not_change():
    scale = Scale("percent")
    alike = [cohort("2024-Q1", 50, 35, 65), cohort("2024-Q2", 55, 40, 70)]
    apart = [cohort("2024-Q1", 20, 10, 30), cohort("2024-Q2", 80, 70, 90)]

    assert over_time.over_cohorts(alike, scale).endswith(
        "among those who came home in April to June 2024: no clear difference."
    )
    assert over_time.over_cohorts(apart, scale) == (
        "Higher among those who came home in April to June 2024 than among those who came home in January to March "
        f"2024: 80{THIN}% against 20{THIN}%."
    )


def test_a_bar_of_reasons_says_people_and_share():
    drawn = reasons_chart([Reason("Not reached", 3), Reason("Died", 1)], 4, LIGHT)

    assert drawn["data"][0]["x"] == [75.0, 25.0]
    assert [each["text"] for each in drawn["layout"]["annotations"]] == [
        "Not reached",
        "Died",
        say("missed.bar", n="3", share=f"75{THIN}%"),
        say("missed.bar", n="1", share=f"25{THIN}%"),
    ]
