"""The choices of the codebook page: numbers, questions or outcomes; a word in any language or a name; one domain."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.form import Form, Question, Words
from monitoring.domain.indicator import Indicator
from monitoring.ui import link, numbers
from monitoring.ui.labels import text_of
from monitoring.words import say

T = TypeVar("T")
KINDS = ("indicators", "questions", "outcomes")
ALL = ""
PER_PAGE = 15


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and the sheet it stands in."""

    form: Form
    question: Question


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, plain and in lower case, and one domain or sheet, or all."""

    words: tuple[str, ...] = ()
    within: str = ALL


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


def search(catalogue: Catalogue, kind: str) -> Wanted:
    """The search box, and beside it one domain or one sheet."""
    text = st.text_input(
        say("screens.codebook.search"),
        key="search",
        type="search",
        placeholder=say("screens.codebook.search_for"),
        label_visibility="collapsed",
        width=420,
        max_chars=60,
    )
    places = _places(catalogue, kind)
    within = st.selectbox(
        say(f"screens.codebook.within.{kind}"),
        [ALL, *places],
        format_func=lambda place: places.get(place, say(f"screens.codebook.within.{kind}")),
        key=f"within_{kind}",
        label_visibility="collapsed",
        width=240,
    )
    return Wanted(tuple(plain(text).split()), within)


def indicators(catalogue: Catalogue, wanted: Wanted) -> list[Indicator]:
    """Those of the domain that hold every word, in the order of the pages."""
    return [
        each
        for domain in sorted(catalogue.domains.values(), key=lambda each: each.order)
        for each in catalogue.indicators_of(domain.id)
        if wanted.within in (ALL, domain.id)
        and _holds(wanted.words, each.id, each.label, each.description, each.finding)
    ]


def questions(catalogue: Catalogue, wanted: Wanted) -> list[Asked]:
    """Those of the sheet whose words, hint, answers or name hold every word, in the order of the sheets."""
    return [
        Asked(form, each)
        for form in catalogue.forms.values()
        if wanted.within in (ALL, form.name)
        for each in form.questions
        if _holds(wanted.words, " ".join((each.name, *each.was)), each.label, each.hint, *_answers(each))
    ]


def page(found: Sequence[T], kind: str) -> Iterable[T]:
    """A page of what was found, and how many there are."""
    st.caption(say(f"screens.codebook.found_{kind}", n=numbers.count(len(found))))
    if not found:
        return ()
    pages = -(-len(found) // PER_PAGE)
    at = st.pagination(pages, key=f"page_of_{kind}") if pages > 1 else 1
    return found[(at - 1) * PER_PAGE : at * PER_PAGE]


def plain(text: str) -> str:
    """In lower case and without accents, so that `sante` finds `santé`."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def _places(catalogue: Catalogue, kind: str) -> dict[str, str]:
    if kind == "questions":
        return {form.name: text_of(form.label) for form in catalogue.forms.values()}
    ordered = sorted(catalogue.domains.values(), key=lambda each: each.order)
    return {domain.id: text_of(domain.label) for domain in ordered if catalogue.indicators_of(domain.id)}


def _answers(question: Question) -> list[Words]:
    """The labels of a short list: of 250 countries every word would be found in each question about one."""
    choices = question.choices
    return [] if choices is None or choices.standard else [each.label for each in choices.choices]


def _holds(words: Sequence[str], name: str, *texts: Words) -> bool:
    whole = plain(" ".join([name, *(said for text in texts for said in text.values())]))
    return all(word in whole for word in words)
