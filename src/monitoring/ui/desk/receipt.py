"""Step 4: the receipt, what happens next, and the way back."""

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.domain.submission import Submission
from monitoring.services.house import House
from monitoring.ui import history
from monitoring.ui.desk import state
from monitoring.words import say


def show(actor: Actor, house: House, submission: Submission) -> None:
    is_again = submission.is_again
    submission = history.as_it_stands(actor, house, submission)
    left, right = st.columns([7, 3], gap="large")
    with left:
        st.header(say("screens.desk.receipt", id=submission.id), anchor=False)
        if is_again:
            st.info(say("hand_ins.desk.handed_in_already"), icon=":material/content_copy:")
        st.markdown(say("screens.desk.what_next"))
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.button(say("screens.desk.another_one"), on_click=state.start_again, type="primary")
            st.page_link(
                "pages/outcomes/overview.py", label=say("screens.desk.to_results"), icon=":material/arrow_forward:"
            )
        history.open_warnings(actor, house, submission)
        st.subheader(say("screens.history.undo_title"), anchor=False)
        history.decisions(actor, house, submission, only=("undo",))
    with right:
        st.markdown(f"##### {say('screens.desk.this_hand_in')}", anchors=False)
        history.facts(submission)
        history.receipt(house, submission)
