"""Those who came due and were not interviewed: why, round by round, and how they stood at return beside the others."""

from collections.abc import Sequence

import streamlit as st

from monitoring.services.heard_and_unheard import AtReturn, heard_and_unheard
from monitoring.services.who_we_hear_from import RoundStatus, who_we_hear_from
from monitoring.ui import explained, hear, numbers, palette, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.charts.draw import draw
from monitoring.ui.charts.reasons import Reason, height, reasons_chart
from monitoring.ui.choices import choose_one
from monitoring.ui.findings import missing
from monitoring.ui.labels import text_of
from monitoring.ui.points import FEW, Point, Scale, State, scale_of
from monitoring.ui.reading import REFERENCE, Desk
from monitoring.words import say


def reasons(desk: Desk) -> None:
    """Why: as the offices recorded it, of one round in a picture and of all in its table."""
    rounds = [
        each
        for each in who_we_hear_from(desk.actor, desk.house, desk.chosen.where, desk.chosen.as_of)
        if each.not_interviewed
    ]
    st.header(say("missed.title"), anchor=False)
    if not rounds:
        st.markdown(say("missed.nobody"))
        return
    shown = _choose(rounds)
    st.markdown(missing.of_reasons(shown))
    drawn = [Reason(say(f"missed.reasons.{name}"), getattr(shown, name)) for name in missing.REASONS]
    alt = say("missed.alt", round=round_name(str(shown.months)), said=missing.of_reasons(shown))
    draw(reasons_chart(drawn, shown.not_interviewed, palette.current()), alt=alt, key="missed", height=height(drawn))
    st.caption(say("missed.note"))
    wanted, is_asked = explained.toggles("missed")
    if wanted:
        _table(rounds)
    if is_asked:
        hear.behind(desk, rounds, "missed")


def as_they_were(desk: Desk, domains: Sequence[str]) -> None:
    """The headline numbers at return, of those interviewed at month 12 and of those due and not interviewed."""
    st.header(say("screens.work.missing"), anchor=False)
    found: dict[str, tuple[Point, Point]] = {}
    told: list[list[str]] = []
    for indicator in (desk.catalogue.headline(domain) for domain in domains):
        where = desk.chosen.for_indicator(indicator)
        both = heard_and_unheard(desk.actor, desk.house, indicator.id, int(REFERENCE), where, desk.chosen.as_of)
        if both is not None:
            scale, name = scale_of(indicator), text_of(indicator.label)
            found[name] = (_point("heard", both.heard, scale), _point("unheard", both.unheard, scale))
            told.append([name, *(_in_words(each, scale) for each in found[name])])
    st.markdown(missing.of_baselines(found))
    heads = [say(f"screens.{name}") for name in ("places.number", "work.heard", "work.unheard")]
    columns = dict(zip(heads, map(list, zip(*told, strict=True)), strict=True))
    tables.aligned(columns, right=heads[1:], alt=say("screens.work.missing"))
    st.caption(f"{say('screens.work.missing_note')} {say('missed.ranges')}")


def _choose(rounds: Sequence[RoundStatus]) -> RoundStatus:
    by_key = {str(each.months): each for each in rounds}
    ordered = [*(key for key in by_key if key == REFERENCE), *(key for key in by_key if key != REFERENCE)]
    words = {key: round_name(key)[:1].upper() + round_name(key)[1:] for key in ordered}
    return by_key[choose_one(say("missed.round"), words, key="missed_round", width=280)]


def _table(rounds: Sequence[RoundStatus]) -> None:
    """Reasons down, rounds across: a round more makes the table no longer."""
    columns = {say("missed.reason"): [say(f"missed.reasons.{name}") for name in missing.REASONS]}
    for each in rounds:
        name = round_name(str(each.months))
        columns[name[:1].upper() + name[1:]] = [numbers.count(getattr(each, reason)) for reason in missing.REASONS]
    tables.aligned(columns, right=list(columns)[1:], alt=say("missed.title"))


def _point(key: str, group: AtReturn, scale: Scale) -> Point:
    if group.value is None:
        return Point(key, State.MISSING, n=0)
    low, high = (None if limit is None else max(0.0, scale.times * limit) for limit in (group.low, group.high))
    state = State.FEW if group.answered < FEW else State.KNOWN
    return Point(key, state, scale.times * group.value, low, high, n=group.answered)


def _in_words(point: Point, scale: Scale) -> str:
    """`44 % (31 to 58 %) of 47`; a dash where nobody of them answered at return."""
    if not point.is_known:
        return "–"
    told = scale.of(point)
    if point.low is not None and point.high is not None:
        told = f"{told} ({say('screens.number.range', low=scale.bare(point.low), high=scale.words(point.high))})"
    return say("screens.work.of", value=told, people=numbers.count(point.n or 0))
