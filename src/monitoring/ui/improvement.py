"""Until things first get better: how many people have been measurably better off than at first, by time since then."""

import streamlit as st

from monitoring.domain.figures import View
from monitoring.domain.indicator import Indicator
from monitoring.services.first_improvement import FirstImprovement, first_improvement
from monitoring.ui import numbers, palette, tables
from monitoring.ui.charts.curve import HEIGHT, risk_curve
from monitoring.ui.charts.draw import draw
from monitoring.ui.findings import improvements, risks, same
from monitoring.ui.labels import text_of
from monitoring.ui.reading import Desk
from monitoring.words import say


def show(desk: Desk, indicator: Indicator) -> None:
    """A curve that rises with each person who improved, and its table. Nothing where no change can be measured."""
    if desk.chosen.view is View.SHARED:
        return
    where = desk.chosen.for_indicator(indicator)
    found = first_improvement(desk.actor, desk.house, indicator.id, where, desk.chosen.as_of)
    if found is None:
        return
    st.header(say("improvement.title"), anchor=False)
    st.markdown(improvements.of_people(found))
    if found.people >= same.TOO_FEW:
        _curve(found, indicator)
    st.caption(" ".join([same.rule(indicator), *improvements.left_out(found)]))


def _curve(found: FirstImprovement, indicator: Indicator) -> None:
    key, label = f"{indicator.id}_improvement", text_of(indicator.label)
    if found.improved and found.steps:
        at_risk = [(0, found.people), *((months, each.at_risk) for months, each in found.chances)]
        last_day = max([found.steps[-1].day, *(each.day for _, each in found.chances if each.value is not None)])
        drawing = risk_curve(found.steps, at_risk, last_day, palette.current(), axis_words=say("improvement.axis"))
        alt = say("improvement.alt", label=label, said=improvements.by_months(found))
        draw(drawing, alt=alt, key=key, height=HEIGHT)
        st.caption(say("improvement.key"))
    if st.toggle(say("screens.see_as_table"), key=f"{key}_table"):
        _table(found, label)


def _table(found: FirstImprovement, label: str) -> None:
    columns = {
        say("screens.curve.within"): [say("screens.curve.months", months=months) for months, _ in found.chances],
        say("screens.table.percent"): [risks.value(each) for _, each in found.chances],
        say("screens.table.range"): [risks.limits(each) for _, each in found.chances],
        say("improvement.so_far"): [numbers.count(each.events) for _, each in found.chances],
        say("screens.curve.still_followed"): [numbers.count(each.at_risk) for _, each in found.chances],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=label)
