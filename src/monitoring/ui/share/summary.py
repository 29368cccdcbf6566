"""The parts of the funders' summary: finding, targets beside outcomes, what else is told, and files to pass on."""

from collections.abc import Callable

import streamlit as st

from monitoring.domain.brief import Brief
from monitoring.domain.people import Actor, Deed
from monitoring.services import briefs
from monitoring.services import places as known_places
from monitoring.services.house import House
from monitoring.ui import downloads, labels, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken

_MEDIA = {".pdf": "application/pdf", ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def choose_country(actor: Actor, house: House) -> str | None:
    """All countries, or one."""
    codes = labels.by_name(known_places.countries(actor, house))
    chosen = st.selectbox(
        say("briefs.page.country"),
        ["", *codes],
        format_func=lambda code: labels.country_name(code) if code else say("briefs.everywhere"),
        width=320,
        key="summary_country",
    )
    return chosen or None


def read(actor: Actor, house: House, country: str | None) -> Brief:
    return briefs.brief(actor, house, "summary", country, spoken())


def head(brief: Brief) -> None:
    st.title(for_markdown(brief.title), anchor=False)
    st.markdown(" ".join(map(for_markdown, brief.lead)))
    if brief.numbers:
        for column, each in zip(st.columns(len(brief.numbers)), brief.numbers, strict=True):
            column.markdown(f"## {for_markdown(each.text)}\n:gray[{for_markdown(each.label)}]")


def outcomes(brief: Brief) -> None:
    """At return and now, with what may be said of the change."""
    st.header(for_markdown(brief.outcomes_title), anchor=False)
    columns = {
        say("briefs.page.outcome"): [for_markdown(each.label) for each in brief.outcomes],
        say("briefs.summary.at_return"): [each.before.text for each in brief.outcomes],
        say("briefs.summary.now"): [each.now.text for each in brief.outcomes],
        say("briefs.page.change"): [each.direction for each in brief.outcomes],
    }
    right = (say("briefs.summary.at_return"), say("briefs.summary.now"))
    tables.aligned(columns, right=right, alt=brief.outcomes_title)


def places(brief: Brief) -> None:
    if not brief.table:
        return
    st.header(for_markdown(brief.table_title), anchor=False)
    head, *rows = brief.table
    names = [say("briefs.page.country"), *map(for_markdown, head[1:])]
    columns = {name: [for_markdown(row[at]) for row in rows] for at, name in enumerate(names)}
    tables.aligned(columns, right=names[1:], alt=brief.table_title)


def sections(brief: Brief) -> None:
    for column, (title, sentences) in zip(st.columns(2, gap="large"), brief.sections, strict=True):
        column.header(for_markdown(title), anchor=False)
        column.markdown("\n".join(f"* {for_markdown(each)}" for each in sentences))


def about(brief: Brief) -> None:
    st.header(say("briefs.page.about"), anchor=False)
    tables.facts({name: for_markdown(value) for name, value in brief.basis}, alt=say("briefs.page.about"))


def files(house: House, country: str | None) -> None:
    """The summary and the page back to survivors, as PDF and Word."""
    language = spoken()
    for kind, names in (("summary", ("download", "word")), ("survivors", ("back_download", "back_word"))):
        if kind == "survivors":
            st.header(say("briefs.page.back"), anchor=False)
            st.markdown(say("briefs.page.back_what"))
        for name, ending in zip(names, briefs.ENDINGS, strict=True):
            downloads.button(
                say(f"briefs.page.{name}"),
                _maker(house, kind, country, language, ending),
                file_name=f"{kind}_{(country or 'all').lower()}_{language}{ending}",
                media_type=_MEDIA[ending],
                deed=Deed.SEE_SHARED_FIGURES,
                is_main=(kind, ending) == ("summary", ".pdf"),
            )


def _maker(house: House, kind: str, country: str | None, language: str, ending: str) -> Callable[[Actor], bytes]:
    return lambda actor: briefs.written(actor, house, kind, country, language, ending)
