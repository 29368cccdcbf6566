"""Real servers for all tests of the gate, an empty and a furnished one; each test signs in anew."""

from collections.abc import Iterator

import pytest
from real_server import Server, add_people, add_samples, serve
from sample_names import COUNTRIES


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
    add_samples(folder, COUNTRIES.values())
    for each in serve(folder):
        each.second_steps.update(second_steps)
        yield each


@pytest.fixture
def fresh_limits(server: Server) -> None:
    with server.people.file.open() as book:
        book.execute("delete from attempts")
