"""Rates against R's published example; without an event only an upper limit is said."""

import pytest

from monitoring.statistics.rates import rate


def test_the_exact_limits_are_those_of_r():
    """`poisson.test(137, 24.19893)` on R's own help page prints 5.661407, 4.753125 and 6.692709."""
    found = rate(137, 24.19893 * 365.25)

    assert (found.value, found.low, found.high) == pytest.approx((566.1407, 475.3125, 669.2709), abs=1e-4)


def test_without_an_event_there_is_an_upper_limit_only():
    found = rate(0, 50 * 365.25)

    assert (found.value, found.low) == (0, None)
    assert found.high == pytest.approx(100 * 3.688879 / 50, abs=1e-5)  # -ln(0.025) events at most


def test_where_nobody_was_followed_there_is_no_rate():
    assert rate(0, 0) is None
