"""As reported on a day: the choice of the day, a word that it is not today's, and what has come in since."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from monitoring.domain.indicator import Indicator
from monitoring.domain.people import Actor, Deed
from monitoring.domain.submission import Submission
from monitoring.services import submissions
from monitoring.services.house import House
from monitoring.ui import labels, link, numbers, tables
from monitoring.ui.chosen import Chosen
from monitoring.ui.labels import text_of
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.points import Point, point_of, scale_of
from monitoring.ui.reading import Desk, one_round
from monitoring.words import say

KEY = "reported"
FIRST = date(2015, 1, 1)
"""Earlier than any hand-in."""

MOST_DAYS = 6
"""Days with hand-ins on which a number is looked at: each of them replays the history."""


def choose(house: House) -> date | None:
    """The day whose figures are looked at; None: as things stand. It stands in the link, as other filters do."""
    link.day(KEY, FIRST, house.today)
    chosen = st.date_input(
        say("reported.choose"),
        min_value=FIRST,
        max_value=house.today,
        format="YYYY-MM-DD",
        help=say("reported.help"),
        key=KEY,
        persist_state="session",
    )
    as_of = chosen if isinstance(chosen, date) and chosen < house.today else None
    link.follows(KEY, [as_of.isoformat()] if as_of else [])
    return as_of


def notice(actor: Actor, house: House, chosen: Chosen) -> None:
    """That these are an earlier day's figures, who is in none of any day, and which hand-ins came in since.

    The word about people who have left stands there always, whether anybody has or not: so it tells of nobody. For
    the same reason no rows are counted here: a hand-in that changes a row and no figure would point at somebody.
    """
    if chosen.as_of is None:
        return
    st.caption(f":material/history: {say('reported.notice', day=numbers.day(chosen.as_of))}")
    if not actor.may(Deed.SEE_SUBMISSIONS):
        return
    if not _in_place(submissions.history(actor, house, chosen.as_of), chosen):
        st.caption(say("reported.nothing_then"))
    later = _in_place(submissions.since(actor, house, chosen.as_of), chosen)
    if not later:
        st.caption(say("reported.nothing_since"))
        return
    key = "reported.since_one" if len(later) == 1 else "reported.since"
    with st.expander(say(key, n=numbers.count(len(later)))):
        _listed(later)


def what_changed(desk: Desk, indicator: Indicator, reference: Point) -> None:
    """The page's number then and now, and on each day with a hand-in in between. Nothing where today is looked at."""
    as_of = desk.chosen.as_of
    if as_of is None:
        return
    later: tuple[Submission, ...] = ()
    if desk.actor.may(Deed.SEE_SUBMISSIONS):
        later = _in_place(submissions.since(desk.actor, desk.house, as_of), desk.chosen)
    days = [day for day in _days(later) if as_of < day < desk.chosen.today][-MOST_DAYS:]
    looked_at = {day: _on(desk, indicator, reference.key, day) for day in (as_of, *days)}
    now = _on(desk, indicator, reference.key, None)
    st.header(say("reported.title"), anchor=False)
    st.markdown(_said(indicator, looked_at[as_of], now, as_of))
    rows = {**looked_at, desk.chosen.today: now}
    scale = scale_of(indicator)
    columns = {
        say("reported.day"): [numbers.day(day) for day in rows],
        say("reported.came_in"): [_came_in(day, as_of, later) for day in rows],
        text_of(indicator.label): [scale.of(each) if each.is_known else "[x]" for each in rows.values()],
        say(f"screens.table.{scale.people}"): [
            "–" if each.n is None else numbers.count(each.n) for each in rows.values()
        ],
    }
    tables.aligned(columns, right=list(columns)[2:], alt=say("reported.title"))
    st.caption(say("reported.steps_note"))


def _said(indicator: Indicator, then: Point, now: Point, as_of: date) -> str:
    """`Then 68 % of 231; today 70 % of 240.`"""
    both = {"then": _value(indicator, then), "now": _value(indicator, now)}
    key = "reported.same" if (then.value, then.n) == (now.value, now.n) else "reported.then_and_now"
    return say(key, day=numbers.day(as_of), **both)


def _value(indicator: Indicator, point: Point) -> str:
    if not point.is_known:
        return say("reported.nothing_known")
    value = scale_of(indicator).of(point)
    return value if point.n is None else say("reported.value_of", value=value, people=numbers.people(point.n))


def _on(desk: Desk, indicator: Indicator, key: str, day: date | None) -> Point:
    there = replace(desk, chosen=replace(desk.chosen, as_of=day))
    found = there.figures([indicator], (), **one_round(indicator, key))
    return point_of(found[0] if found else None, indicator, key)


def _in_place(found: Sequence[Submission], chosen: Chosen) -> tuple[Submission, ...]:
    """Those of the countries looked at, oldest first."""
    countries = chosen.where.get("country", chosen.countries)
    return tuple(sorted((each for each in found if each.country in countries), key=lambda each: each.id))


def _days(found: Sequence[Submission]) -> list[date]:
    moments = (each.decided_at if not each.stands and each.decided_at else each.handed_in_at for each in found)
    return sorted({each.date() for each in moments})


def _came_in(day: date, as_of: date, later: Sequence[Submission]) -> str:
    of_day = [each for each in later if day > as_of and _days([each]) == [day]]
    told = (say("reported.one", id=each.id, country=labels.country_name(each.country)) for each in of_day)
    return "; ".join(told) or "–"


def _listed(found: Sequence[Submission]) -> None:
    columns = {
        say("screens.history.id"): [str(each.id) for each in found],
        say("screens.history.country"): [labels.country_name(each.country) for each in found],
        say("screens.history.on"): [numbers.day(each.handed_in_at.date()) for each in found],
        say("screens.history.by"): [for_markdown(each.handed_in_by) for each in found],
        say("screens.history.state"): [say(f"screens.history.status.{each.status}") for each in found],
    }
    tables.plain(columns, alt=say("reported.title"))
