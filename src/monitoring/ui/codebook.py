"""What the numbers and the questions mean, searchable. All of it is declared; none of it is data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question
from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor
from monitoring.services import read_definitions
from monitoring.services.house import House
from monitoring.ui import definition, link, numbers
from monitoring.ui.labels import text_of
from monitoring.words import say

T = TypeVar("T")
PER_PAGE = 15
KINDS = ("indicators", "questions")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and the sheet it stands in."""

    form: Form
    question: Question


def choose_kind() -> str:
    link.one("kind", KINDS, KINDS[0])
    chosen = st.segmented_control(
        say("screens.codebook.kind"),
        KINDS,
        required=True,
        format_func=lambda kind: say(f"screens.codebook.kinds.{kind}"),
        key="kind",
        label_visibility="collapsed",
    )
    link.follows("kind", [chosen] if chosen and chosen != KINDS[0] else [])
    return chosen or KINDS[0]


def search() -> str:
    """What is looked for, in lower case."""
    return (
        st.text_input(
            say("screens.codebook.search"),
            key="search",
            type="search",
            placeholder=say("screens.codebook.search_for"),
            label_visibility="collapsed",
            width=420,
            max_chars=60,
        )
        .casefold()
        .strip()
    )


def indicators(actor: Actor, house: House, wanted: str) -> None:
    catalogue = read_definitions.catalogue(actor, house)
    found = [
        each
        for domain in sorted(catalogue.domains.values(), key=lambda each: each.order)
        for each in catalogue.indicators_of(domain.id)
        if _holds(wanted, each.id, text_of(each.label), text_of(each.description))
    ]
    for each in _page(found, "indicators"):
        domain = text_of(catalogue.domains[each.domain].label)
        with st.expander(f"**{text_of(each.label)}** · {domain}", on_change="rerun", key=f"about_{each.id}") as opened:
            if opened.open:
                _indicator(actor, house, each, catalogue)


def questions(actor: Actor, house: House, wanted: str) -> None:
    catalogue = read_definitions.catalogue(actor, house)
    found = [
        Asked(form, each)
        for form in catalogue.forms.values()
        for each in form.questions
        if _holds(wanted, each.name, text_of(each.label))
    ]
    for asked in _page(found, "questions"):
        label = f"**{text_of(asked.question.label)}** · {text_of(asked.form.label)}"
        key = f"asked_{asked.form.name}_{asked.question.name}"
        with st.expander(label, on_change="rerun", key=key) as opened:
            if opened.open:
                st.markdown(_question(asked.question))


def _page(found: Sequence[T], kind: str) -> Iterable[T]:
    """A page of what was found, and how many there are."""
    st.caption(say(f"screens.codebook.found_{kind}", n=numbers.count(len(found))))
    if not found:
        return ()
    pages = -(-len(found) // PER_PAGE)
    at = st.pagination(pages, key=f"page_of_{kind}") if pages > 1 else 1
    return found[(at - 1) * PER_PAGE : at * PER_PAGE]


def _indicator(actor: Actor, house: House, indicator: Indicator, catalogue: Catalogue) -> None:
    st.markdown(definition.as_markdown(indicator, catalogue))
    if indicator.examples:
        examples = [f"* {each.says}" for each in indicator.examples]
        st.markdown("\n".join([say("screens.codebook.examples"), "", *examples]))
    st.markdown(say("screens.codebook.sql"))
    st.code(read_definitions.sql_of(actor, house, indicator.id), language="sql")
    st.caption(say("screens.codebook.code", code=indicator.id, version=indicator.version))


def _question(question: Question) -> str:
    parts = [text_of(question.hint)] if question.hint else []
    facts = [("type", say(f"screens.codebook.types.{question.type}"))]
    facts.append(("asked_of", say(f"screens.codebook.asked_of.{question.asked_of}")))
    if question.asked_if:
        facts.append(("asked_if", f"`{question.asked_if}`"))
    if question.choices and len(question.choices.choices) <= 30:
        facts.append(("answers", ", ".join(text_of(each.label) for each in question.choices.choices)))
    if question.sensitive:
        facts.append(("sensitive", say("screens.codebook.sensitive")))
    facts.append(("column", f"`{question.name}`"))
    parts += [
        say("screens.codebook.fact", name=say(f"screens.codebook.facts.{key}"), value=value) for key, value in facts
    ]
    return "\n\n".join(parts)


def _holds(wanted: str, *texts: str) -> bool:
    return all(any(word in text.casefold() for text in texts) for word in wanted.split())
