"""Who stands behind a number: due, interviewed, answered, what became of the others, and what they could change."""

from collections.abc import Mapping

import streamlit as st

from monitoring.domain.indicator import Indicator, Of
from monitoring.services.who_we_hear_from import RoundStatus, who_we_hear_from
from monitoring.ui import explained, numbers, tables
from monitoring.ui.explained import Traced
from monitoring.ui.points import Point, Scale, scale_of
from monitoring.ui.reading import Desk
from monitoring.words import say

EVERYBODY = (
    "due", "attempted", "reached", "interviewed", "partly", "elsewhere", "declined", "not_reached", "not_attempted",
    "not_recorded", "unsafe", "withdrew", "deceased", "not_yet_due",
)  # fmt: skip


def show(desk: Desk, indicator: Indicator, point: Point, *, has_rounds: bool, moment: str) -> None:
    """A short table; of rounds also the bounds in a sentence, and what became of everybody who was due.

    What is counted up to a day has no round to be chosen from: its one number explains itself here.
    """
    st.header(say("screens.domain.behind") + moment, anchor=False)
    _short(indicator, point, has_rounds=has_rounds)
    if sentence := bounds_in_words(point, scale_of(indicator)):
        st.markdown(sentence)
    st.caption(say("screens.domain.behind_note"))
    if has_rounds:
        heard = who_we_hear_from(desk.actor, desk.house, desk.chosen.where, desk.chosen.as_of)
        found = {str(each.months): each for each in heard}
        if point.key in found:
            _everybody(found[point.key], point)
    elif st.toggle(say("explained.ask"), key=f"{indicator.domain}_total_behind"):
        key = f"{indicator.domain}_total_behind"
        explained.show(Traced(desk), indicator, [point], {}, key=key)


def bounds_in_words(point: Point, scale: Scale) -> str | None:
    """`If all 49 people not interviewed had done badly: 34 %; if all had done well: 67 %.`"""
    if point.if_badly is None or point.if_well is None or point.due is None or point.interviewed is None:
        return None
    missing = point.due - point.interviewed
    key = "screens.domain.bounds_one" if missing == 1 else "screens.domain.bounds"
    return say(key, n=numbers.count(missing), badly=scale.words(point.if_badly), well=scale.words(point.if_well))


def _short(indicator: Indicator, point: Point, *, has_rounds: bool) -> None:
    people = scale_of(indicator).people
    of_whom = _of_whom(indicator, has_rounds=has_rounds, people=people)
    ends = {"answered": "_followed"} if people == "followed" else {}
    rows: Mapping[str, int | None] = {"due": point.due, "interviewed": point.interviewed, "answered": point.n}
    names = {say(f"screens.domain.behind_{name}{ends.get(name, of_whom)}"): n for name, n in rows.items()}
    there = {name: n for name, n in names.items() if n is not None}
    if there:
        _table(there, of_referrals=indicator.of is Of.REFERRAL)
    else:
        st.markdown(say("screens.hear.nobody_due"))


def _everybody(status: RoundStatus, point: Point) -> None:
    with st.expander(say("screens.domain.everybody_due")):
        counts = {name: getattr(status, name) for name in EVERYBODY}
        counts["answered"] = point.n or 0
        _table({say(f"screens.hear.full.{name}"): n for name, n in counts.items()})
        st.caption(say("screens.hear.full.note"))


def _table(rows: Mapping[str, int], *, of_referrals: bool = False) -> None:
    how_many = say("screens.table.services" if of_referrals else "screens.table.people")
    columns = {
        say("screens.domain.behind_who"): list(rows),
        how_many: [numbers.count(number) for number in rows.values()],
    }
    tables.aligned(columns, right={how_many}, alt=say("screens.domain.behind"))


def _of_whom(indicator: Indicator, *, has_rounds: bool, people: str) -> str:
    """The end of a row's name: those due for a round, the people who came home, or the referrals there were."""
    if indicator.of is Of.REFERRAL:
        return "_referrals"
    if not has_rounds:
        return "_people"
    return "_round" if people == "counted" else ""
