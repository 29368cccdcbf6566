"""The second person's decision about a frozen release. The service refuses what it must, in a sentence."""

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Release, ReleaseStatus
from monitoring.services import releases
from monitoring.services.house import House
from monitoring.ui import notices, session
from monitoring.words import say

_DONE = "_release_done"  # said once, after the page has been drawn anew


def done() -> None:
    """What was just done."""
    if said := session.recalled(_DONE):
        st.success(str(said), icon=":material/check:")
        session.remember(_DONE, None)


def say_after_rerun(sentence: str) -> None:
    session.remember(_DONE, sentence)
    st.rerun()


def show(actor: Actor, house: House, release: Release) -> None:
    """Two buttons; of one's own release only the second."""
    st.header(say("releases.decide.title"), anchor=False)
    if release.status is not ReleaseStatus.BUILT:
        st.caption(say("releases.decide.closed"))
        return
    is_own = release.built_by == actor.name
    if is_own:
        st.caption(say("releases.decide.own"))
    with st.container(horizontal=True):
        approve = not is_own and st.button(say("releases.decide.approve"), type="primary", icon=":material/check:")
        refuse = st.button(say("releases.decide.refuse"), icon=":material/block:")
    if approve or refuse:
        _decide(actor, house, release.id, "approved" if approve else "refused")


def _decide(actor: Actor, house: House, id_: int, what: str) -> None:
    try:
        (releases.approve if what == "approved" else releases.refuse)(actor, house, id_)
    except Refusal as refusal:
        notices.refused(refusal)
        return
    say_after_rerun(say(f"releases.decide.{what}", id=id_))
