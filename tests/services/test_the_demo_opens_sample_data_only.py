"""The demo has a switch to look through anybody's eyes; so it opens nothing but invented data."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.bootstrap import NotSampleData, open_demo, open_house
from monitoring.domain.people import Actor, Role
from monitoring.settings import Settings


@pytest.fixture
def settings(tmp_path):
    """A sample of nothing: what is loaded is not what is looked at here."""
    sample = tmp_path / "sample"
    (sample / "good").mkdir(parents=True)
    return Settings(
        data=tmp_path / "data", key_file=tmp_path / "key", today=date(2026, 6, 1), sample_data=sample, demo=True
    )


def test_a_folder_with_people_of_its_own_is_refused_and_left_as_it_was(settings):
    real = open_house(replace(settings, demo=False))
    real.people.add(Actor("Mina", Role.PROGRAMME_MANAGER))
    real.store.close()

    with pytest.raises(NotSampleData):
        open_demo(settings)

    again = open_house(replace(settings, demo=False))
    assert [person.name for person, _ in again.people.all()] == ["Mina"]
    again.store.close()


def test_a_folder_that_the_demo_made_opens_again(settings):
    open_demo(settings).store.close()

    house = open_demo(settings)

    assert house.store.note("origin") == "sample"
    house.store.close()
