"""Questions that many people prefer not to answer: to be looked at again, for the question may be what is wrong."""

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.ui import explained, numbers, tables
from monitoring.ui.explained import Traced
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point, point_of
from monitoring.ui.reading import Desk
from monitoring.words import say

LIMIT = "ask_for_review_above"
FAMILY = "follow_up/prefer_not_to_say.toml"


def show(desk: Desk) -> None:
    """Those above the limit, in the order of the form, over all rounds; or that there are none."""
    limit = 100 * desk.catalogue.limits[LIMIT].value
    above = [(each, point) for each, point in _points(desk) if point.is_known and (point.value or 0) > limit]
    st.header(say("screens.declined.title"), anchor=False)
    if not above:
        st.markdown(say("screens.declined.none", limit=numbers.percent(limit)))
        return
    st.markdown(say("screens.declined.some", limit=numbers.percent(limit)))
    columns = {
        say("screens.declined.question"): [text_of(each.each) for each, _ in above],
        say("screens.declined.share"): [numbers.percent(point.value or 0) for _, point in above],
        say("screens.table.people"): [numbers.count(point.n or 0) for _, point in above],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=say("screens.declined.title"))
    if st.toggle(say("explained.ask"), key="declined_behind"):
        members = {each.id: each for each, _ in above}
        names = {each.id: text_of(each.each) for each, _ in above}
        traced = Traced(desk, members=members)
        explained.show(traced, above[0][0], [point for _, point in above], names, key="declined_behind")


def _points(desk: Desk) -> list[tuple[Indicator, Point]]:
    members = [each for each in desk.catalogue.indicators.values() if each.declared_in == FAMILY]
    figures = {each.indicator: each for each in desk.figures(members, ())}
    return [(each, point_of(figures.get(each.id), each, each.id)) for each in members]
