"""Asks an office for the sentence why something is right as it stands. Keeps nothing: that is for whoever asks."""

import streamlit as st

from monitoring.domain.refusal import Refusal
from monitoring.services.typed_sentences import LONGEST, said
from monitoring.ui import notices
from monitoring.words import say


def asked(key: str, *, question: str, example: str, button: str, meaning: str | None = None) -> str | None:
    """The sentence, once it was sent and has passed the identifier gate; else None, refused aloud where it did not.

    `example` stands in the empty box, `meaning` below the button.
    """
    with st.form(key, border=False):
        because = st.text_input(
            question,
            max_chars=LONGEST,
            placeholder=example,
            help=say("hand_ins.confirm.help"),
        )
        pressed = st.form_submit_button(button)
    if meaning:
        st.caption(meaning)
    if not pressed:
        return None
    try:
        return said(because)
    except Refusal as refusal:
        notices.refused(refusal)
        return None
