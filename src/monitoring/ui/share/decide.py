"""What waits for a decision, with what hiding people would come to: for whoever approves, who never is who asked."""

from collections.abc import Sequence

import streamlit as st

from monitoring.domain.export import Anonymity, ExportRequest, ExportStatus, Hidden
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.services import export_contents, export_packs, export_requests
from monitoring.services.house import House
from monitoring.ui import notices, numbers, tables
from monitoring.ui.labels import text_of
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.share.requests import narrowed
from monitoring.words import say, spoken


def show(actor: Actor, house: House, found: Sequence[ExportRequest]) -> None:
    """The oldest request of somebody else that waits, in full."""
    waiting = [each for each in found if each.status is ExportStatus.ASKED and each.asked_by != actor.name]
    st.header(_say("waiting"), anchor=False)
    if not waiting:
        st.caption(_say("nothing_waits"))
        return
    request = waiting[-1]
    st.caption(_say("waiting_n", n=len(waiting)))
    tables.facts(_facts(request), alt=_say("waiting"))
    if request.is_table:
        st.markdown(_say("table_decide"))
    else:
        _hidden(house, export_packs.look(actor, house, request.id))
    with st.form(f"decide_{request.id}"):
        yes = st.form_submit_button(_say("approve", id=request.id), type="primary")
        no = st.form_submit_button(_say("refuse", id=request.id))
    if yes or no:
        _decide(actor, house, request, yes=yes)


def _facts(request: ExportRequest) -> dict[str, str]:
    return {
        _say("number"): str(request.id),
        _say("who"): for_markdown(request.asked_by),
        _say("when"): numbers.day(request.asked_at.date(), spoken()),
        _say("purpose_short"): for_markdown(request.purpose),
        _say("ethics_short"): for_markdown(request.ethics or "–"),
        _say("rows_of"): narrowed(request),
    }


def _hidden(house: House, hidden: Hidden) -> None:
    """Which answers become how coarse, and k, l and people before and after."""
    persons = house.catalogue.forms["survivors"]
    how = export_contents.made_coarser(house.catalogue, hidden)
    columns = {
        _say("recognised_by"): [text_of(question.label) for name in how if (question := persons.question(name))],
        _say("how"): [export_contents.how_said(each) for each in how.values()],
    }
    both = {_say("before"): hidden.before, _say("after"): hidden.after}
    rows = {head: [_people(each), str(each.k), "–" if each.l is None else str(each.l)] for head, each in both.items()}
    tables.aligned({"": [_say("people"), "k", "l"], **rows}, right=list(rows), alt=_say("waiting"))
    tables.plain(columns, alt=_say("recognised_by"))
    st.caption(_say("left_out", dropped=hidden.dropped, people=hidden.before.people))


def _people(found: Anonymity) -> str:
    return numbers.count(found.people)


def _decide(actor: Actor, house: House, request: ExportRequest, *, yes: bool) -> None:
    try:
        (export_requests.approve if yes else export_requests.refuse)(actor, house, request.id)
    except Refusal as refusal:
        notices.refused(refusal)
        return
    st.success(_say("approved" if yes else "was_refused", id=request.id), icon=":material/check:")


def _say(key: str, **facts: object) -> str:
    return say(f"exports.page.{key}", **facts)
