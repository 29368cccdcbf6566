"""Our intervals are SciPy's."""

import pytest
from scipy import stats

from monitoring.statistics.intervals import mean_interval, wilson


@pytest.mark.parametrize(
    ("numerator", "denominator"), [(0, 1), (1, 1), (3, 10), (11, 11), (0, 30), (68, 231), (999, 1000)]
)
def test_wilson_agrees_with_scipy(numerator, denominator):
    theirs = stats.binomtest(numerator, denominator).proportion_ci(method="wilson")

    assert wilson(numerator, denominator) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


def test_of_nobody_there_is_no_range():
    assert wilson(0, 0) is None
    assert mean_interval(50.0, None, 1) is None


def test_the_mean_interval_agrees_with_scipy():
    answers = [12, 40, 56, 60, 72, 88]
    described = stats.describe(answers)
    theirs = stats.t.interval(0.95, 5, loc=described.mean, scale=stats.sem(answers))

    assert mean_interval(described.mean, described.variance**0.5, 6) == pytest.approx(theirs)
