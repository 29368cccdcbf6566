"""What a page shows where nobody is signed in any more, or nobody ever was. Reads no data."""

import streamlit as st

from monitoring.words import say


def show() -> None:
    st.title(say("screens.signed_out.title"), anchor=False)
    st.write(say("screens.signed_out.sentence"))
    st.html(f'<a href="/sign-in" style="color:inherit">{say("screens.signed_out.link")}</a>')


def show_no_house() -> None:
    """The script was started past the server, so that no gate stands in front: there is nothing to be had."""
    st.write(say("screens.signed_out.no_house"))
