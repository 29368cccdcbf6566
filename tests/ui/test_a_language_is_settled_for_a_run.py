"""What is read in is looked up once a run, and never carried over to another run or another person."""

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.testing.v1 import AppTest

from monitoring.ui import session


def speaks():
    """A page that settles on French in its first run alone, and writes what it then reads in."""
    import streamlit as st

    from monitoring.ui import session

    session.settle_language(None)
    if session.recalled("seen") is None:
        session.remember("seen", value=True)
        session.settle_language("fr")
    st.text(session.language())


def test_a_language_holds_to_the_end_of_its_run():
    page = AppTest.from_function(speaks)

    assert [each.value for each in page.run().text] == ["fr"]
    assert [each.value for each in page.run().text] == ["en"]


def test_outside_a_page_nobody_reads():
    assert get_script_run_ctx(suppress_warning=True) is None
    session.settle_language("fr")

    assert session.language() == "en"
