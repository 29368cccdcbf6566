"""Real servers for all tests of the gate, an empty and a furnished one; each test signs in anew."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from real_server import PEOPLE, Server, add_people, serve
from sample_names import OWN_PROVIDER, load_samples

from monitoring.access.people import PeopleBook


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Shared by all tests of the gate; each signs in anew."""
    folder = tmp_path_factory.mktemp("served")
    second_steps = add_people(folder / "data")
    for each in serve(folder):
        each.second_steps.update(second_steps)
        yield each


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Three countries' sample workbooks behind the gate. Tests leave it as they found it."""
    folder = tmp_path_factory.mktemp("furnished")
    second_steps = add_people(folder / "data")
    own = replace(PEOPLE["provider"], provider=OWN_PROVIDER, countries=frozenset({"MD"}))
    PeopleBook(folder / "data" / "people.sqlite").change_scope(own)
    load_samples(folder)
    for each in serve(folder):
        each.second_steps.update(second_steps)
        yield each


@pytest.fixture
def fresh_limits(server: Server) -> None:
    with server.people.file.open() as book:
        book.execute("delete from attempts")
