"""The same people at two rounds: change that is no change of who answered."""

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.services import same_people as service
from monitoring.ui import numbers, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.findings import same
from monitoring.ui.labels import text_of
from monitoring.ui.reading import REFERENCE, Desk
from monitoring.words import say


def show(desk: Desk, indicator: Indicator, reference: str) -> None:
    """What changed, how many each way, and who is not in it. Nothing where nobody answered twice."""
    second = REFERENCE if reference == "0" else reference
    where = desk.chosen.for_indicator(indicator)
    found = service.same_people(
        desk.actor, desk.house, indicator.id, first=0, second=int(second), where=where, as_of=desk.chosen.as_of
    )
    if found is None:
        return
    title = say("screens.same.title", round=round_name(second))
    st.header(title, anchor=False)
    st.markdown(same.of_change(found, indicator, second))
    if found.both >= same.TOO_FEW:
        _table(found, indicator, second, title)
    if beside := same.beside_everybody(found, indicator, second):
        st.markdown(beside)
    if found.only_first or found.only_second:
        counts = {"first": numbers.people(found.only_first), "second": numbers.people(found.only_second)}
        st.caption(say("screens.same.only_one", round=round_name(second), **counts))


def _table(found: service.SamePeople, indicator: Indicator, second: str, title: str) -> None:
    counts = same.rows(found, indicator, second)
    columns = {
        text_of(indicator.label): list(counts),
        say("screens.table.people"): [numbers.count(each) for each in counts.values()],
        say("screens.table.percent"): [numbers.percent(100 * each / found.both) for each in counts.values()],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=title)
    st.caption(same.rule(indicator))
