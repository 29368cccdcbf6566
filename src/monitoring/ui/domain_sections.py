"""The sections of a domain page: over rounds, the same people, over quarters, by group. Each is one block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from monitoring.domain.figures import View
from monitoring.domain.form import Choice
from monitoring.domain.indicator import Indicator, Kind
from monitoring.domain.period import Quarter
from monitoring.services import places
from monitoring.ui import behind, block, filters, labels, risk, risk_by_provider, same_people
from monitoring.ui.block import Block
from monitoring.ui.charts.axes import round_name
from monitoring.ui.explained import Traced
from monitoring.ui.findings import groups
from monitoring.ui.points import Point, State, scale_of
from monitoring.ui.reading import Desk, one_round
from monitoring.words import has, say

QUARTERS = 12
"""How many quarters a chart shows where no period is chosen."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One number as the page shows it: its points over rounds (none where it has no rounds) and its main one."""

    desk: Desk
    indicator: Indicator
    rounds: tuple[Point, ...]
    reference: Point

    def block(self, name: str, dimension: str | None = None, **also: tuple[str, ...]) -> Block:
        """A block whose points are of a dimension, at the filters that the page adds to its own; None: not traced."""
        traced = None if dimension is None else Traced(self.desk, dimension, also)
        return Block(self.indicator, self.desk.catalogue, f"{self.indicator.domain}_{name}", traced)

    @property
    def moment(self) -> str:
        """The round of the breakdowns, or the time of a risk, as the end of a heading."""
        if self.indicator.kind is Kind.TIME_TO_EVENT:
            return say("screens.domain.within")
        return say("screens.domain.at_round", round=round_name(self.reference.key)) if self.rounds else ""


def over_time(shown: Shown) -> None:
    """Over rounds, and beside it what became of the same people."""
    if not shown.rounds:
        return
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(say("screens.domain.over_rounds"), anchor=False)
        block.over_rounds(shown.block("rounds", "round"), shown.rounds)
    if shown.desk.chosen.view is View.PROGRAMME:
        with right:
            same_people.show(shown.desk, shown.indicator, shown.reference.key)


def by_months(shown: Shown) -> None:
    """A risk by time since return: what is known of 6, 12 and 24 months, and how many are still followed."""
    if shown.indicator.kind is not Kind.TIME_TO_EVENT or shown.desk.chosen.view is View.SHARED:
        return
    risk.show(shown.desk, shown.indicator, shown.reference)
    if shown.desk.chosen.country is not None and shown.desk.may_break_down(shown.indicator, "provider"):
        risk_by_provider.show(shown.desk, shown.indicator, group_names(shown.desk, "provider"))


def over_quarters(shown: Shown) -> None:
    """By the calendar, and beside it how many people stand behind the page's main number."""
    desk, indicator = shown.desk, shown.indicator
    if indicator.kind is Kind.TIME_TO_EVENT or not desk.may_break_down(indicator, "quarter"):
        return  # a risk has its own calendar
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(say("screens.domain.over_quarters"), anchor=False)
        points = desk.points(indicator, "quarter", quarters_shown(desk, indicator))
        running = str(Quarter.of(desk.chosen.day))
        block.over_quarters(shown.block("quarters", "quarter"), points, running)
    with right:
        behind.show(shown.desk, shown.indicator, shown.reference, has_rounds=bool(shown.rounds), moment=shown.moment)


def quarters_shown(desk: Desk, indicator: Indicator) -> list[str]:
    """The chosen period, or the last three years; a number that no period narrows shows the last three years too."""
    where = desk.chosen.for_indicator(indicator)
    all_of = [str(each) for each in filters.last_quarters(desk.chosen.day, filters.QUARTERS)]
    first = where.get("quarter_from", (all_of[-QUARTERS],))[0]
    last = where.get("quarter_to", (all_of[-1],))[0]
    return [each for each in all_of if first <= each <= last]


def breakdowns(shown: Shown) -> None:
    """By country or provider, by gender and by age: in two columns, only those that the number allows."""
    desk, indicator = shown.desk, shown.indicator
    is_one = desk.chosen.country is not None
    wanted = [] if is_one else ["country"]
    if desk.chosen.view is View.PROGRAMME:
        routes = ["return_route"] if indicator.domain == "return" else []
        wanted += [*(["provider"] if is_one else []), *routes, "gender", "age_band"]
    allowed = [name for name in wanted if desk.may_break_down(indicator, name)]
    left, right = st.columns(2, gap="large")
    for at, name in enumerate(allowed):
        with left if at == 0 else right:  # places are many, answers few: one tall column beside two short ones
            _by(shown, name)
    if desk.chosen.view is View.PROGRAMME and not is_one and desk.may_break_down(indicator, "provider"):
        left.caption(f":material/info: {say('screens.domain.provider_needs_country')}")
    kept_back = [say(f"screens.filters.names.{name}") for name in wanted if name not in allowed]
    if kept_back:
        names = labels.listed([labels.lowered(each) for each in kept_back])
        st.caption(f":material/info: {say('screens.domain.not_broken_down', names=names)}")


def _by(shown: Shown, dimension: str) -> None:
    desk, indicator = shown.desk, shown.indicator
    st.header(say(f"screens.domain.by_{dimension}") + shown.moment, anchor=False)
    names = group_names(desk, dimension)
    points = desk.points(indicator, dimension, names, **one_round(indicator, shown.reference.key))
    if dimension in ("gender", "age_band", "return_route"):
        points = tuple(each for each in points if each.due or each.state is not State.MISSING)
    if not points:
        st.caption(say("screens.domain.nobody_here"))
        return
    said = _said(dimension, points, names, indicator)
    about = shown.block(dimension, dimension, **one_round(indicator, shown.reference.key))
    block.by_group(about, points, names, head=say(f"screens.table.{dimension}"), said=said)


def _said(dimension: str, points: Sequence[Point], names: Mapping[str, str], indicator: Indicator) -> str:
    """A provider's name comes from an upload and would be a ranking: neither may stand in the sentence."""
    scale = scale_of(indicator)
    if dimension == "provider":
        return groups.of_providers(points, scale)
    of_named = groups.of_countries if dimension == "country" else groups.of_answers
    return of_named(points, names, scale)


def group_names(desk: Desk, dimension: str) -> dict[str, str]:
    """Code -> name, in the order of the alphabet for places and of the codebook for answers."""
    if dimension == "country":
        return {code: labels.country_name(code) for code in desk.chosen.countries}
    if dimension == "provider":
        found = places.providers(desk.actor, desk.house, desk.chosen.country)
        only = desk.chosen.where.get("provider")
        return {each.id: each.name for each in found if only is None or each.id in only}
    choices = desk.catalogue.question("survivors", dimension).choices
    only = desk.chosen.where.get(dimension)
    offered = choices.choices if choices else ()
    return {each.code: _group_name(each) for each in offered if only is None or each.code in only}


def _group_name(choice: Choice) -> str:
    """Groups are of several people, answers of one: `Women and girls` where the form offers "Woman or girl"."""
    key = f"screens.groups.{choice.code}"
    return say(key) if has(key) else labels.text_of(choice.label)
