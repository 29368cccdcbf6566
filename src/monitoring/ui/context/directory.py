"""The service directory as a table one can search: what, for whom, at what cost, and whether it was checked lately."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.services.service_directory import Listed, service_directory
from monitoring.ui import numbers, tables
from monitoring.ui.choices import choose_one
from monitoring.ui.findings.directory import of_directory
from monitoring.ui.labels import text_of
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.reading import Desk
from monitoring.words import say

ANY = "any"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words in a row, one service, one group of people; empty: anything."""

    text: str = ""
    service: str = ANY
    whom: str = ANY

    def fits(self, each: Listed, row: Sequence[str]) -> bool:
        """`row`: what the table says of it, so that whoever reads a word there finds it by that word."""
        said = " ".join(row).casefold()
        return (
            all(word in said for word in self.text.casefold().split())
            and (self.service == ANY or self.service in each.services)
            and (self.whom == ANY or self.whom in each.serves)
        )


def show(desk: Desk, country: str) -> None:
    """What it says as a whole, what is looked for, and the table. What is typed stands in no link."""
    found = service_directory(desk.actor, desk.house, country, desk.chosen.as_of)
    st.header(say("context.directory.title"), anchor=False)
    st.markdown(of_directory(found))
    if not found:
        return
    wanted = _wanted(desk.catalogue, found)
    rows = [(each, _row(each, desk.catalogue)) for each in found]
    shown = [row for each, row in rows if wanted.fits(each, row)]
    if not shown:
        st.markdown(say("context.directory.none_fits"))
        return
    st.caption(say("context.directory.shown", n=numbers.count(len(shown)), all=numbers.count(len(found))))
    heads = ("name", "services", "for_whom", "cost", "places", "checked")
    columns = [say(f"context.directory.{head}") for head in heads]
    cells = [[for_markdown(row[0]), *row[1:]] for row in shown]
    tables.aligned(dict(zip(columns, zip(*cells, strict=True), strict=True)), right={columns[4]}, alt=columns[0])
    st.caption(say("context.directory.note"))


def _wanted(catalogue: Catalogue, found: Sequence[Listed]) -> Wanted:
    """Only services and groups that somebody offers are offered to choose from."""
    services = {code for each in found for code in each.services}
    serves = {code for each in found for code in each.serves}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(say("context.directory.search"), key="directory_search", width=320)
        service = _one_of("service_types", services, catalogue, "directory_service")
        whom = _one_of("people_served", serves, catalogue, "directory_whom")
    return Wanted(text or "", service, whom)


def _one_of(choices: str, there: set[str], catalogue: Catalogue, key: str) -> str:
    words = {ANY: say(f"context.directory.any_{choices}")} | _words(catalogue, choices, there)
    return choose_one(say(f"context.directory.{choices}"), words, key=key, width=260)


def _words(catalogue: Catalogue, choices: str, codes: set[str]) -> dict[str, str]:
    return {each.code: text_of(each.label) for each in catalogue.choices[choices].choices if each.code in codes}


def _row(each: Listed, catalogue: Catalogue) -> list[str]:
    """Name, services, for whom, cost, places, last checked: in words; what the office has not said is a dash."""
    spoken = _listed([*_words(catalogue, "languages", set(each.languages)).values()])
    whom = _listed([*_words(catalogue, "people_served", set(each.serves)).values()])
    return [
        each.name,
        _listed([*_words(catalogue, "service_types", set(each.services)).values()]),
        f"{whom} · {spoken}" if each.languages else whom,
        _label(catalogue, "cost_kinds", each.cost),
        "–" if each.capacity is None else numbers.count(each.capacity),
        _checked(each),
    ]


def _checked(each: Listed) -> str:
    """The day; a triangle in words and sign where nobody may rely on it any more."""
    if each.last_verified_on is None:
        return f"△ {say('context.directory.never')}"
    day = numbers.day(each.last_verified_on)
    return f"△ {day}" if each.is_old else day


def _label(catalogue: Catalogue, choices: str, code: str | None) -> str:
    return _words(catalogue, choices, {code}).get(code, "–") if code else "–"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "–"
