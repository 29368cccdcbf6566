"""The parts of the people page: a table, a form to add, and a form to change one person. Shows no survivor."""

from collections.abc import Callable

import streamlit as st

from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import people
from monitoring.services.house import House
from monitoring.ui import labels, notices, tables
from monitoring.ui.plain_text import for_markdown
from monitoring.words import say

CHANGES: dict[str, Callable[[Actor, House, str], str | None]] = {
    "reset": people.reset,
    "disable": people.disable,
    "enable": people.enable,
}


def table(actor: Actor, house: House) -> None:
    """Everybody, with role, scope and last sign-in. Names may come from an organisation's own sign-in server."""
    everybody = people.everybody(actor, house)
    columns = {
        _say("name"): [for_markdown(each.actor.name) for each in everybody],
        _say("role"): [_role(each.actor.role) for each in everybody],
        _say("scope"): [_scope(each.actor) for each in everybody],
        _say("last"): [each.last_signed_in or _say("never") for each in everybody],
        _say("state"): [_say("disabled" if each.disabled else "active") for each in everybody],
    }
    tables.aligned(columns, right=set(), alt=_say("title"))


def add_form(actor: Actor, house: House) -> None:
    """A new person; the password for the first sign-in is shown once, to be handed over in person."""
    st.subheader(_say("add"), anchor=False)
    with st.form("add_person", clear_on_submit=True):
        name = st.text_input(_say("name"), max_chars=200)
        role = Role(st.selectbox(_say("role"), [role.value for role in Role], format_func=lambda r: _role(Role(r))))
        codes = labels.by_name(house.catalogue.choices["countries"].codes)
        countries = st.multiselect(
            _say("countries"), codes, format_func=labels.country_name, help=_say("countries_help")
        )
        provider = st.text_input(_say("provider"), help=_say("provider_help"), max_chars=40)
        if st.form_submit_button(_say("add"), type="primary"):
            person = Actor(name.strip(), role, frozenset(countries), provider.strip() or None)
            _do(lambda: people.add(actor, house, person), person.name)


def change_form(actor: Actor, house: House) -> None:
    """A new password, shut out, or let in again."""
    st.subheader(_say("change"), anchor=False)
    with st.form("change_person"):
        name = st.selectbox(_say("name"), [each.actor.name for each in people.everybody(actor, house)])
        deed = st.radio(_say("deed"), list(CHANGES), format_func=lambda deed: _say(f"deeds.{deed}"))
        if st.form_submit_button(_say("do")):
            _do(lambda: CHANGES[deed](actor, house, name), name)


def _do(deed: Callable[[], str | None], name: str) -> None:
    try:
        password = deed()
    except Refusal as refusal:
        notices.refused(refusal)
        return
    st.success(_say("done", name=for_markdown(name)), icon=":material/check:")
    if password:
        st.markdown(_say("password", name=for_markdown(name)))
        st.code(password, language=None)


def _role(role: Role) -> str:
    return say(f"screens.people.roles.{role}")


def _scope(person: Actor) -> str:
    if person.provider:
        return for_markdown(person.provider)
    return ", ".join(labels.country_name(code) for code in sorted(person.countries)) or _say("everywhere")


def _say(key: str, **facts: object) -> str:
    return say(f"screens.people.{key}", **facts)
