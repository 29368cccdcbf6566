"""Charts as plain dictionaries: what must be in them, and what must never be."""

import json

import pytest
from invented_points import known, missing, withheld

from monitoring.ui.charts import axes, over_time, rows
from monitoring.ui.charts.follow_up import Bar, follow_up_chart
from monitoring.ui.palette import DARK, LIGHT
from monitoring.ui.points import Point, Scale, State

PERCENT = Scale("percent")
WITH_GAPS = (known("0", 40), known("3", 45), withheld("6"), known("12", 60), missing("18"), known("24", 65))


def lines(drawing):
    return [trace for trace in drawing["data"] if "lines+markers" in trace.get("mode", "")]


def large(points, palette=LIGHT):
    return over_time.over_time(axes.rounds_axis(points), points, PERCENT, palette)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_withheld_figure_is_a_place_and_nothing_else(palette):
    drawing = over_time.over_time(axes.rounds_axis([withheld("12")]), [withheld("12")], PERCENT, palette)
    (hatched,) = drawing["data"]

    assert (hatched["type"], hatched["x"], hatched["y"], hatched["hoverinfo"]) == ("bar", [12.0], [100.0], "skip")
    assert [label["text"] for label in drawing["layout"]["annotations"]] == ["[c]"]
    assert drawing["layout"]["xaxis"]["ticktext"] == ["12<br>[c]"]


def test_no_line_bridges_what_is_missing_or_withheld():
    drawn = lines(large(WITH_GAPS))

    assert [trace["x"] for trace in drawn] == [[0.0, 3.0], [12.0], [24.0]]
    assert "connectgaps" not in json.dumps(drawn)


def test_a_missing_round_is_a_dotted_upright_with_its_words():
    drawing = large([known("0", 40), missing("12")])

    assert [(shape["x0"], shape["line"]["dash"]) for shape in drawing["layout"]["shapes"]] == [(12.0, "dot")]
    assert "no<br>round" in [label["text"] for label in drawing["layout"]["annotations"]]


def test_few_people_are_drawn_hollow():
    (drawn,) = lines(large([known("0", 40, 20), known("12", 60, 19)]))

    assert drawn["marker"]["color"] == [LIGHT.series, LIGHT.paper]


def test_months_stand_in_their_true_distance():
    axis = large(WITH_GAPS)["layout"]["xaxis"]

    assert axis["tickvals"] == [0.0, 3.0, 6.0, 12.0, 18.0, 24.0]


@pytest.mark.parametrize("value", [1, 50, 99])
def test_shares_always_run_from_nought_to_a_hundred(value):
    points = [known("0", value), known("12", value)]
    panel = over_time.panel(points, [], PERCENT, LIGHT)
    trend = over_time.trend(points, PERCENT, LIGHT)

    ranges = [each["layout"]["yaxis"]["range"] for each in (large(points), panel, trend)]
    assert ranges == [[0, 100]] * 3


def test_only_the_first_and_the_last_value_are_labelled():
    words = [
        label["text"] for label in large([known("0", 40), known("3", 45), known("12", 60)])["layout"]["annotations"]
    ]

    assert words == ["<b>60\u202f%</b>", "<b>40\u202f%</b>"]


def test_other_countries_say_nothing_on_hovering():
    drawing = over_time.panel([known("0", 40), missing("12")], [[known("0", 10), known("12", 20)]], PERCENT, LIGHT)

    assert drawing["data"][0]["hoverinfo"] == "skip"
    assert drawing["data"][0]["line"]["color"] == LIGHT.context


def test_the_lines_of_other_countries_are_broken_where_they_have_nothing():
    neighbour = [known("0", 10), missing("3"), known("12", 20)]
    drawing = over_time.panel([missing("0"), missing("3"), missing("12")], [neighbour], PERCENT, LIGHT)

    assert [(trace["x"], trace["y"]) for trace in drawing["data"]] == [([0.0, None, 12.0, None], [10, None, 20, None])]


def test_a_chart_of_nothing_still_has_a_trace():
    assert len(large([missing("0"), missing("12")])["data"]) == 1


def test_quarters_carry_their_year_once_and_their_people():
    points = [known("2025-Q4", 40, 31), known("2026-Q1", 42, 8), missing("2026-Q2")]

    assert list(axes.quarters_axis(points).ticks.values()) == ["Q4<br>31<br>2025", "Q1<br>8<br>2026", "Q2<br>–"]


def test_long_numbers_close_together_go_a_line_lower():
    points = [known("0", 40, 1317), known("3", 40, 1113), known("6", 40, 914), known("12", 40, 634)]

    assert list(axes.rounds_axis(points).ticks.values()) == [
        "0<br>1\u202f317",
        "3<br><br>1\u202f113",
        "6<br>914",
        "12<br>634",
    ]


def test_rows_keep_the_order_they_are_given():
    drawn = rows.rows_chart([rows.Row("B", known("b", 10), PERCENT), rows.Row("A", known("a", 90), PERCENT)], LIGHT)
    names = [label["text"] for label in drawn["layout"]["annotations"]][::2]

    assert names == ["B", "A"]


def test_a_withheld_row_has_no_number():
    drawn = rows.rows_chart([rows.Row("Tunisia", withheld("TN"), PERCENT)], LIGHT)
    (hatched,) = drawn["data"]
    words = [label["text"] for label in drawn["layout"]["annotations"]]

    assert (hatched["x"], hatched["hoverinfo"]) == ([100.0], "skip")
    assert words == ["Tunisia", '<b><span style="color:#10181C">[c]</span></b> withheld']


def test_a_group_is_a_row_even_where_nobody_answered():
    drawn = rows.rows_chart([rows.Row("Tunisia", missing("TN"), PERCENT)], LIGHT)

    assert [label["text"] for label in drawn["layout"]["annotations"]] == ["Tunisia", "[x] no answers"]


def test_counts_have_a_scale_of_their_own_from_nought():
    points = [Point("2026-Q1", State.KNOWN, 200.0), Point("2026-Q2", State.KNOWN, 100.0)]
    drawing = over_time.over_time(axes.quarters_axis(points), points, Scale("people"), LIGHT)

    assert drawing["layout"]["yaxis"]["range"] == [0, 240.0]


def test_follow_up_bars_always_fill_a_hundred():
    drawing = follow_up_chart([Bar("Return", 200, 150, 30), Bar("Month 3", 10, 0, 10)], LIGHT)
    sums = [sum(shares) for shares in zip(*(trace["x"] for trace in drawing["data"]), strict=True)]

    assert sums == [100, 100]
    assert drawing["data"][0]["text"] == ["75\u202f% interviewed", "0\u202f%"]
