"""Every hand-in, as of today or of an earlier day; and one of them in full, with what may still be done with it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.domain.submission import Submission
from monitoring.services.house import House
from monitoring.ui import history, numbers
from monitoring.words import say, spoken


def choose_day(house: House, first: date) -> date | None:
    """The day whose list is shown; None: today's. Before the first hand-in there is nothing to see."""
    chosen = st.date_input(
        say("hand_ins.history.as_of"),
        value=house.today,
        min_value=min(first, house.today),
        max_value=house.today,
        format="YYYY-MM-DD",
        help=say("hand_ins.history.as_of_help"),
        width=200,
    )
    return chosen if isinstance(chosen, date) and chosen < house.today else None


def show(actor: Actor, house: House, found: Sequence[Submission], as_of: date | None) -> None:
    st.header(say("hand_ins.history.title"), anchor=False)
    if as_of is not None:
        st.caption(say("hand_ins.history.as_of_said", day=numbers.day(as_of, spoken())))
    if not found:
        st.markdown(say("hand_ins.history.nothing_then"))
        return
    left, right = st.columns([7, 3], gap="large")
    with left:
        history.table(found)
        st.caption(say("hand_ins.history.open_note"))
    with right:
        chosen = history.choose(found)
        history.facts(chosen)
        history.answers(actor, house, chosen)
        history.receipt(house, chosen)
        if as_of is None:
            history.open_warnings(actor, house, chosen)
            st.subheader(say("screens.history.decide"), anchor=False)
            history.decisions(actor, house, chosen)
