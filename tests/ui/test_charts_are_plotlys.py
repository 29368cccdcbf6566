"""Streamlit is handed finished drawings and checks none: plotly's own check of each builder's stands here."""

import json

import plotly.graph_objects as plotly
import pytest
from invented_points import known, missing, withheld

from monitoring.statistics.funnel import limits
from monitoring.statistics.survival import Followed, curve
from monitoring.ui.charts import axes, over_time, rows
from monitoring.ui.charts.curve import risk_curve
from monitoring.ui.charts.draw import Drawn
from monitoring.ui.charts.follow_up import Bar, follow_up_chart
from monitoring.ui.charts.funnel import Dot, funnel_chart
from monitoring.ui.charts.mirror import Pair, mirror_chart
from monitoring.ui.charts.parts import Whole, parts_chart
from monitoring.ui.charts.reasons import Reason, reasons_chart
from monitoring.ui.palette import DARK, LIGHT
from monitoring.ui.points import Scale

PERCENT = Scale("percent")
POINTS = (known("0", 40), known("3", 45, 12), withheld("6"), known("12", 60), missing("18"), known("24", 65))
QUARTERS = (known("2025-Q1", 40), withheld("2025-Q2"), missing("2025-Q3"), known("2025-Q4", 60))
PEOPLE = [Followed(30.0 * at, had_event=at % 4 == 0) for at in range(1, 30)]

DRAWN = {
    "rounds": lambda palette: over_time.over_time(axes.rounds_axis(POINTS), POINTS, PERCENT, palette),
    "beside": lambda palette: over_time.over_time(
        axes.rounds_axis(POINTS), POINTS, PERCENT, palette, beside=over_time.Beside("Moldova", POINTS)
    ),
    "quarters": lambda palette: over_time.over_time(axes.quarters_axis(QUARTERS), QUARTERS, Scale("people"), palette),
    "panel": lambda palette: over_time.panel(POINTS, [POINTS, POINTS], PERCENT, palette),
    "trend": lambda palette: over_time.trend(POINTS, PERCENT, palette),
    "nothing": lambda palette: over_time.trend((), PERCENT, palette),
    "rows": lambda palette: rows.rows_chart(
        [rows.Row("Oak & <b>Elm</b>", each, PERCENT, 50) for each in POINTS], palette
    ),
    "follow-up": lambda palette: follow_up_chart([Bar("Return", 20, 12, 4), Bar("Month 3", 10, 0, 10)], palette),
    "funnel": lambda palette: funnel_chart(
        [Dot(12, 60, "60 %", "This provider"), Dot(30, 40, "40 %")], [limits(0.5, n) for n in (2, 12, 30)], 50, palette
    ),
    "mirror": lambda palette: mirror_chart([Pair("Person", POINTS[0], POINTS[2])], PERCENT, palette),
    "parts": lambda palette: parts_chart([Whole("Better", (4, 5, 6))], palette),
    "reasons": lambda palette: reasons_chart([Reason("Not reached", 4)], 8, palette),
    "curve": lambda palette: risk_curve(curve(PEOPLE), [(0, 29), (6, 20), (12, 10)], 700, palette, axis_words="Months"),
}


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("kind", DRAWN)
def test_plotly_itself_takes_every_drawing_for_one(kind, palette):
    """An unknown name or a wrong kind of value raises ValueError, as Streamlit's own check would."""
    drawing = DRAWN[kind](palette)

    assert len(plotly.Figure(drawing).data) == len(drawing["data"]) > 0


def test_the_check_finds_what_plotly_does_not_know():
    drawing = DRAWN["rows"](LIGHT)
    drawing["layout"]["margins"] = {"l": 0}

    with pytest.raises(ValueError, match="margins"):
        plotly.Figure(drawing)


def test_a_drawing_is_handed_over_as_it_is():
    drawing = DRAWN["rounds"](LIGHT)

    assert json.dumps(Drawn(drawing).to_dict()) == json.dumps(drawing)
