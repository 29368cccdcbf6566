"""The one body of all domain pages: a finding as title, filters, one number in every way it may be looked at."""

from collections.abc import Callable, Collection

import streamlit as st

from monitoring.domain.figures import View
from monitoring.domain.indicator import Indicator, Kind
from monitoring.ui import alike, cohorts, filters, improvement, notices, reported, session
from monitoring.ui import domain_sections as sections
from monitoring.ui.choices import choose_one
from monitoring.ui.chosen import left_out_in_words
from monitoring.ui.findings.title import Finding, finding, when_words, within_words
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point, point_of
from monitoring.ui.reading import REFERENCE, Desk, reference_round
from monitoring.words import say

Part = Callable[[Desk], None]
"""A part of one page alone, drawn as the filters stand."""


def show(*domains: str, before: Part | None = None, after: Part | None = None, but: Collection[str] = ()) -> None:
    """The page of a domain, or of several that are asked about together; the first gives its name.

    `before` and `after` are the page's own parts, above and below its numbers one by one; `but` are the files of
    indicators that they show.
    """
    actor, house = session.current_actor(), session.house()
    head = st.container()
    desk = Desk(actor, house, filters.bar(actor, house))
    domain = desk.catalogue.domains[domains[0]]
    if desk.chosen.is_empty:
        head.title(text_of(domain.question), anchor=False)
        notices.nothing_yet(actor)
        return
    if domains[0] == "safety":
        st.caption(say("screens.domain.content_note"))
    if before:
        before(desk)
        st.header(say("screens.domain.one_by_one"), anchor=False)
    indicator = choose_indicator(desk, domains)
    shown = read(desk, indicator)
    with head:
        _title(shown)
    _say_left_out(desk, indicator)
    _body(shown)
    if after:
        after(desk)
    alike.show(desk, domains, but=but)
    notices.foot()


def _body(shown: sections.Shown) -> None:
    """One number in every way it may be looked at."""
    desk, indicator = shown.desk, shown.indicator
    sections.over_time(shown)
    sections.by_months(shown)
    if desk.chosen.view is View.PROGRAMME:
        sections.over_quarters(shown)
    improvement.show(desk, indicator)
    cohorts.show(desk, indicator, shown.reference.key)
    sections.breakdowns(shown)
    reported.what_changed(desk, indicator, shown.reference)


def choose_indicator(desk: Desk, domains: tuple[str, ...], first: str | None = None) -> Indicator:
    """Which of the domains' numbers is looked at; `first`, or the headline, until another is chosen."""
    of_domains = (each for domain in domains for each in desk.catalogue.indicators_of(domain))
    offered = {each.id: each for each in of_domains if each.offered and desk.may_see(each)}
    first = first or desk.catalogue.headline(domains[0]).id
    ids = [first, *(each for each in offered if each != first)]
    words = {id_: text_of(offered[id_].label) for id_ in ids}
    return offered[choose_one(say("screens.domain.number"), words, key=f"{domains[0]}_number")]


def read(desk: Desk, indicator: Indicator) -> sections.Shown:
    """The points over rounds, and the one the title and the breakdowns are about."""
    if not indicator.has_rounds or not desk.may_break_down(indicator, "round"):
        figures = desk.figures([indicator], ())
        total = point_of(figures[0] if figures else None, indicator, "all")
        return sections.Shown(desk, indicator, (), total)
    points = desk.points(indicator, "round", desk.rounds)
    key = reference_round(points)
    return sections.Shown(desk, indicator, points, next(each for each in points if each.key == key))


def _title(shown: sections.Shown) -> None:
    said = title_of(shown.indicator, shown.reference)
    st.title(said.sentence, anchor=False)
    if said.caution:
        st.caption(f"○ {said.caution}")


def title_of(indicator: Indicator, reference: Point) -> Finding:
    """What has no rounds is so far, if it may still happen, and simply so, if it is over: the return itself."""
    if indicator.kind is Kind.TIME_TO_EVENT:
        return finding(indicator, reference, within_words(int(REFERENCE)))
    is_over = indicator.form == "survivors"
    return finding(indicator, reference, "" if is_over else when_words(reference.key))


def _say_left_out(desk: Desk, indicator: Indicator) -> None:
    """A filter that the number does not follow is said, and the nearest that can be shown is shown."""
    names = desk.chosen.left_out(indicator)
    if names:
        st.caption(f":material/info: {left_out_in_words(names)}")
