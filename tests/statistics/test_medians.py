"""The median and its range from order statistics, against SciPy's and against a printed table."""

import pytest
from scipy.stats import quantile_test

from monitoring.statistics.medians import median, median_interval


@pytest.mark.parametrize(
    ("values", "middle"), [([], None), ([4], 4), ([1, 2], 1.5), ([1, 2, 9], 2), ([0, 0, 30, 31], 15)]
)
def test_the_median_is_the_middle_value(values, middle):
    assert median(values) == middle


@pytest.mark.parametrize("count", [6, 7, 8, 9, 10, 15, 20, 25, 30, 50, 99, 100, 1000])
def test_the_range_is_scipys(count):
    values = [number**1.5 for number in range(count)]
    expected = quantile_test(values, p=0.5).confidence_interval(0.95)

    assert median_interval(values) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize(("count", "ranks"), [(6, (1, 6)), (10, (2, 9)), (20, (6, 15)), (50, (18, 33))])
def test_the_ranks_are_those_of_printed_tables(count, ranks):
    assert median_interval(range(1, count + 1)) == ranks


@pytest.mark.parametrize("count", range(6))
def test_of_five_people_or_fewer_there_is_no_range(count):
    assert median_interval(range(count)) is None
