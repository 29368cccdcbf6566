"""Sentences a page says when there is something to know: empty, refused, failed. Never a value from a record."""

import streamlit as st

from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.ui import session
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say


def refused(refusal: Refusal) -> None:
    """One quiet sentence: what was asked for is not for this person, or not possible. The log hears of the former."""
    session.note(refusal)
    facts = {name: for_markdown(str(fact)) for name, fact in refusal.facts.items()}
    st.info(say(f"refusals.{refusal.reason}", **facts), icon=":material/lock:")


def failed(number: str) -> None:
    """What happened, what is safe, what to do."""
    st.error(say("screens.failed.sentence", number=number), icon=":material/error:")


def empty(title: str, sentence: str, *, link: str | None = None, link_label: str = "") -> None:
    """A place where something will be: why it is empty, and what to do next."""
    with st.container(border=True, horizontal_alignment="center"):
        st.markdown(f"##### :material/inbox: {title}", text_alignment="center")
        st.markdown(sentence, text_alignment="center")
        if link:
            st.page_link(link, label=link_label, icon=":material/arrow_forward:")


def foot() -> None:
    """The standing line below every page of results."""
    st.space("small")
    st.caption(say("screens.foot"))


def nothing_yet(actor: Actor) -> None:
    """Nobody has handed in anything that this person may see: who has to do what, and how long it takes."""
    if not actor.may(Deed.SEE_PROGRAMME_FIGURES):
        codebook = say("screens.menu.codebook")
        none = say("releases.banner.none_title"), say("releases.banner.none")
        empty(*none, link="pages/about/codebook.py", link_label=codebook)
        return
    may = actor.may(Deed.HAND_IN)
    link = "pages/data/upload.py" if may else "pages/about/codebook.py"
    sentence = say("screens.empty.hand_in" if may else "screens.empty.wait")
    label = say("screens.menu.upload" if may else "screens.menu.codebook")
    empty(say("screens.empty.title"), sentence, link=link, link_label=label)
