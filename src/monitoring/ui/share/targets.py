"""Targets beside what is shared, and the form in which managers set them."""

import streamlit as st

from monitoring.domain.people import Actor, Deed
from monitoring.domain.refusal import Refusal
from monitoring.domain.target import Target
from monitoring.services import targets
from monitoring.services.house import House
from monitoring.ui import labels, notices
from monitoring.ui.labels import text_of
from monitoring.ui.share import summary
from monitoring.words import say, spoken


def show(actor: Actor, house: House, country: str | None) -> None:
    """The table, with the rule of its lights; for managers the form below it."""
    may_set = actor.may(Deed.SET_TARGETS) and not (country is None and actor.countries)
    found = targets.table(actor, house, country, spoken())
    summary.table(found)
    if found is None and may_set:
        st.header(_say("title"), anchor=False)
    if may_set:
        _form(actor, house, country)


def _form(actor: Actor, house: House, country: str | None) -> None:
    shares = [each.id for each in house.catalogue.indicators.values() if each.is_share and each.offered]
    with st.expander(_say("set")), st.form("set_target", clear_on_submit=True):
        id_ = st.selectbox(
            _say("indicator"), shares, format_func=lambda id_: text_of(house.catalogue.indicators[id_].label, spoken())
        )
        left, middle, right = st.columns(3)
        baseline = left.number_input(_say("baseline_percent"), 0, 100, None)
        milestone = middle.number_input(_say("milestone_percent"), 0, 100, None)
        target = right.number_input(_say("target_percent"), 0, 100, 50)
        due = st.date_input(_say("due"), value=house.today, format="YYYY-MM-DD")
        if st.form_submit_button(_say("keep"), type="primary"):
            share = None if milestone is None else milestone / 100
            made = Target(id_, country, (baseline or 0) / 100, target / 100, due, share)
            _keep(actor, house, made, has_baseline=baseline is not None)


def _keep(actor: Actor, house: House, target: Target, *, has_baseline: bool) -> None:
    try:
        targets.set_target(actor, house, target, has_baseline=has_baseline)
    except Refusal as refusal:
        notices.refused(refusal)
        return
    place = say("briefs.everywhere") if target.country is None else labels.country_name(target.country, spoken())
    st.success(_say("kept", place=place), icon=":material/check:")


def _say(key: str, **facts: object) -> str:
    return say(f"targets.{key}", **facts)
