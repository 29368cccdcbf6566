"""A released share that is told by its quarter alone, and one that the last release told otherwise, on charts."""

from dataclasses import replace

import pytest
from invented_points import HOME, known, withheld

from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Kind
from monitoring.ui import alts, block
from monitoring.ui.charts import axes, over_time, rows
from monitoring.ui.findings.title import finding
from monitoring.ui.palette import DARK, LIGHT
from monitoring.ui.points import Scale, State, point_of

PERCENT = Scale("percent")
FIGURE = Figure("housing_secure", (("round", "12"),), low=0.25, high=0.5, denominator=30, band=1)
BAND = point_of(FIGURE, HOME, "12")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_quarter_is_an_open_box_between_its_limits_with_its_people_below(palette):
    drawing = over_time.over_time(axes.rounds_axis([BAND]), [BAND], PERCENT, palette)
    (box,) = drawing["data"]

    assert (box["type"], box["x"], box["base"], box["y"]) == ("bar", [12.0], [25.0], [25.0])
    assert "pattern" not in box["marker"]
    assert box["text"] == ["<b>25 to 50\u202f%</b>, month 12<br>of 30 people who answered"]
    assert drawing["layout"]["annotations"] == []
    assert drawing["layout"]["xaxis"]["ticktext"] == ["12<br>30"]


def test_no_line_runs_through_it():
    points = [known("0", 40), BAND, known("24", 60)]
    drawing = over_time.over_time(axes.rounds_axis(points), points, PERCENT, LIGHT)

    assert [each["x"] for each in drawing["data"] if "lines+markers" in each.get("mode", "")] == [[0.0], [24.0]]


def test_in_rows_it_lies_between_its_limits_and_is_said():
    drawing = rows.rows_chart([rows.Row("Moldova", BAND, PERCENT)], LIGHT)
    (box,) = drawing["data"]

    assert (box["orientation"], box["base"], box["x"]) == ("h", [25.0], [25.0])
    assert "25 to 50\u202f%" in drawing["layout"]["annotations"][1]["text"]


def test_its_title_tells_the_quarter():
    risk = replace(HOME, kind=Kind.TIME_TO_EVENT, label={"en": "Trafficked again"})

    assert finding(HOME, BAND, "a year after return").sentence == (
        "Between a quarter and a half have a secure home a year after return"
    )
    assert "25 to 50\u202f%" in finding(risk, BAND, "within a year of return").sentence


def test_who_does_not_see_the_chart_hears_of_the_quarter():
    said = alts.of_series(
        "Secure home",
        [known("0", 40), BAND, withheld("24")],
        {"0": "return", "12": "month 12", "24": "month 24"},
        PERCENT,
    )

    assert "Told by a quarter alone: month 12 25 to 50\u202f%." in said
    assert "Withheld to protect people: month 24." in said


def test_the_key_names_what_is_there():
    assert block.key_words([BAND]) == ["▭ the value lies somewhere in this quarter"]
    assert len(block.key_words([BAND, withheld("24")])) == 2


def test_a_figure_that_the_last_release_told_otherwise_is_marked_and_explained():
    revised = point_of(replace(FIGURE, band=None, value=0.4, numerator=10, denominator=25, revised=True), HOME, "12")
    drawing = over_time.over_time(axes.rounds_axis([revised]), [revised], PERCENT, LIGHT)

    assert revised.state is State.KNOWN
    assert drawing["layout"]["xaxis"]["ticktext"] == ["12<br>25 [r]"]
    assert block.key_words([revised]) == ["[r] The last release said otherwise."]
