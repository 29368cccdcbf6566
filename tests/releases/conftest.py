"""A programme of four countries, accepted and ready to be released, and two managers who may.

Its folder is made once for all tests; each test opens a copy of its own, where it needs one with a release in it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from programme import KEY, MANAGER, SECOND, Kept, accept, house_of, opened

from monitoring.domain.catalogue import Catalogue
from monitoring.domain.people import Actor
from monitoring.domain.release import Release
from monitoring.domain.submission import Submission
from monitoring.services import releases
from monitoring.services.house import House
from monitoring.store.store import Store


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Kept:
    folders = Kept(*(tmp_path_factory.mktemp("kept") / name for name in ("programme", "built", "released")))
    with opened(folders.programme, catalogue) as house:
        accept(house, "BD", 80, secure=45)
        accept(house, "MD", 60, secure=30)
        accept(house, "NG", 90, secure=40)
        accept(house, "AL", 7, secure=3)
    copytree(folders.programme, folders.built)
    with opened(folders.built, catalogue) as house:
        releases.build(MANAGER, house)
    copytree(folders.built, folders.released)
    with opened(folders.released, catalogue) as house:
        releases.approve(SECOND, house, 1)
    return folders


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path, catalogue: Catalogue) -> Iterator[Store]:
    """An empty database, or a copy of the folder that the test names: programme, built or released."""
    for name in ("released", "built", "programme"):
        if name in request.fixturenames:
            copytree(getattr(request.getfixturevalue("kept"), name), tmp_path, dirs_exist_ok=True)
            break
    opened = Store(tmp_path / "data", KEY, catalogue)
    yield opened
    opened.close()


@pytest.fixture
def house(tmp_path: Path, store: Store, catalogue: Catalogue) -> Iterator[House]:
    opened = house_of(tmp_path, store, catalogue)
    yield opened
    opened.releases.close()


@pytest.fixture
def second() -> Actor:
    return SECOND


@pytest.fixture
def accepted(house: House) -> Callable[..., Submission]:
    """accepted("MD", 60, secure=30), in the test's own house."""

    def do(country: str, people: int, **also: int) -> Submission:
        return accept(house, country, people, **also)

    return do


@pytest.fixture
def programme(house: House) -> House:
    """Bangladesh with 80 people, Moldova 60, Nigeria 90, Albania 7: each told of once, a year after return."""
    return house


@pytest.fixture
def built(house: House) -> Release:
    """The programme's first release, built by Mina."""
    return house.releases.all()[0]


@pytest.fixture
def released(house: House) -> House:
    """The programme, its first release approved by Noor."""
    return house
