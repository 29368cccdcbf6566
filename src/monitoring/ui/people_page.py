"""The parts of the people page: a table, and forms to add and to change one person. Shows no survivor."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import people
from monitoring.services.house import House
from monitoring.ui import labels, notices, numbers, tables
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
        _say("role"): [f"{_role(each.actor.role)}, {_scope(each.actor)}" for each in everybody],
        _say("last"): [_moment(each.last_signed_in) for each in everybody],
        _say("state"): [_say("disabled" if each.disabled else "active") for each in everybody],
    }
    tables.plain(columns, alt=_say("title"))


def add_form(actor: Actor, house: House) -> None:
    """A new person; the password for the first sign-in is shown once, to be handed over in person."""
    st.header(_say("add"), anchor=False)
    with st.form("add_person", clear_on_submit=True):
        name = st.text_input(_say("name"), max_chars=200)
        role, countries, provider = _role_and_scope(house, "add")
        if st.form_submit_button(_say("add"), type="primary") and _are_chosen(role):
            person = Actor(name.strip(), Role(role), countries, provider)
            _do(lambda: people.add(actor, house, person), person.name)


def change_form(actor: Actor, house: House) -> None:
    """A new password, shut out, or let in again."""
    st.header(_say("change"), anchor=False)
    with st.form("change_person"):
        name = _choose(actor, house, "change")
        deed = st.radio(_say("deed"), list(CHANGES), index=None, format_func=lambda deed: _say(f"deeds.{deed}")) or ""
        if st.form_submit_button(_say("do")) and _are_chosen(name, deed):
            _do(lambda: CHANGES[deed](actor, house, name), name)


def scope_form(actor: Actor, house: House) -> None:
    """Another role or scope, which counts at once, also where the person is signed in."""
    st.header(_say("scope_change"), anchor=False)
    with st.form("scope_person"):
        name = _choose(actor, house, "scope")
        role, countries, provider = _role_and_scope(house, "scope")
        if st.form_submit_button(_say("give")) and _are_chosen(name, role):
            person = Actor(name, Role(role), countries, provider)
            _do(lambda: people.change_scope(actor, house, person), person.name)


def _choose(actor: Actor, house: House, form: str) -> str:
    """A name; blank until one is chosen: nothing is done to whoever happens to stand first."""
    names = [each.actor.name for each in people.everybody(actor, house)]
    return st.selectbox(_say("name"), names, index=None, placeholder=_say("choose"), key=f"{form}_name") or ""


def _role_and_scope(house: House, form: str) -> tuple[str, frozenset[str], str | None]:
    """As they stand in the form, no role until one is chosen; whether they fit each other, the service says."""
    roles, key = [role.value for role in Role], f"{form}_role"
    role = st.selectbox(
        _say("role"),
        roles,
        index=None,
        placeholder=_say("choose"),
        format_func=lambda role: _role(Role(role)),
        key=key,
    )
    codes = labels.by_name(house.catalogue.choices["countries"].codes)
    countries = st.multiselect(
        _say("countries"),
        codes,
        format_func=labels.country_name,
        help=_say("countries_help"),
        key=f"{form}_countries",
    )
    provider = st.text_input(_say("provider"), help=_say("provider_help"), max_chars=40, key=f"{form}_provider")
    return role or "", frozenset(countries), provider.strip() or None


def _are_chosen(*answers: str | None) -> bool:
    if all(answers):
        return True
    st.warning(_say("choose_first"), icon=":material/arrow_upward:")
    return False


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
    if person.role is Role.ADMINISTRATOR:
        return _say("no_records")
    if person.provider:
        return for_markdown(person.provider)
    return ", ".join(labels.country_name(code) for code in sorted(person.countries)) or _say("everywhere")


def _moment(when: str | None) -> str:
    return numbers.moment(datetime.fromisoformat(when)) + " UTC" if when else _say("never")


def _say(key: str, **facts: object) -> str:
    return say(f"screens.people.{key}", **facts)
