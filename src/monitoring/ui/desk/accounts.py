"""What of a file is neither an answer nor a mistake, and what could not be checked: nothing is lost in silence."""

from typing import TYPE_CHECKING

import streamlit as st

from monitoring.ui import numbers
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook


def show(checked: "CheckedWorkbook") -> None:
    """Nothing where every filled cell is an answer or stands among the problems. Names of sheets are made harmless."""
    left = [
        say(f"accounts.left_out.{each.why}", sheet=for_markdown(each.sheet), cells=each.cells)
        for each in checked.left_out
    ]
    unchecked = [
        say(
            f"accounts.not_checked.{each.what}",
            sheet=for_markdown(each.sheet or ""),
            **{name: for_markdown(fact) for name, fact in each.facts},
        )
        for each in checked.not_checked
    ]
    if left:
        key = "hand_ins.desk.not_kept_one" if len(left) == 1 else "hand_ins.desk.not_kept"
        with st.expander(say(key, n=numbers.count(len(left)))):
            st.caption(say("hand_ins.desk.not_kept_what"))
            st.markdown("\n".join(f"- {line}" for line in left))
    if unchecked:
        with st.expander(say("accounts.not_checked.title")):
            st.markdown("\n".join(f"- {line}" for line in unchecked))
