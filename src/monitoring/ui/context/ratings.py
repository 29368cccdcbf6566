"""How people around survivors rate a side of life, beside what survivors themselves answer on the same side.

Two different questions put to different people: drawn on one line so that one sees whether they point the same way,
never subtracted from each other.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from monitoring.ui import alts, block, explained, numbers, palette, tables
from monitoring.ui.charts import rows
from monitoring.ui.charts.draw import draw
from monitoring.ui.explained import Traced
from monitoring.ui.findings.ratings import Rated, of_ratings
from monitoring.ui.labels import text_of
from monitoring.ui.points import Point, Scale, State, point_of, scale_of
from monitoring.ui.reading import REFERENCE, Desk
from monitoring.words import say

SURVIVORS_SAY = {
    "community_housing": "housing_score",
    "community_jobs": "income_score",
    "community_services": "help_all_met",
    "community_acceptance": "stigma_score",
    "community_safety": "safety_score",
    "community_justice": "legal_access",
}
"""What sessions rate, and the survivors' figure of the same side of life: its score where it has one."""

SCALE = Scale("points", "sessions")


def show(desk: Desk) -> None:
    """One row a side of life; where fewer than three sessions spoke of it, that is said and not drawn."""
    ratings, answers = _points(desk, SURVIVORS_SAY), _points(desk, SURVIVORS_SAY.values(), round=(REFERENCE,))
    st.header(say("context.ratings.title"), anchor=False)
    if not any(point.is_known for point in ratings.values()):
        st.markdown(say("context.ratings.too_few"))
        return
    names = {id_: text_of(desk.catalogue.indicators[id_].each) for id_ in SURVIVORS_SAY}
    pairs = [(id_, ratings[id_], answers[other]) for id_, other in SURVIVORS_SAY.items()]
    said = [Rated(names[id_], rating, answer) for id_, rating, answer in pairs]
    st.markdown(of_ratings(said))
    drawn = [rows.Row(names[id_], rating, SCALE, beside=answer.value) for id_, rating, answer in pairs]
    alt = alts.of_groups(say("context.ratings.title"), [rating for _, rating, _ in pairs], names, SCALE)
    draw(rows.rows_chart(drawn, palette.current()), alt=alt, key="ratings_chart", height=rows.height(drawn))
    absent = [rating for _, rating, _ in pairs if not rating.is_known]
    st.caption(" · ".join([say("context.ratings.key"), *block.key_words(absent)]))
    wanted, is_asked = explained.toggles("ratings")
    if wanted:
        _table(desk, names, ratings, answers)
    if is_asked:
        members = {id_: desk.catalogue.indicators[id_] for id_ in names}
        explained.show(
            Traced(desk, members=members), next(iter(members.values())), list(ratings.values()), names, key="ratings"
        )


def _points(desk: Desk, ids: Iterable[str], **also: tuple[str, ...]) -> Mapping[str, Point]:
    wanted = [desk.catalogue.indicators[id_] for id_ in dict.fromkeys(ids)]
    found = {each.indicator: each for each in desk.figures(wanted, (), **also)}
    return {each.id: point_of(found.get(each.id), each, each.id) for each in wanted}


def _table(desk: Desk, names: Mapping[str, str], ratings: Mapping[str, Point], answers: Mapping[str, Point]) -> None:
    declared = desk.catalogue.indicators
    other = {id_: declared[SURVIVORS_SAY[id_]] for id_ in names}
    columns = {
        say("context.ratings.side"): list(names.values()),
        say("context.ratings.around"): [_words(ratings[id_], SCALE) for id_ in names],
        say("context.ratings.sessions"): [_number(ratings[id_]) for id_ in names],
        say("context.ratings.question"): [text_of(each.label) for each in other.values()],
        say("context.ratings.survivors"): [_words(answers[each.id], scale_of(each)) for each in other.values()],
        say("screens.table.answered"): [_number(answers[each.id]) for each in other.values()],
    }
    right = [name for at, name in enumerate(columns) if at in (1, 2, 4, 5)]
    tables.aligned(columns, right=right, alt=say("context.ratings.title"))


def _words(point: Point, scale: Scale) -> str:
    if not point.is_known:
        return "[c]" if point.state is State.WITHHELD else "[x]"
    if point.low is None or point.high is None:
        return scale.of(point)
    limits = say("screens.number.range", low=scale.bare(point.low), high=scale.words(point.high))
    return f"{scale.of(point)} ({limits})"


def _number(point: Point) -> str:
    return "–" if point.n is None else numbers.count(point.n)
