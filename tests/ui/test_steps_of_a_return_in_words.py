"""The sentence above the steps of a return says what the files bear, and never that silence is "not done"."""

from invented_points import known, missing, withheld

from monitoring.ui.findings.steps import of_referrals, of_steps
from monitoring.ui.numbers import THIN

NAMES = {"plan": "Risk plan written", "contact": "Contact named", "advice": "Legal advice before"}


def test_the_steps_done_most_and_least_often_are_named():
    said = of_steps([known("plan", 31), known("contact", 88), known("advice", 60)], NAMES, 231)

    assert said == (
        f"Of 231 returns, most often done: contact named (88{THIN}%); least often: risk plan written (31{THIN}%)."
    )


def test_steps_whose_ranges_overlap_may_not_differ():
    said = of_steps([known("plan", 60), known("contact", 64)], NAMES, 231)

    assert said.endswith("; the ranges overlap, so the steps may not differ.")


def test_what_no_file_tells_is_not_said_to_be_left_undone():
    said = of_steps([known("plan", 31), missing("contact"), missing("advice")], NAMES, 40)

    assert said == (
        f"Of 40 returns, only one step can be told: risk plan written, 31{THIN}%. "
        "No file says anything of: contact named and legal advice before. That is not the same as not done."
    )


def test_few_files_carry_a_caution():
    said = of_steps([known("plan", 31, 7), known("contact", 88, 7)], NAMES, 7)

    assert said.endswith("; few people, read with care.")


def test_nobody_home_no_file_and_withheld_are_three_things():
    nothing = [missing(key) for key in NAMES]

    assert of_steps(nothing, NAMES, 0) == "Nobody who fits these filters has come home yet."
    assert of_steps(nothing, NAMES, 12) == "No file says yet how a return was prepared."
    assert of_steps([withheld(key) for key in NAMES], NAMES, None) == "Withheld to protect people."


def test_one_return_and_steps_all_alike_read_well():
    assert of_steps([known("plan", 100, 1), known("contact", 100, 1)], NAMES, 1) == (
        f"Of one return, every step that is on file stands at 100{THIN}%; few people, read with care."
    )


def test_referrals_are_counted_apart_and_only_where_enough_is_known():
    assert of_referrals(known("r", 75, 5038)) == f"Of 5{THIN}038 referrals 75{THIN}% led to a service that began."
    assert of_referrals(missing("r")) == ""
    assert of_referrals(known("r", 50, 4, reach=40)) == ""
