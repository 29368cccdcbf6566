"""Who we hear from: what became of everybody who was due, by round. It stands beside every result."""

from collections.abc import Sequence

import streamlit as st

from monitoring.services.who_we_hear_from import RoundStatus, who_we_hear_from
from monitoring.ui import explained, numbers, palette, tables
from monitoring.ui.charts.axes import round_name
from monitoring.ui.charts.draw import draw
from monitoring.ui.charts.follow_up import Bar, follow_up_chart, height
from monitoring.ui.explained import Traced
from monitoring.ui.findings.follow_up import of_bars
from monitoring.ui.reading import Desk
from monitoring.words import say

INTERVIEWED = "interviewed"
"""The indicator that the first part of each bar is."""

OTHERWISE = ("declined", "withdrew", "unsafe", "deceased")


def show(desk: Desk, *, key: str) -> None:
    """What they say, bars, their key, the same as a table with every part of its own, and where it comes from."""
    rounds = who_we_hear_from(desk.actor, desk.house, desk.chosen.where, desk.chosen.as_of)
    bars = [_bar(each) for each in rounds if each.due]
    if not bars:
        st.markdown(say("screens.hear.nobody_due"))
        return
    st.markdown(of_bars(bars))
    alt = say("screens.hear.alt") + " ".join(
        say("screens.hear.alt_round", round=bar.name, share=numbers.percent(100 * bar.interviewed / bar.due))
        for bar in bars
    )
    draw(follow_up_chart(bars, palette.current()), alt=alt, key=f"{key}_chart", height=height(bars))
    st.caption(say("screens.hear.key"))
    st.caption(say("screens.hear.caution"))
    wanted, is_asked = explained.toggles(key)
    if wanted:
        _table(rounds)
    if is_asked:
        behind(desk, rounds, key)


def behind(desk: Desk, rounds: Sequence[RoundStatus], key: str) -> None:
    """Of the share interviewed; the other parts are of the same rounds that came due."""
    indicator = desk.catalogue.indicators[INTERVIEWED]
    names = {str(each.months): _bar(each).name for each in rounds if each.due}
    explained.show(Traced(desk, "round"), indicator, desk.points(indicator, "round", names), names, key=f"{key}_behind")


def _bar(each: RoundStatus) -> Bar:
    name = round_name(str(each.months))
    return Bar(name[:1].upper() + name[1:], each.due, each.interviewed, _not_reached(each))


def _not_reached(each: RoundStatus) -> int:
    """Nothing recorded is not reached either: silence about a round is no news of the person."""
    return each.not_reached + each.not_attempted + each.not_recorded


def _table(rounds: Sequence[RoundStatus]) -> None:
    parts = ("due", "interviewed", "not_reached", "not_attempted", "not_recorded")
    columns = {say("screens.table.round"): [_bar(each).name for each in rounds]}
    columns |= {say(f"screens.hear.{part}"): [numbers.count(getattr(each, part)) for each in rounds] for part in parts}
    columns[say("screens.hear.otherwise")] = [
        numbers.count(sum(getattr(each, part) for part in OTHERWISE)) for each in rounds
    ]
    tables.aligned(columns, right=list(columns)[1:], alt=say("screens.hear.alt"))
