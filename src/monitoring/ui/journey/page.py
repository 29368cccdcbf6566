"""What the page of the return itself shows before its numbers one by one: the steps, the waits, groups side by side."""

from collections.abc import Mapping

import streamlit as st

from monitoring.domain.figures import View
from monitoring.domain.indicator import Of
from monitoring.ui import alts, domain_sections, explained, numbers, palette, tables
from monitoring.ui.charts import rows
from monitoring.ui.charts.draw import draw
from monitoring.ui.choices import choose_one
from monitoring.ui.explained import Traced
from monitoring.ui.findings.steps import of_referrals, of_steps
from monitoring.ui.journey.steps import FEWEST, STEPS, Journey, Step, by_group, name_of, read
from monitoring.ui.plain_text import for_markdown
from monitoring.ui.points import Point, State, scale_of
from monitoring.ui.reading import Desk
from monitoring.words import say

NO_BREAK = "\u00a0"


def show(desk: Desk) -> None:
    """Steps on the left, waits and the survey of 2018 on the right; below, every step by country and by route."""
    journey = read(desk)
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(say("journey.title"), anchor=False)
        st.markdown(_said(journey))
        if any(each.point.state is not State.MISSING for each in journey.steps):
            _steps(desk, journey)
    with right:
        st.header(say("journey.waits"), anchor=False)
        _waits(journey)
        st.header(say("journey.elsewhere"), anchor=False)
        st.caption(say("journey.survey_of_2018"))
    if journey.returns != 0:
        _side_by_side(desk)


def _said(journey: Journey) -> str:
    """Of returns, and then of referrals, which are counted apart: one person may have several."""
    of_returns = [each.point for each in journey.steps if each.indicator.of is not Of.REFERRAL]
    others = [of_referrals(each.point) for each in journey.steps if each.indicator.of is Of.REFERRAL]
    return " ".join(filter(None, [of_steps(of_returns, _names(journey), journey.returns), *others]))


def _names(journey: Journey) -> dict[str, str]:
    return {each.indicator.id: each.name for each in (*journey.steps, *journey.waits)}


def _steps(desk: Desk, journey: Journey) -> None:
    drawn = [rows.Row(each.name, each.point, scale_of(each.indicator)) for each in journey.steps]
    points, names = [each.point for each in journey.steps], _names(journey)
    alt = alts.of_groups(say("journey.title"), points, names, drawn[0].scale)
    draw(rows.rows_chart(drawn, palette.current()), alt=alt, key="journey_chart", height=rows.height(drawn))
    states = {point.state for point in points}
    shown = [state for state in (State.FEW, State.MISSING, State.WITHHELD) if state in states]
    of_states = [say("journey.missing" if each is State.MISSING else f"screens.key.{each}") for each in shown]
    st.caption(" · ".join([say("journey.key"), *of_states]))
    wanted, is_asked = explained.toggles("journey")
    if wanted:
        tables.of_points(points, names, drawn[0].scale, head=say("journey.step_head"), alt=say("journey.title"))
    if is_asked:
        members = {each.indicator.id: each.indicator for each in (*journey.steps, *journey.waits)}
        told = [*points, *(each.point for each in journey.waits)]
        explained.show(Traced(desk, members=members), journey.steps[0].indicator, told, names, key="journey_behind")


def _waits(journey: Journey) -> None:
    """Medians: half of those who were met, or whose service began, waited no longer."""
    if not any(each.point.is_known for each in journey.waits):
        withheld = any(each.point.state is State.WITHHELD for each in journey.waits)
        st.markdown(say("screens.says.withheld" if withheld else "journey.no_waits"))
        return
    columns = {
        say("journey.wait_head"): [each.name for each in journey.waits],
        say("screens.table.days"): [_wait(each) for each in journey.waits],
        say("screens.table.counted"): [_known(each.point) for each in journey.waits],
    }
    tables.aligned(columns, right=list(columns)[1:], alt=say("journey.waits"))
    st.caption(say("journey.waits_note"))


def _wait(each: Step) -> str:
    if each.point.is_known:
        return scale_of(each.indicator).of(each.point)
    return "[c]" if each.point.state is State.WITHHELD else "[x]"


def _known(point: Point) -> str:
    if point.n is None:
        return "–"
    return say("journey.n_of", n=numbers.count(point.n), all=numbers.count(point.due or 0))


def _side_by_side(desk: Desk) -> None:
    """All steps as rows, groups as columns: by country, or by the way people came home."""
    offered = ["country"] if desk.chosen.country is None else []
    offered += ["return_route"] if desk.chosen.view is View.PROGRAMME else []
    if not offered:
        return
    st.header(say("journey.side_by_side"), anchor=False)
    words = {each: say(f"journey.by.{each}") for each in offered}
    by = choose_one(say("journey.by.label"), words, key="journey_by")
    names = domain_sections.group_names(desk, by)
    found = by_group(desk, by, list(names))
    if not found:
        st.markdown(say("journey.says.nobody_home"))
        return
    columns = {say("journey.step_head"): [name_of(id_) for id_ in STEPS]}
    columns |= {for_markdown(names[key]): [_cell(points, id_) for id_ in STEPS] for key, points in found.items()}
    tables.aligned(columns, right=list(columns)[1:], alt=f"{say('journey.side_by_side')}: {words[by]}")
    st.caption(say("journey.side_by_side_note", n=FEWEST))


def _cell(points: Mapping[str, Point], id_: str) -> str:
    """A cell on one line: a phone scrolls the table sideways rather than break `64 % of 22` in three."""
    return _cell_words(points, id_).replace(" ", NO_BREAK)


def _cell_words(points: Mapping[str, Point], id_: str) -> str:
    """`64 % of 22`; of fewer than five files only how many; of fewer than twenty with the hollow dot of a chart."""
    point = points.get(id_)
    if point is None or point.state is State.MISSING:
        return "[x]"
    if point.state is State.WITHHELD:
        return "[c]"
    if (point.n or 0) < FEWEST:
        return say("journey.too_few", n=numbers.count(point.n or 0))
    value = say("screens.work.of", value=numbers.percent(point.value or 0), people=numbers.count(point.n or 0))
    return f"○ {value}" if point.state is State.FEW else value
