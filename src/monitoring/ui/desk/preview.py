"""Step 3: what handing in would change, in four numbers. The act itself stands at the bottom of the screen."""

from typing import TYPE_CHECKING

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.domain.submission import Changes
from monitoring.services import hand_in
from monitoring.services.house import House
from monitoring.ui import numbers
from monitoring.ui.desk import state, verdict
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

NUMBERS = ("new", "changed", "unchanged", "missing")


def show(actor: Actor, house: House, checked: "CheckedWorkbook") -> None:
    changes = hand_in.preview(actor, house, checked)
    left, right = st.columns([7, 3], gap="large")
    with left:
        st.header(say("screens.desk.preview"), anchor=False)
        for column, name in zip(st.columns(4), NUMBERS, strict=True):
            with column:
                st.metric(say(f"screens.desk.changes.{name}"), numbers.count(getattr(changes, name)))
                st.caption(say(f"screens.desk.changes.{name}_note"))
        if changes.missing:
            key = "screens.desk.missing_one" if changes.missing == 1 else "screens.desk.missing"
            st.warning(say(key, n=numbers.count(changes.missing)), icon=":material/person_search:")
    with right:
        verdict.workbook(checked)
    _act(actor, house, checked, changes)


def _act(actor: Actor, house: House, checked: "CheckedWorkbook", changes: Changes) -> None:
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        counts = {name: numbers.count(getattr(changes, name)) for name in NUMBERS}
        st.markdown(say("screens.desk.sum", **counts), width="content")
        st.space("stretch")
        st.button(say("screens.desk.back"), type="tertiary", on_click=state.back_to_check)
        if st.button(say("screens.desk.hand_in"), type="primary"):
            state.handed_in(hand_in.hand_in(actor, house, checked))
            st.rerun()
