import pytest
from invented_points import HOME, SUPPORTED, WELLBEING

from monitoring.domain.figures import Figure
from monitoring.ui.points import Point, State, point_of, points_by

BY_ROUND = (("round", "12"),)


def test_a_share_is_put_on_a_scale_of_a_hundred():
    figure = Figure("housing_secure", BY_ROUND, 0.68, 157, 231, 0.62, 0.74, due=312, interviewed=240, answered=231)

    assert point_of(figure, HOME, "12") == Point(
        "12",
        State.KNOWN,
        68.0,
        62.0,
        74.0,
        231,
        312,
        240,
        if_badly=pytest.approx(100 * 157 / 303),
        if_well=pytest.approx(100 * 229 / 303),
    )


def test_fewer_than_twenty_is_few():
    states = [point_of(Figure("housing_secure", BY_ROUND, 0.5, 1, n), HOME, "12").state for n in (19, 20)]

    assert states == [State.FEW, State.KNOWN]


def test_a_withheld_figure_loses_every_number():
    assert point_of(Figure("housing_secure", BY_ROUND, withheld=True), HOME, "12") == Point("12", State.WITHHELD)


def test_nobody_is_not_nought():
    nobody = Figure("housing_secure", BY_ROUND, due=12, interviewed=0, denominator=0, numerator=0)

    assert point_of(nobody, HOME, "12") == Point("12", State.MISSING, due=12, interviewed=0)
    assert point_of(None, HOME, "12") == Point("12", State.MISSING)


def test_a_mean_keeps_its_unit_and_a_count_has_no_people_behind_it():
    mean = point_of(Figure("housing_secure", BY_ROUND, 54.2, 5420, 100, 50, 58), WELLBEING, "12")
    count = point_of(Figure("housing_secure", BY_ROUND, 7, 7), SUPPORTED, "12")

    assert (mean.value, mean.high, count.value, count.n, count.state) == (54.2, 58, 7, None, State.KNOWN)


def test_every_key_gets_a_point_in_its_order():
    figures = [Figure("housing_secure", BY_ROUND, 0.5, 50, 100), Figure("other", BY_ROUND, 0.1, 1, 10)]

    assert [point.state for point in points_by(figures, HOME, "round", ["0", "12"])] == [State.MISSING, State.KNOWN]


def test_a_likely_range_stays_within_what_can_be_answered():
    mean = point_of(Figure("housing_secure", BY_ROUND, 54, 108, 2, -20, 128), WELLBEING, "12")

    assert (mean.low, mean.high) == (0, 100)
