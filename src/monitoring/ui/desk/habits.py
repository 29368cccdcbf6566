"""What a file leaves open is asked once, above its problems: day or month first, thousands or a fraction."""

from typing import TYPE_CHECKING

import streamlit as st

from monitoring.domain.habits import DayOrder, DecimalSign, Habits
from monitoring.domain.problem_groups import Group
from monitoring.ui import numbers
from monitoring.ui.desk import state
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

QUESTIONS: dict[str, tuple[str, tuple[DayOrder | DecimalSign, ...]]] = {
    "dates": ("unclear_date", tuple(DayOrder)),
    "decimals": ("unclear_number", tuple(DecimalSign)),
}
"""Habit -> the problem that stands for want of it, and what can be answered."""


def asked_for(checked: "CheckedWorkbook") -> set[str]:
    """The problems that a question stands for: they are not told once more among the others."""
    return {QUESTIONS[name][0] for name in checked.asks}


def ask(checked: "CheckedWorkbook", groups: list[Group]) -> None:
    """One question a habit, with where it is needed; the answer is for the whole file."""
    for name in checked.asks:
        code, answers = QUESTIONS[name]
        open_ = [group for group in groups if group.first.code == code]
        with st.container(border=True):
            st.markdown(f"##### {say(f'screens.desk.habits.{name}')}", anchors=False)
            st.markdown(say(f"screens.desk.habits.{name}_why", n=numbers.count(sum(len(g.problems) for g in open_))))
            st.caption(" · ".join(map(_where, open_)))
            with st.container(horizontal=True):
                for answer in answers:
                    label = say(f"screens.desk.habits.{answer.name.lower()}")
                    st.button(label, key=f"habit_{answer}", on_click=state.tell, args=(answer,))


def told(said: Habits) -> None:
    """What was answered, and the way to take it back."""
    for answer in (said.dates, said.decimals):
        if answer is not None:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(say(f"screens.desk.habits.told_{answer.name.lower()}"), width="content")
                back = say("screens.desk.habits.change")
                key = f"habit_{answer}_back"
                st.button(back, key=key, type="tertiary", on_click=state.take_back, args=(answer,))


def _where(group: Group) -> str:
    first = group.first
    letters = (first.cell or "").rstrip("0123456789")
    label = for_markdown(dict(first.facts).get("label", ""))
    sheet = say("screens.desk.in_sheet", sheet=for_markdown(first.sheet or ""))
    return f"{sheet}, {say('screens.desk.in_column', column=letters, name=label)}"
