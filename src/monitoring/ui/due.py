"""The list of whom to visit next: a code and a word. The reason is asked for, shown once, gone at the next click."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from monitoring.domain.people import Actor
from monitoring.services import due_list
from monitoring.services.due_list import Attention, Visit
from monitoring.services.house import House
from monitoring.services.places import providers
from monitoring.ui import labels, notices, numbers, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say

PAGE = 50
"""Cases shown at once; a longer list is turned page by page."""


def show(actor: Actor, house: House, country: str) -> None:
    visits = due_list.due_list(actor, house, country)
    if not visits:
        notices.empty(say("screens.due.none_title"), say("screens.due.none"))
        return
    st.markdown(_said(visits))
    left, right = st.columns([7, 3], gap="large")
    with left:
        _table(_page(visits), {each.id: each.name for each in providers(actor, house, country)})
    with right:
        _why(actor, house, country, visits)


def _said(visits: Sequence[Visit]) -> str:
    """`12 people: speak to the case worker of 2 today, review 3, and 7 rounds are overdue.`"""
    counts = Counter(visit.attention for visit in visits)
    parts = [say(f"screens.due.count.{each}", n=numbers.count(counts[each])) for each in Attention if counts[each]]
    return say("screens.due.said", people=numbers.people(len(visits)), parts=labels.listed(parts))


def _page(visits: Sequence[Visit]) -> Sequence[Visit]:
    pages = -(-len(visits) // PAGE)
    if pages == 1:
        return visits
    at = st.pagination(pages, key="due_page")
    return visits[(at - 1) * PAGE : at * PAGE]


def _table(visits: Sequence[Visit], names: dict[str, str]) -> None:
    """Codes and names come from uploads and are shown as plain text."""
    columns = {
        say("screens.due.what"): [say(f"screens.due.attention.{each.attention}") for each in visits],
        say("screens.due.code"): [for_markdown(each.survivor_id) for each in visits],
        say("screens.table.round"): [_round(each) for each in visits],
        say("screens.table.provider"): [for_markdown(names.get(each.provider or "", "–")) for each in visits],
    }
    tables.plain(columns, alt=say("screens.menu.due"))


def _round(visit: Visit) -> str:
    return "–" if visit.months is None else round_name(str(visit.months))


def _why(actor: Actor, house: House, country: str, visits: Sequence[Visit]) -> None:
    """Shown in the run of the click and in no other: the next click anywhere hides it."""
    st.header(say("screens.due.why"), anchor=False)
    st.caption(say("screens.due.why_note"))
    code = st.selectbox(say("screens.due.code"), [each.survivor_id for each in visits], key="due_code")
    if st.button(say("screens.due.ask"), icon=":material/visibility:"):
        for reason in due_list.why(actor, house, country, code).reasons:
            st.markdown(f"- {say(f'screens.due.reason.{reason}')}")
