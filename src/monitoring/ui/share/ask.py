"""The form with which rows are asked for, and what such rows hold. Shows no count: filters alone would tell some."""

from collections.abc import Callable

import streamlit as st

from monitoring.domain.export import EXPORT_FORMATS, ExportRequest
from monitoring.domain.people import Actor
from monitoring.domain.refusal import Refusal
from monitoring.services import export_requests, export_tables, places
from monitoring.services.house import House
from monitoring.ui import labels, notices, tables
from monitoring.ui.labels import text_of
from monitoring.words import say, spoken


def form(actor: Actor, house: House) -> None:
    """Purpose, ethics reference, countries, rounds and formats; filed when sent."""
    with st.form("ask_for_rows", clear_on_submit=True):
        purpose = st.text_input(_say("purpose"), max_chars=200, help=_say("purpose_help"))
        ethics = st.text_input(_say("ethics"), max_chars=80, help=_say("ethics_help"))
        codes = labels.by_name(places.countries(actor, house))
        countries = st.multiselect(_say("countries"), codes, format_func=labels.country_name, placeholder=_say("all"))
        months = [str(each.months) for each in house.catalogue.rounds]
        rounds = st.multiselect(_say("rounds"), months, placeholder=_say("all"))
        formats = st.multiselect(_say("formats"), EXPORT_FORMATS, default=EXPORT_FORMATS, format_func=format_name)
        if st.form_submit_button(_say("ask"), type="primary"):
            chosen = {"country": tuple(countries), "round": tuple(rounds)}
            where = {name: codes for name, codes in chosen.items() if codes}
            wanted = export_requests.Wanted(purpose, where, tuple(formats) or EXPORT_FORMATS, ethics or None)
            _try(lambda: export_requests.ask(actor, house, wanted))


def table_form(actor: Actor, house: House) -> None:
    """Where rows would say too little: a table, answered in a release."""
    shown = [each.id for each in house.catalogue.indicators.values() if each.offered]
    with st.expander(_say("table")), st.form("ask_for_table", clear_on_submit=True):
        st.markdown(_say("table_what"))
        purpose = st.text_input(_say("purpose"), max_chars=200, help=_say("purpose_help"), key="table_purpose")
        id_ = st.selectbox(
            _say("table_number"),
            shown,
            format_func=lambda id_: text_of(house.catalogue.indicators[id_].label, spoken()),
        )
        by = st.multiselect(
            _say("table_by"),
            house.catalogue.releases.dimensions,
            max_selections=export_tables.MOST_DIMENSIONS,
            format_func=dimension_name,
        )
        if st.form_submit_button(_say("table_ask")):
            _try(lambda: export_tables.ask(actor, house, export_tables.WantedTable(purpose, id_, tuple(by))))


def dimension_name(name: str) -> str:
    return say(f"releases.dimensions.{name}")


def what_is_in_it(actor: Actor, house: House) -> None:
    """What rows hold, and by what people could be recognised and are hidden."""
    plan = house.catalogue.exports
    persons = house.catalogue.forms["survivors"]
    st.header(_say("inside"), anchor=False)
    st.markdown(_say("hidden", k=plan.rules.smallest, l=plan.rules.different))
    names = [persons.question(each.question) for each in plan.quasi_identifiers]
    tables.plain({_say("recognised_by"): [text_of(each.label) for each in names if each]}, alt=_say("recognised_by"))
    given = len(plan.given.of_person) + len(plan.given.of_round) + len(plan.given.scores)
    st.caption(_say("given", n=given))


def format_name(name: str) -> str:
    return say(f"exports.formats.{name}")


def _try(ask: Callable[[], ExportRequest]) -> None:
    try:
        request = ask()
    except Refusal as refusal:
        notices.refused(refusal)
        return
    st.success(_say("filed", id=request.id), icon=":material/check:")


def _say(key: str, **facts: object) -> str:
    return say(f"exports.page.{key}", **facts)
