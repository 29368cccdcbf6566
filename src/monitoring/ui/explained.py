"""A number explains itself: how it is made, who is counted, the statement, the hand-ins, and to a few the rows.

Worked out only once it is asked for: on a page with ten charts nothing of it is read before the first click.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from monitoring.domain.figures import Figure, View
from monitoring.domain.indicator import Indicator, Kind
from monitoring.domain.people import Deed
from monitoring.services import read_definitions, rows_behind, submissions
from monitoring.services.rows_behind import HandInBehind
from monitoring.ui import labels, numbers, rows_shown, tables
from monitoring.ui.chosen import Where
from monitoring.ui.points import Point, scale_of
from monitoring.ui.reading import Desk
from monitoring.words import say


@dataclass(frozen=True, slots=True)
class Traced:
    """What the numbers of a chart are figures of: who looks through which filters, and what a point's key says.

    `dimension` is what the key is a value of ("round", "country", ...), empty for a number that stands alone; `also`
    are filters beside those of the page, such as the round that a breakdown is about, where the number has rounds.
    `members`: where each point is of another indicator, which one its key names.
    """

    desk: Desk
    dimension: str = ""
    also: Where = field(default_factory=dict)
    members: Mapping[str, Indicator] = field(default_factory=dict)

    def where(self, indicator: Indicator, key: str) -> Where:
        """The filters under which this one figure is counted."""
        own = {self.dimension: (key,)} if self.dimension else {}
        if self.dimension == "quarter":  # harm is narrowed from and to, and never to a list of quarters
            own = {"quarter_from": (key,), "quarter_to": (key,)}
        also = self.also if indicator.has_rounds else {name: self.also[name] for name in self.also if name != "round"}
        return {**self.desk.chosen.for_indicator(indicator), **also, **own}


def toggles(key: str) -> tuple[bool, bool]:
    """The two questions below every chart: whether its table is wanted, and whether one asks where it comes from."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        wanted = st.toggle(say("screens.see_as_table"), key=f"{key}_table")
        return wanted, st.toggle(say("explained.ask"), key=f"{key}_behind")


def show(traced: Traced, indicator: Indicator, points: Sequence[Point], names: Mapping[str, str], *, key: str) -> None:
    """All that is behind one of the points; which one is chosen here, from a list that shows names as they are."""
    known = [point for point in points if point.is_known]
    if not known:
        st.caption(say("explained.nothing"))
        return
    point = _choose(known, names, key)
    indicator = traced.members.get(point.key, indicator)
    where = traced.where(indicator, point.key)
    st.markdown(_how(traced.desk, indicator, point, where))
    if traced.desk.chosen.view is View.SHARED:
        st.caption(say("explained.shared"))
        _statement(read_definitions.sql_of(traced.desk.actor, traced.desk.house, indicator.id))
        return
    desk = traced.desk
    found = rows_behind.hand_ins(desk.actor, desk.house, indicator.id, where, desk.chosen.as_of)
    st.markdown(who_is_counted(found, has_rounds=indicator.has_rounds))
    _hand_ins(desk, found)
    _statement(rows_behind.statement_of(desk.actor, desk.house, indicator.id, where, desk.chosen.as_of))
    rows_shown.show(desk, indicator, where, counted=sum(each.counted for each in found), key=key)


def who_is_counted(found: Sequence[HandInBehind], *, has_rounds: bool) -> str:
    """`Looked at: 350 rows. Of these 300 came due, 240 are of people interviewed, and 231 are counted.`"""
    parts = {
        name: sum(getattr(each, name) for each in found) for name in ("looked_at", "due", "interviewed", "counted")
    }
    told = {name: numbers.count(number) for name, number in parts.items()}
    left_out = parts["interviewed" if has_rounds else "looked_at"] - parts["counted"]
    key = f"explained.{'who' if has_rounds else 'which'}_{'and_left_out' if left_out > 0 else 'all'}"
    return say(key, **told, left_out=numbers.count(max(left_out, 0)))


def _choose(known: Sequence[Point], names: Mapping[str, str], key: str) -> Point:
    if len(known) == 1:
        return known[0]
    keys = [point.key for point in known]
    chosen = st.selectbox(
        say("explained.which"),
        keys,
        index=len(keys) - 1,
        format_func=lambda each: names.get(each, each),
        key=f"{key}_which",
        width=420,
    )
    return next(point for point in known if point.key == chosen)


def _how(desk: Desk, indicator: Indicator, point: Point, where: Where) -> str:
    """`157 of 231 make **68 %**.` What is withheld, or of a risk, has no such sum."""
    value = scale_of(indicator).of(point)
    figure = _figure(desk, indicator, where) if desk.chosen.view is View.PROGRAMME else None
    if figure is None or figure.denominator is None or indicator.kind in (Kind.COUNT, Kind.TIME_TO_EVENT):
        return say("explained.value", value=value)
    counted = numbers.count(figure.denominator)
    if indicator.kind is Kind.MEDIAN:
        return say("explained.median", value=value, counted=counted)
    if indicator.kind is Kind.MEAN:
        return say("explained.mean", value=value, counted=counted, total=numbers.exact(figure.numerator or 0))
    return say("explained.share", value=value, counted=counted, holding=numbers.count(figure.numerator or 0))


def _figure(desk: Desk, indicator: Indicator, where: Where) -> Figure | None:
    of_point = {name: codes for name, codes in where.items() if desk.chosen.where.get(name) != codes}
    return next(iter(desk.figures([indicator], (), **of_point)), None)


def _hand_ins(desk: Desk, found: Sequence[HandInBehind]) -> None:
    """Receipt, country and day: what the person sees of hand-ins elsewhere too."""
    if not desk.actor.may(Deed.SEE_SUBMISSIONS):
        st.caption(say("explained.hand_ins_not_shown"))
        return
    known = {each.id: each for each in submissions.history(desk.actor, desk.house)}
    told = [(known[each.submission], each) for each in found if each.submission in known]
    columns = {
        say("screens.history.id"): [str(hand_in.id) for hand_in, _ in told],
        say("screens.history.country"): [labels.country_name(hand_in.country) for hand_in, _ in told],
        say("screens.history.on"): [numbers.day(hand_in.handed_in_at.date()) for hand_in, _ in told],
        say("explained.counted"): [numbers.count(each.counted) for _, each in told],
        say("explained.looked_at"): [numbers.count(each.looked_at) for _, each in told],
    }
    tables.aligned(columns, right=list(columns)[3:], alt=say("explained.hand_ins"))


def _statement(sql: str) -> None:
    with st.expander(say("explained.sql")):
        st.code(sql, language="sql")
