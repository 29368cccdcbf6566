"""One number or one question of the codebook, opened: what is declared, worked examples, the steps, the SQL."""

from collections.abc import Iterable

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor
from monitoring.services import read_definitions
from monitoring.services.house import House
from monitoring.ui.codebook.find import Asked
from monitoring.ui.labels import text_of
from monitoring.words import say


def indicators(actor: Actor, house: House, found: Iterable[Indicator], catalogue: Catalogue) -> None:
    """Each as a line that opens; whatever is slow is worked out only when it is open."""
    for each in found:
        domain = text_of(catalogue.domains[each.domain].label)
        label = f"**{text_of(each.label)}** · {domain}{_mark(each.wording_reviewed_on is None)}"
        with st.expander(label, on_change="rerun", key=f"about_{each.id}") as opened:
            if opened.open:
                _indicator(actor, house, each)


def questions(actor: Actor, house: House, found: Iterable[Asked]) -> None:
    for asked in found:
        unread = read_definitions.is_unread(asked.question)
        label = f"**{text_of(asked.question.label)}** · {text_of(asked.form.label)}{_mark(unread)}"
        key = f"asked_{asked.form.name}_{asked.question.name}"
        with st.expander(label, on_change="rerun", key=key) as opened:
            if opened.open:
                _question(actor, house, asked)


def _mark(is_unread: bool) -> str:
    return say("screens.codebook.unread") if is_unread else ""


def _indicator(actor: Actor, house: House, indicator: Indicator) -> None:
    st.markdown(text_of(indicator.description))
    _facts(read_definitions.facts_of_indicator(actor, house, indicator))
    st.markdown("\n".join([say("screens.codebook.examples"), "", *(f"* {each.says}" for each in indicator.examples)]))
    with st.expander(say("screens.codebook.steps"), on_change="rerun", key=f"steps_{indicator.id}") as opened:
        if opened.open:
            _steps(actor, house, indicator)
    with st.expander(say("screens.codebook.sql")):
        st.code(read_definitions.sql_of(actor, house, indicator.id), language="sql")
    st.caption(say("screens.codebook.code", code=indicator.id, version=indicator.version))


def _question(actor: Actor, house: House, asked: Asked) -> None:
    _facts(read_definitions.facts_of_question(actor, house, asked.form, asked.question))
    st.caption(say("screens.codebook.column", column=asked.question.name))


def _facts(facts: Iterable[read_definitions.Fact]) -> None:
    parts = []
    for fact in facts:
        value = f":orange[{fact.value}]" if fact.is_unread else fact.value
        code = f"\n```sql\n{fact.expression.strip()}\n```" if fact.expression else ""
        parts.append(say("screens.codebook.fact", name=fact.name, value=value) + code)
    st.markdown("\n\n".join(parts))


def _steps(actor: Actor, house: House, indicator: Indicator) -> None:
    """Each worked example, followed through the statement that makes the real figures."""
    for place, explained in enumerate(_followed(house.catalogue.fingerprint, indicator.id, actor, house), 1):
        st.markdown(say("screens.codebook.example", place=place, says=explained.says))
        for step in explained.steps:
            st.caption(step.title)
            st.code(step.table, language=None)


@st.cache_data(max_entries=20, show_spinner=False)
def _followed(
    fingerprint: str,  # the key: the answer follows from the declarations and from nothing else
    indicator: str,
    _actor: Actor,
    _house: House,
) -> tuple[read_definitions.Followed, ...]:
    return read_definitions.steps_of(_actor, _house, indicator)
