"""What an office takes home from the check: its own workbook with every mistake marked, and the list of problems."""

from typing import TYPE_CHECKING

import streamlit as st

from monitoring.domain.people import Deed
from monitoring.services import annotate
from monitoring.ui import downloads, session
from monitoring.ui.desk import problems, state
from monitoring.words import say

if TYPE_CHECKING:
    from monitoring.intake.check import CheckedWorkbook

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads_of(checked: "CheckedWorkbook", *, is_main: bool) -> None:
    """The workbook first; where it cannot be marked, the sentence that says why stands beside the list."""
    offered = state.current().offered
    if offered is None:
        return
    house, content, language = session.house(), offered.content, offered.language  # files are made by nobody's page
    reason = annotate.why_not(session.current_actor(), house, checked, content)
    with st.container(horizontal=True):
        if reason is None:
            downloads.button(
                say("screens.desk.marked"),
                lambda actor: annotate.annotated_workbook(actor, house, checked, content, language=language).content,
                file_name=say("screens.desk.marked_file", name=checked.file.removesuffix(".xlsx")),
                media_type=_EXCEL,
                deed=Deed.HAND_IN,
                is_main=is_main,
            )
        downloads.button(
            say("screens.desk.download"),
            lambda actor: problems.as_list(checked.problems, language),
            file_name=say("screens.desk.list.file"),
            media_type="text/csv",
            deed=Deed.HAND_IN,
            is_main=is_main and reason is not None,
        )
    st.caption(say(f"refusals.{reason}") if reason else say("screens.desk.marked_note"))
