from datetime import date

import pytest

from monitoring.ui import numbers


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0\u202f%"), (12.5, "13\u202f%"), (67.4999, "67\u202f%"), (100, "100\u202f%")]
)
def test_a_share_is_a_whole_percent_halves_upwards(value, said):
    assert numbers.percent(value) == said


def test_thousands_are_set_apart_by_a_thin_space():
    assert numbers.count(1240317) == "1\u202f240\u202f317"


@pytest.mark.parametrize(
    ("points", "said"),
    [(30, "+30 points"), (-11, "\u221211 points"), (1, "+1 point"), (0.4, "no change"), (-0.4, "no change")],
)
def test_a_change_has_a_true_minus_and_never_reads_plus_nought(points, said):
    assert numbers.change(points) == said


def test_people_are_counted_in_the_singular_too():
    assert [numbers.people(1), numbers.people(231)] == ["1 person", "231 people"]


def test_days_and_quarters_in_words():
    assert numbers.day(date(2026, 6, 1)) == "1 June 2026"
    assert numbers.quarter("2026-Q1") == "January to March 2026"
