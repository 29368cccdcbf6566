"""Fragments, callbacks and forms run without the top of the page: they get nobody further than the page would."""

import ast
from collections import defaultdict
from collections.abc import Iterator

import httpx2
import pytest
from real_server import PEOPLE, Server, opened, run, run_aside, run_page
from sample_names import ALL
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from table_of_doors import CALLBACKS, FRAGMENTS

from monitoring.domain.people import Actor, Role
from monitoring.settings import ROOT

RUN_BY = {"on_click", "on_change", "on_submit", "on_select"}
SIGNED_OUT = b"You are signed out"
ADIL = PEOPLE["administrator"]


def screens() -> Iterator[tuple[str, ast.Module]]:
    for path in [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "src/monitoring/ui").rglob("*.py")]:
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_every_fragment_and_callback_is_entered_in_the_table():
    fragments, callbacks = set(), defaultdict(list)
    for path, tree in screens():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in ("fragment", "dialog"):
                fragments.add(path)
            if isinstance(node, ast.keyword) and node.arg in RUN_BY:
                callbacks[path].append(ast.unparse(node.value))

    assert fragments == FRAGMENTS
    assert {path: sorted(found) for path, found in callbacks.items()} == CALLBACKS


def fragment_in(messages: list[ForwardMsg]) -> str:
    """The id of the one part of a page that runs alone."""
    (found,) = {each.delta.fragment_id for each in messages if each.WhichOneof("type") == "delta"} - {""}
    return found


def refreshed(fragment: str) -> ClientState:
    return ClientState(fragment_id=fragment, is_auto_rerun=True)


@pytest.mark.usefixtures("fresh_limits")
def test_a_fragment_shows_none_of_the_page_around_it(furnished: Server):
    async def look(client: httpx2.Client) -> tuple[bytes, bytes]:
        async with opened(furnished, client) as line:
            page, messages = await run(line, ClientState(page_name="providers", query_string="country=MD"))
            return page, (await run(line, refreshed(fragment_in(messages))))[0]

    with furnished.signed_in("manager") as client:
        page, part = run_aside(look(client))

    assert [any(name.encode() in shown for name in ALL) for shown in (page, part)] == [True, False]


@pytest.mark.usefixtures("fresh_limits")
def test_a_fragment_of_somebody_disabled_meanwhile_clears_the_page(server: Server):
    async def look(client: httpx2.Client) -> bytes:
        async with opened(server, client) as line:
            _, messages = await run(line, ClientState(page_name="codebook"))
            server.people.disable(PEOPLE["analyst"].name)
            return (await run(line, refreshed(fragment_in(messages))))[0]

    with server.signed_in("analyst") as client:
        after = run_aside(look(client))
        server.people.enable(PEOPLE["analyst"].name)

    assert SIGNED_OUT in after


def filled_in(messages: list[ForwardMsg], name: str) -> ClientState:
    """What the administrator's browser sends when the form for a new person is filled in and sent."""
    new = [each.delta.new_element for each in messages if each.WhichOneof("type") == "delta"]
    texts = [each.text_input.id for each in new if each.text_input.form_id == "add_person"]
    (roles,) = [each.selectbox for each in new if each.selectbox.form_id == "add_person"]
    (button,) = [each.button.id for each in new if each.button.form_id == "add_person"]
    state = ClientState(page_name="people")
    state.widget_states.widgets.add(id=texts[0], string_value=name)
    state.widget_states.widgets.add(id=roles.id, string_value=roles.options[0])
    state.widget_states.widgets.add(id=button, trigger_value=True)
    return state


def added(server: Server, who: str, name: str, *, meanwhile: Role = Role.ADMINISTRATOR) -> bool:
    """Whether a person was added by sending the administrator's form in that person's session."""

    async def send(form_of: httpx2.Client, client: httpx2.Client) -> None:
        async with opened(server, form_of) as line:
            _, messages = await run(line, ClientState(page_name="people"))
        async with opened(server, client) as line:
            await run_page(line, "people")
            server.people.change_scope(Actor(ADIL.name, meanwhile))
            await run(line, filled_in(messages, name))

    with server.signed_in("administrator") as form_of, server.signed_in(who) as client:
        try:
            run_aside(send(form_of, client))
        finally:
            server.people.change_scope(ADIL)
    return name in {person.name for person, _ in server.people.all()}


@pytest.mark.usefixtures("fresh_limits")
@pytest.mark.parametrize("who", PEOPLE)
def test_the_administrators_form_sent_by_somebody_else_does_nothing(server: Server, who: str):
    assert added(server, who, f"Added by {who}") == (who == "administrator")


@pytest.mark.usefixtures("fresh_limits")
def test_a_form_that_was_open_when_the_role_was_taken_away_does_nothing(server: Server):
    assert not added(server, "administrator", "Added too late", meanwhile=Role.FUNDER)
