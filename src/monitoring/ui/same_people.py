"""The same people at two rounds: change that is no change of who answered."""

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.services import same_people as service
from monitoring.ui import numbers, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.labels import text_of
from monitoring.ui.reading import REFERENCE, Desk
from monitoring.words import say

ROWS = ("gained", "kept", "without", "lost")


def show(desk: Desk, indicator: Indicator, reference: str) -> None:
    """A table of four rows, and how many are not in it. Nothing where nobody answered twice."""
    second = REFERENCE if reference == "0" else reference
    where = desk.chosen.for_indicator(indicator)
    found = service.same_people(desk.actor, desk.house, indicator.id, first=0, second=int(second), where=where)
    if found is None:
        return
    later = round_name(second)
    st.header(say("screens.same.title", round=later), anchor=False)
    st.markdown(say("screens.same.of", people=numbers.people(found.both)))
    counts = [getattr(found, name) for name in ROWS]
    columns = {
        text_of(indicator.label): [say(f"screens.same.{name}", round=later) for name in ROWS],
        say("screens.table.people"): [numbers.count(each) for each in counts],
        say("screens.table.percent"): [numbers.percent(100 * each / found.both) for each in counts],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=say("screens.same.title", round=later))
    if found.only_second:
        people = numbers.people(found.only_second)
        st.caption(say("screens.same.only_second", people=people, round=later))
