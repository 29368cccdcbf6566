"""Names stand in receipts and in the log: nobody can be added who reads like somebody else."""

import pytest

from monitoring.access.people import NameTaken, PeopleBook
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.services.people import check_scope


@pytest.mark.parametrize(
    "name", ["Ada ", "A  da", "А" + "da", "two\nlines", "<b>x</b>", "=1+1", "[a](b)", "Ａda", "Ada\u200b"]
)
def test_a_name_that_is_not_plain_is_refused(name, catalogue):
    with pytest.raises(Refusal) as refusal:
        check_scope(catalogue, Actor(name, Role.FUNDER))

    assert refusal.value.reason == "name_not_plain"


@pytest.mark.parametrize("name", ["Mina", "Moldova office", "N'Golo O'Brien-Smith", "ليلى حسن", "Люда 2", "Zoë"])
def test_plain_names_of_any_script_are_taken(name, catalogue):
    check_scope(catalogue, Actor(name, Role.FUNDER))


def test_a_name_that_differs_only_in_capitals_is_taken_already(tmp_path):
    book = PeopleBook(tmp_path / "people.sqlite")
    book.add(Actor("Ada", Role.FUNDER))

    with pytest.raises(NameTaken):
        book.add(Actor("ada", Role.PROGRAMME_MANAGER))


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (Actor("Ada", Role.FUNDER, provider="MD-01"), "only_providers_have_one"),
        (Actor("Ada", Role.ADMINISTRATOR, frozenset({"MD"})), "administrator_has_no_countries"),
    ],
)
def test_a_scope_that_fits_no_role_is_refused(person, reason, catalogue):
    with pytest.raises(Refusal) as refusal:
        check_scope(catalogue, person)

    assert refusal.value.reason == reason
