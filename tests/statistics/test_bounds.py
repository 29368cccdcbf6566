"""Whatever the missing would have said, the truth lies between the bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.statistics.bounds import Bounds, Lost, mean_bounds, risk_bounds, share_bounds
from monitoring.statistics.survival import Followed

YES_NO = st.lists(st.booleans(), max_size=30)


@given(YES_NO, YES_NO)
def test_the_share_of_everybody_lies_between(answers, unheard):
    bounds = share_bounds(sum(answers), len(answers), len(unheard))
    everybody = [*answers, *unheard]

    if not everybody:
        assert bounds is None
    else:
        assert bounds.least - 1e-12 <= sum(everybody) / len(everybody) <= bounds.most + 1e-12


@given(st.lists(st.integers(0, 100), min_size=1, max_size=30), st.lists(st.integers(0, 100), max_size=30))
def test_the_mean_of_everybody_lies_between(answers, unheard):
    bounds = mean_bounds(sum(answers), len(answers), len(unheard), lowest=0, highest=100)
    everybody = [*answers, *unheard]

    assert bounds.least - 1e-9 <= sum(everybody) / len(everybody) <= bounds.most + 1e-9


def test_of_nobody_missing_the_bounds_are_the_figure():
    assert share_bounds(3, 12, 0) == Bounds(0.25, 0.25)
    assert mean_bounds(0, 0, 0, lowest=0, highest=1) is None


def test_a_risk_lies_between_nobody_lost_and_everybody_lost_having_had_the_event():
    followed = [Followed(400, had_event=False)] * 18 + [Followed(100, had_event=True)] * 2
    best, worst = risk_bounds(followed, [Lost(200, 400)] * 5, 365)

    assert (best.value, best.events) == (pytest.approx(2 / 25), 2)
    assert (worst.value, worst.events) == (pytest.approx(7 / 25), 7)


def test_where_the_worst_leaves_too_few_it_is_not_given():
    best, worst = risk_bounds([Followed(400, had_event=False)] * 3, [Lost(30, 400)] * 9, 365)

    assert best.value == 0
    assert best.high is not None
    assert worst.value is None
