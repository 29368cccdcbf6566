"""A risk by time since return, with what is not known of it; and by the calendar, as cases in the time followed."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.services.time_to_event import RiskBy, TimeToEvent, time_to_event
from monitoring.statistics.survival import Risk
from monitoring.ui import definition, explained, labels, numbers, palette, tables
from monitoring.ui.charts.curve import HEIGHT, risk_curve
from monitoring.ui.charts.draw import draw
from monitoring.ui.explained import Traced
from monitoring.ui.findings import risks
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point
from monitoring.ui.reading import Desk
from monitoring.words import say

QUARTERS = 12


def show(desk: Desk, indicator: Indicator, reference: Point) -> None:
    """By months since return on the left, by the calendar on the right. Nothing where nobody has returned.

    `reference` is the page's main number: the risk within a year.
    """
    where = desk.chosen.for_indicator(indicator)
    found = time_to_event(desk.actor, desk.house, indicator.id, where, desk.chosen.as_of)
    if found is None:
        return
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(say("screens.domain.by_months"), anchor=False)
        st.markdown(risks.by_months(found.risks))
        _curve(desk, found, indicator, reference)
        _what_is_not_known(found)
    with right:
        st.header(say("screens.curve.by_calendar"), anchor=False)
        _calendar(found)


def _curve(desk: Desk, found: TimeToEvent, indicator: Indicator, reference: Point) -> None:
    last_day = max((each.risk.day for each in found.risks if each.risk.value is not None), default=0)
    last_day = max([last_day, *(step.day for step in found.steps)])
    key = f"{indicator.id}_curve"
    if found.events and found.steps:
        alt = say("screens.curve.alt", label=text_of(indicator.label), said=risks.by_months(found.risks))
        axis_words = say("screens.curve.axis")
        drawing = risk_curve(found.steps, found.at_risk, last_day, palette.current(), axis_words=axis_words)
        draw(drawing, alt=alt, key=key, height=HEIGHT)
        st.caption(say("screens.curve.key"))
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        wanted = st.toggle(say("screens.see_as_table"), key=f"{key}_table")
        definition.popover(indicator, desk.catalogue, None)
        is_asked = st.toggle(say("explained.ask"), key=f"{key}_behind")
    if wanted:
        _table(found.risks, indicator)
    if is_asked:
        explained.show(Traced(desk), indicator, [reference], {}, key=f"{key}_behind")


def _table(told: Sequence[RiskBy], indicator: Indicator) -> None:
    columns = {
        say("screens.curve.within"): [say("screens.curve.months", months=each.months) for each in told],
        say("screens.table.percent"): [risks.value(each.risk) for each in told],
        say("screens.table.range"): [risks.limits(each.risk) for each in told],
        say("screens.curve.cases"): [numbers.count(each.risk.events) for each in told],
        say("screens.curve.still_followed"): [numbers.count(each.risk.at_risk) for each in told],
        say("screens.curve.none_of_lost"): [risks.value(each.best) for each in told],
        say("screens.curve.all_of_lost"): [risks.value(each.worst) for each in told],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=text_of(indicator.label))


def _what_is_not_known(found: TimeToEvent) -> None:
    """Those lost by month 12, events between two days, and how else follow-up ended: each only where there is any."""
    for sentence in (_lost(found), _between(found), _ends(found)):
        if sentence:
            st.caption(sentence)


def _lost(found: TimeToEvent) -> str:
    by_twelve = next(each for each in found.risks if each.months == 12)
    if not by_twelve.lost:
        return ""
    both: dict[str, Risk] = {"best": by_twelve.best, "worst": by_twelve.worst}
    said = {name: risks.value(each) for name, each in both.items()}
    return say("screens.curve.lost", people=numbers.people(by_twelve.lost), **said)


def _between(found: TimeToEvent) -> str:
    return say("screens.curve.between", n=numbers.count(found.known_between)) if found.known_between else ""


def _ends(found: TimeToEvent) -> str:
    parts = [say(f"screens.curve.ends.{name}", n=numbers.count(found.ends[name])) for name in found.ends]
    return say("screens.curve.ended", parts=labels.listed(parts)) if parts else ""


def _calendar(found: TimeToEvent) -> None:
    st.markdown(risks.by_calendar(found))
    shown = found.by_quarter[-QUARTERS:]
    columns = {
        say("screens.table.quarter"): [numbers.quarter(str(quarter)) for quarter, _ in shown],
        say("screens.curve.cases"): [numbers.count(each.events) for _, each in shown],
        say("screens.curve.person_years"): [numbers.one_decimal(each.years) for _, each in shown],
        say("screens.curve.rate"): [risks.rate_in_words(each) for _, each in shown],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=say("screens.curve.by_calendar"))
    st.caption(say("screens.curve.rate_note"))
