"""What helps and what makes things harder, level by level: as sessions with people around name it, as survivors do."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from monitoring.domain.catalogue import Catalogue
from monitoring.services.community import Community, Named, community
from monitoring.statistics.intervals import wilson
from monitoring.ui import explained, labels, numbers, palette, tables
from monitoring.ui.charts.draw import draw
from monitoring.ui.charts.mirror import Pair, height, mirror_chart
from monitoring.ui.explained import Traced
from monitoring.ui.findings import face
from monitoring.ui.findings import levels as findings
from monitoring.ui.labels import text_of
from monitoring.ui.points import FEW, Point, Scale, State, point_of
from monitoring.ui.reading import REFERENCE, Desk
from monitoring.words import say

SCALE = Scale("percent", "sessions")
OF_PEOPLE = Scale("percent", "answered")
FEWEST = 5
"""Of fewer people than this no share is told."""


def show(desk: Desk, country: str) -> None:
    """Side by side on one scale: people around on the left, survivors on the right."""
    around = community(desk.actor, desk.house, country, desk.chosen.as_of)
    st.header(say("context.levels.title"), anchor=False)
    st.markdown(say("context.levels.what"))
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(say("context.levels.around"), anchor=False)
        _around(around, desk.catalogue)
    with right:
        st.subheader(say("context.levels.survivors"), anchor=False)
        of_survivors(desk, REFERENCE, key="context")


def of_survivors(desk: Desk, round_: str, *, key: str) -> None:
    """Of those who answered in the round; also on the page of their own words."""
    pairs = _of_people(desk, round_)
    known = [each for each in pairs if each.helps.is_known or each.hinders.is_known]
    if not known:
        st.markdown(say("screens.says.withheld" if _is_withheld(pairs) else "context.levels.nobody"))
        return
    st.markdown(findings.of_survivors(pairs))
    _draw(pairs, OF_PEOPLE, key=f"{key}_survivors")
    behind = face.of_points(point for each in pairs for point in (each.helps, each.hinders))
    st.caption(" · ".join(filter(None, [behind, say("context.levels.key_survivors")])))
    if st.toggle(say("explained.ask"), key=f"{key}_survivors_behind"):
        _behind(desk, pairs, round_, key=f"{key}_survivors_behind")


def _behind(desk: Desk, pairs: Sequence[Pair], round_: str, *, key: str) -> None:
    """Both sides of each level, one after the other."""
    points = [point for each in pairs for point in (each.helps, each.hinders)]
    sides = [say(f"context.levels.{side}") for side in ("helps", "hinders")]
    names = {
        point.key: f"{each.name}: {side}"
        for each in pairs
        for point, side in zip((each.helps, each.hinders), sides, strict=True)
    }
    members = {point.key: desk.catalogue.indicators[point.key] for point in points}
    traced = Traced(desk, also={"round": (round_,)}, members=members)
    explained.show(traced, members[points[0].key], points, names, key=key)


def _around(around: Community, catalogue: Catalogue) -> None:
    st.caption(findings.of_sessions(around, _names(catalogue, "community_tools")))
    if not around.levels:
        st.markdown(say("context.levels.too_few"))
        return
    pairs = [_pair(each, around.of, catalogue) for each in around.levels]
    st.markdown(findings.of_community(pairs, around.of))
    _draw(pairs, SCALE, key="context_around")
    st.caption(say("context.levels.key_around", n=numbers.count(around.of)))
    _factors(around, catalogue)


def _factors(around: Community, catalogue: Catalogue) -> None:
    names = _names(catalogue, "factors")
    rows = [(level, each) for level, named in around.factors.items() for each in named]
    if not rows:
        st.caption(say("context.levels.no_factor"))
        return
    levels = _names(catalogue, "factor_levels")
    columns = {
        say("context.levels.level"): [levels[level] for level, _ in rows],
        say("context.levels.factor"): [names[each.code] for _, each in rows],
        say("context.levels.helps"): [numbers.count(each.helps) for _, each in rows],
        say("context.levels.hinders"): [numbers.count(each.hinders) for _, each in rows],
    }
    with st.expander(say("context.levels.factors")):
        tables.aligned(columns, right=list(columns)[2:], alt=say("context.levels.factors"))


def _draw(pairs: Sequence[Pair], scale: Scale, *, key: str) -> None:
    said = [f"{each.name} {_words(each.helps, scale)} / {_words(each.hinders, scale)}" for each in pairs]
    alt = say("context.levels.alt", said=labels.listed(said))
    draw(mirror_chart(pairs, scale, palette.current()), alt=alt, key=f"{key}_chart", height=height(pairs))
    if st.toggle(say("screens.see_as_table"), key=f"{key}_table"):
        columns = {
            say("context.levels.level"): [each.name for each in pairs],
            say("context.levels.helps"): [_words(each.helps, scale, with_range=True) for each in pairs],
            say("context.levels.hinders"): [_words(each.hinders, scale, with_range=True) for each in pairs],
            say(f"context.levels.of_{scale.people}"): [
                "–" if each.helps.n is None else numbers.count(each.helps.n) for each in pairs
            ],
        }
        tables.aligned(columns, right=list(columns)[1:], alt=alt)


def _words(point: Point, scale: Scale, *, with_range: bool = False) -> str:
    if not point.is_known:
        return "[c]" if point.state is State.WITHHELD else "[x]"
    if not with_range or point.low is None or point.high is None:
        return scale.of(point)
    limits = say("screens.number.range", low=scale.bare(point.low), high=scale.words(point.high))
    return f"{scale.of(point)} ({limits})"


def _pair(each: Named, of: int, catalogue: Catalogue) -> Pair:
    name = _names(catalogue, "factor_levels")[each.code]
    return Pair(name, _share(each.code, each.helps, of), _share(each.code, each.hinders, of))


def _share(code: str, number: int, of: int) -> Point:
    low, high = wilson(number, of) or (0.0, 1.0)
    state = State.FEW if of < FEW else State.KNOWN
    return Point(code, state, 100 * number / of, 100 * low, 100 * high, of)


def _of_people(desk: Desk, round_: str) -> list[Pair]:
    """Of fewer than five who answered no share is told: it would be what one of them said."""
    codes = [each.code for each in desk.catalogue.choices["factor_levels"].choices]
    wanted = [desk.catalogue.indicators[f"{side}_{code}"] for side in ("helped", "hindered") for code in codes]
    found = {each.indicator: each for each in desk.figures(wanted, (), round=(round_,))}
    points = {each.id: point_of(found.get(each.id), each, each.id) for each in wanted}
    told = {
        id_: replace(point, state=State.MISSING, value=None, low=None, high=None) if _is_of_few(point) else point
        for id_, point in points.items()
    }
    names = _names(desk.catalogue, "factor_levels")
    return [Pair(names[code], told[f"helped_{code}"], told[f"hindered_{code}"]) for code in codes]


def _is_of_few(point: Point) -> bool:
    return point.is_known and (point.n or 0) < FEWEST


def _is_withheld(pairs: Sequence[Pair]) -> bool:
    return any(State.WITHHELD in (each.helps.state, each.hinders.state) for each in pairs)


def _names(catalogue: Catalogue, choices: str) -> dict[str, str]:
    return {each.code: text_of(each.label) for each in catalogue.choices[choices].choices}
