"""The parts of the funders' summary: finding, way to the interview, outcomes, people, places, and what is withheld."""

import streamlit as st

from monitoring.domain.brief import BigNumber, Brief, Table
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.domain.release import Release
from monitoring.services import brief_basis, briefs, release_news
from monitoring.services import places as known_places
from monitoring.services import summary as told
from monitoring.services.brief_figures import Asked
from monitoring.services.house import House
from monitoring.ui import labels, palette, tables
from monitoring.ui.charts import standing
from monitoring.ui.charts.draw import draw
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say, spoken


def choose_country(actor: Actor, house: House, *, key: str) -> str | None:
    """All countries, or one; of somebody's own countries one at a time: a release adds none up."""
    codes = labels.by_name(known_places.countries(actor, house), spoken())
    chosen = st.selectbox(
        say("briefs.page.country"),
        [*([] if actor.countries else [""]), *codes],
        format_func=lambda code: labels.country_name(code, spoken()) if code else say("briefs.everywhere"),
        width=320,
        key=key,
    )
    return chosen or None


def read(actor: Actor, house: House, country: str | None) -> Brief:
    """The summary; before there is a release, the page's name above the sentence that says so."""
    try:
        return briefs.brief(actor, house, "summary", country, spoken())
    except Refusal:
        st.title(say("screens.menu.summary"), anchor=False)
        raise


def head(brief: Brief) -> None:
    """The finding, what it is of, the four numbers, and the way from return to interview."""
    release = dict(brief.basis).get(say("briefs.basis.release"), "")
    st.badge(f"{say('briefs.basis.release')} {release}", icon=":material/verified:", color="grey")
    st.title(for_markdown(brief.title), anchor=False)
    st.markdown(" ".join(map(for_markdown, brief.lead)))
    _in_a_row(brief.numbers)
    if brief.flow:
        steps = (f"**{for_markdown(each.text)}** {for_markdown(each.label)}" for each in brief.flow)
        st.markdown(f":gray[{for_markdown(brief.flow_title)}]  \n{' › '.join(steps)}")


def outcomes(brief: Brief) -> None:
    """The drawing, its key, and the same as a table for whoever asks."""
    st.header(for_markdown(brief.outcomes_title), anchor=False)
    drawing = standing.standing_chart(brief.outcomes, palette.current())
    alt = "; ".join(f"{each.label}: {each.now.text} {each.direction}".strip() for each in brief.outcomes)
    draw(drawing, alt=alt, key="summary_outcomes", height=standing.height(brief.outcomes))
    st.caption(brief.key)
    columns = {
        name: [for_markdown(cell) for cell in cells]
        for name, cells in zip(brief.outcomes_head, zip(*_rows(brief), strict=True), strict=True)
    }
    if st.toggle(say("briefs.page.as_table"), key="summary_outcomes_table"):
        tables.aligned(columns, right=brief.outcomes_head[1:3], alt=brief.outcomes_title)
    else:
        _directions(brief)


def table(shown: Table | None) -> None:
    """A table of the brief as it stands; None: nothing."""
    if shown is None:
        return
    st.header(for_markdown(shown.title), anchor=False)
    head = [for_markdown(name) or "\u200b" for name in shown.head]
    columns = {name: [for_markdown(row[at]) for row in shown.rows] for at, name in enumerate(head)}
    tables.aligned(columns, right=head[1:], alt=shown.title)
    if shown.note:
        st.caption(shown.note)


def people(actor: Actor, house: House, country: str | None) -> None:
    """Who came home and was supported in a reporting year; the newest until another is chosen."""
    if country is not None:
        return
    offered = told.years(actor, house, spoken())
    if not offered:
        return
    place = st.container()
    year = st.segmented_control(
        say("briefs.people.choose"),
        list(offered),
        default=next(iter(offered)),
        format_func=lambda code: offered[code],
        key="summary_year",
    )
    with place:
        table(told.people(actor, house, Asked(None, spoken()), year))


def sections(brief: Brief) -> None:
    """The return, respect, and what people say themselves: each a short table of label and share."""
    for title, sentences in brief.sections:
        st.header(for_markdown(title), anchor=False)
        parts = [sentence.rpartition(": ") for sentence in sentences]
        tables.facts({for_markdown(name): f"**{for_markdown(value)}**" for name, _, value in parts}, alt=title)


def about(actor: Actor, house: House, brief: Brief, country: str | None) -> None:
    """Release, day and definitions; what is withheld and why; what is unlike the last release."""
    st.header(say("briefs.page.about"), anchor=False)
    tables.facts({name: for_markdown(value) for name, value in brief.basis}, alt=say("briefs.page.about"))
    release: Release = brief_basis.release_of(actor, house)
    for title, sentences in (
        ("held", release_news.withheld(release, spoken())),
        ("changed", release_news.changed(actor, house, release, Asked(country, spoken()))),
    ):
        st.header(say(f"briefs.page.{title}"), anchor=False)
        st.markdown("\n".join(f"* {for_markdown(each)}" for each in sentences))


def _rows(brief: Brief) -> list[tuple[str, str, str, str]]:
    return [(each.label, each.before.text, each.now.text, each.direction) for each in brief.outcomes]


def _directions(brief: Brief) -> None:
    """What may be said of the change, for whoever reads no chart."""
    said = [f"{for_markdown(each.label)}: {for_markdown(each.direction)}" for each in brief.outcomes if each.direction]
    if said:
        st.markdown(" · ".join(said))


def _in_a_row(numbers: tuple[BigNumber, ...]) -> None:
    if not numbers:
        return
    for column, each in zip(st.columns(len(numbers)), numbers, strict=True):
        column.markdown(f"## {for_markdown(each.text)}\n:gray[{for_markdown(each.label)}]")
