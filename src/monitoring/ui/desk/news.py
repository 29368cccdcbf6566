"""What happened to the draft while nobody looked: found again, moved on in another tab, let go of. Said once."""

import streamlit as st

from monitoring.ui.desk import state
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say


def show(progress: state.Progress) -> None:
    told = state.news()
    if told is None:
        return
    file = for_markdown(progress.checked.file) if progress.checked else ""
    st.info(say(f"hand_ins.desk.{told}", file=file), icon=":material/history:")
