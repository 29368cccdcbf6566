"""Cohorts: the same round of people who came home in different quarters. Each dot is of other people."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.figures import Figure, View
from monitoring.domain.indicator import Indicator
from monitoring.domain.period import Quarter
from monitoring.ui import block
from monitoring.ui.block import Block
from monitoring.ui.charts.axes import round_name
from monitoring.ui.choices import choose_one
from monitoring.ui.explained import Traced
from monitoring.ui.points import Point, points_by
from monitoring.ui.reading import Desk
from monitoring.words import say

BY = "return_quarter"
MOST = 12
"""Cohorts shown; earlier ones are left to the table of figures."""


def show(desk: Desk, indicator: Indicator, reference: str) -> None:
    """At one round, chosen here: the page's until another is. Nothing where nobody has been due yet.

    Harm has no cohorts: it is never broken down by when somebody came home.
    """
    if desk.chosen.view is View.SHARED or not indicator.has_rounds or not desk.may_break_down(indicator, BY):
        return
    figures = desk.figures([indicator], (BY, "round"))
    held = [key for key in desk.rounds if any(each.at("round") == key and each.denominator for each in figures)]
    if not held:
        return
    st.header(say("cohorts.title"), anchor=False)
    ordered = dict.fromkeys([*(key for key in held if key == reference), *held])
    words = {key: round_name(key)[:1].upper() + round_name(key)[1:] for key in ordered}
    months = choose_one(say("cohorts.round"), words, key=f"{indicator.domain}_cohort_round", width=280)
    points = _points([each for each in figures if each.at("round") == months], indicator)
    about = Block(indicator, desk.catalogue, f"{indicator.domain}_cohorts", Traced(desk, BY, {"round": (months,)}))
    block.over_cohorts(about, points)
    st.caption(say("cohorts.note", round=round_name(months)))


def _points(figures: Sequence[Figure], indicator: Indicator) -> tuple[Point, ...]:
    """The newest quarters in which anybody came home who was due for the round, and those in between."""
    due = sorted(Quarter.parse(str(each.at(BY))) for each in figures if each.due and each.at(BY))
    quarters = due[:1]
    while quarters and quarters[-1] < due[-1]:
        quarters.append(quarters[-1].next)
    return points_by(figures, indicator, BY, [str(each) for each in quarters[-MOST:]])
