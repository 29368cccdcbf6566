"""Two hand-ins of one country side by side. Nothing is fetched before two are chosen."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.domain.submission import Submission
from monitoring.services import compare_hand_ins
from monitoring.services.house import House
from monitoring.ui import changes, history
from monitoring.words import say


def show(actor: Actor, house: House, found: Sequence[Submission]) -> None:
    st.header(say("hand_ins.compare.title"), anchor=False)
    several = [each for each in found if sum(other.country == each.country for other in found) > 1]
    if not several:
        st.caption(say("hand_ins.compare.too_few"))
        return
    left, right = st.columns(2, gap="large")
    with left:
        before = _choose(several, "before")
    with right:
        others = [each for each in several if before and each.country == before.country and each.id != before.id]
        after = _choose(others, "after")
    if before is None or after is None:
        st.caption(say("hand_ins.compare.choose"))
        return
    sides = compare_hand_ins.of_hand_ins(actor, house, before.id, after.id)
    by_form = compare_hand_ins.counts(actor, house, sides)
    changes.by_sheet(house.catalogue, by_form)
    changes.answers(actor, house, sides, by_form)


def _choose(found: Sequence[Submission], side: str) -> Submission | None:
    by_id, words = {each.id: each for each in found}, {each.id: history.in_words(each) for each in found}
    chosen = st.selectbox(
        say(f"hand_ins.compare.{side}"),
        list(by_id),
        index=None,
        format_func=words.__getitem__,
        key=f"compare_{side}",
        placeholder=say("hand_ins.compare.choose_one"),
    )
    return by_id.get(chosen) if chosen is not None else None
