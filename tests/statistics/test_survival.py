"""The curve against published values and against SciPy; what cannot be said is not said."""

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.statistics.survival import Followed, Risk, curve, risk_by, upper_limit_of_none

Z = NormalDist().inv_cdf(0.975)

FREIREICH = [6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
"""Weeks to relapse with 6-MP, events and censored (Freireich et al. 1963, Blood 21: 699-716): the textbook example."""


AML = [9, 13, 18, 23, 31, 34, 48], [13, 28, 45, 161]
"""Weeks in remission, maintained group (R: survival::aml, x == "Maintained"; Miller 1997, Survival Analysis)."""


def people(events, censored):
    return [Followed(day, had_event=True) for day in events] + [Followed(day, had_event=False) for day in censored]


def test_the_curve_is_the_published_one():
    steps = {step.day: step for step in curve(people(*FREIREICH)) if step.events}

    assert [(day, step.at_risk, step.events) for day, step in steps.items()] == [
        (6, 21, 3),
        (7, 17, 1),
        (10, 15, 1),
        (13, 12, 1),
        (16, 11, 1),
        (22, 7, 1),
        (23, 6, 1),
    ]
    assert [step.without_event for step in steps.values()] == pytest.approx(
        [0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179], abs=1e-6
    )


def test_the_likely_range_is_the_published_log_log_one():
    """R: survfit(Surv(time, status) ~ 1, conf.type = "log-log"), at week 10 of the same data."""
    step = next(step for step in curve(people(*FREIREICH)) if step.day == 10)

    assert (step.low, step.high) == pytest.approx((0.5032, 0.8894), abs=1e-4)


def test_a_second_curve_is_the_published_one():
    """R prints 0.909 0.818 0.716 0.614 0.491 0.368 0.184; these are its fractions, written out."""
    steps = [step for step in curve(people(*AML)) if step.events]

    assert [step.at_risk for step in steps] == [11, 10, 8, 7, 5, 4, 2]
    assert [step.without_event for step in steps] == pytest.approx(
        [0.909091, 0.818182, 0.715909, 0.613636, 0.490909, 0.368182, 0.184091], abs=1e-6
    )


@pytest.mark.parametrize("data", [FREIREICH, AML])
def test_the_likely_range_is_greenwoods_on_the_log_log_scale(data):
    """Worked out by hand as in Kalbfleisch and Prentice (1980), to a millionth."""
    product, variance = 1.0, 0.0
    for step in curve(people(*data)):
        product *= 1 - step.events / step.at_risk
        variance += step.events / (step.at_risk * (step.at_risk - step.events)) if step.at_risk > step.events else 0
        if step.events and product > 0:
            middle, half = math.log(-math.log(product)), Z * math.sqrt(variance) / -math.log(product)
            expected = math.exp(-math.exp(middle + half)), math.exp(-math.exp(middle - half))
            assert (step.low, step.high) == pytest.approx(expected, abs=1e-6)


def test_a_risk_is_what_the_curve_has_lost_by_the_day():
    assert risk_by(people(*FREIREICH), 12) == Risk(
        12,
        12,
        5,
        pytest.approx(1 - 0.752941, abs=1e-6),
        pytest.approx(0.1106, abs=1e-4),
        pytest.approx(0.4968, abs=1e-4),
    )


def test_without_an_event_only_an_upper_limit_is_said():
    assert risk_by(people([], [400] * 30), 365) == Risk(365, 30, 0, 0.0, None, pytest.approx(1 - 0.025 ** (1 / 30)))


def test_no_event_yet_is_said_though_one_comes_later():
    assert risk_by(people([500], [600] * 9), 365) == Risk(365, 10, 0, 0.0, None, pytest.approx(1 - 0.025 ** (1 / 10)))


@pytest.mark.parametrize("followed", [[], [400] * 4, [100] * 50])
def test_with_fewer_than_five_still_followed_there_is_no_risk(followed):
    at_risk = sum(day >= 365 for day in followed)

    assert risk_by(people([200], followed), 365) == Risk(365, at_risk, 1)


def test_whoever_was_never_heard_of_adds_nothing():
    known = people([100], [400] * 9)

    assert risk_by([*known, *people([], [0] * 40)], 365) == risk_by(known, 365)


def test_the_exact_limit_is_near_the_rule_of_three():
    assert upper_limit_of_none(100) == pytest.approx(0.0362, abs=1e-4)


@given(st.lists(st.tuples(st.integers(0, 900), st.booleans()), min_size=1, max_size=40))
def test_the_share_without_an_event_is_the_product_of_those_who_passed_each_day(rows):
    followed = [Followed(day, had_event) for day, had_event in rows]
    share, expected = 1.0, {}
    for day in sorted({each.days for each in followed}):
        at_risk = [each for each in followed if each.days >= day]
        share *= 1 - sum(each.had_event and each.days == day for each in at_risk) / len(at_risk)
        expected[day] = share

    assert {step.day: step.without_event for step in curve(followed)} == pytest.approx(expected, abs=1e-9)
