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
    st.caption(" ".join([same.rule(indicator), *improvements.of_lost(found), *improvements.left_out(found)]))


def _curve(found: FirstImprovement, indicator: Indicator) -> None:
    key, label = f"{indicator.id}_improvement", text_of(indicator.label)
    if found.improved and found.steps:
        at_risk = [(0, found.people), *((each.months, each.chance.at_risk) for each in found.chances)]
        told = (each.chance.day for each in found.chances if each.chance.value is not None)
        last_day = max([found.steps[-1].day, *told])
        drawing = risk_curve(found.steps, at_risk, last_day, palette.current(), axis_words=say("improvement.axis"))
        alt = say("improvement.alt", label=label, said=improvements.by_months(found))
        draw(drawing, alt=alt, key=key, height=HEIGHT)
        st.caption(say("improvement.key"))
    if st.toggle(say("screens.see_as_table"), key=f"{key}_table"):
        _table(found, label)


def _table(found: FirstImprovement, label: str) -> None:
    columns = {
        say("screens.curve.within"): [say("screens.curve.months", months=each.months) for each in found.chances],
        say("screens.table.percent"): [risks.value(each.chance) for each in found.chances],
        say("screens.table.range"): [risks.limits(each.chance) for each in found.chances],
        say("improvement.so_far"): [numbers.count(each.chance.events) for each in found.chances],
        say("screens.curve.still_followed"): [numbers.count(each.chance.at_risk) for each in found.chances],
        say("screens.curve.none_of_lost"): [risks.value(each.none) for each in found.chances],
        say("screens.curve.all_of_lost"): [risks.value(each.all) for each in found.chances],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=label)
