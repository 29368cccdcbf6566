"""The funnel's lines hold what they promise: of groups that differ by chance alone, so many lie inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from monitoring.statistics.funnel import limits

SHARES, PEOPLE = st.floats(0.05, 0.95), st.integers(5, 300)


@given(SHARES, PEOPLE)
def test_the_lines_lie_within_one_person_of_the_exact_count(share, people):
    found = limits(share, people)

    for line, level in [(found.low, 0.025), (found.high, 0.975), (found.lowest, 0.001), (found.highest, 0.999)]:
        count = binom.ppf(level, people, share)
        assert (count - 1) / people - 1e-9 <= line <= count / people + 1e-9


@given(SHARES, PEOPLE)
def test_the_lines_never_cross(share, people):
    found = limits(share, people)

    assert 0 <= found.lowest <= found.low <= found.high <= found.highest <= 1


def test_of_many_people_the_lines_are_the_normal_ones():
    found = limits(0.5, 10_000)

    assert (found.low, found.high) == pytest.approx((0.5 - 1.96 * 0.005, 0.5 + 1.96 * 0.005), abs=1e-4)
    assert (found.lowest, found.highest) == pytest.approx((0.5 - 3.09 * 0.005, 0.5 + 3.09 * 0.005), abs=1e-4)


def test_where_everybody_is_alike_there_is_nothing_to_vary():
    assert (limits(1, 12).lowest, limits(0, 12).highest) == (1, 0)


@pytest.mark.parametrize(("share", "people"), [(0.5, 0), (1.2, 5)])
def test_an_impossible_group_is_refused(share, people):
    with pytest.raises(ValueError, match="at least one person"):
        limits(share, people)
