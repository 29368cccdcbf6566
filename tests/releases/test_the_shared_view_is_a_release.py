"""Whoever sees releases alone reads the approved file, and nothing is counted for them."""

from shutil import copytree

import pytest

from monitoring.bootstrap import open_releases_alone
from monitoring.domain.figures import FigureRequest, View
from monitoring.domain.people import Actor, Role
from monitoring.domain.refusal import Refusal
from monitoring.services import places
from monitoring.services.read_figures import read_figures
from monitoring.settings import Settings


def asked(*by, **where):
    return FigureRequest(("housing_secure",), by, {name: (code,) for name, code in where.items()}, view=View.SHARED)


def figures(actor, house, request):
    return {
        tuple(code for _, code in each.group): (each.withheld, each.denominator)
        for each in read_figures(actor, house, request)
    }


def reason(actor, house, request):
    with pytest.raises(Refusal) as refusal:
        read_figures(actor, house, request)
    return refusal.value.reason


def test_figures_are_those_of_the_release(released, funder):
    assert figures(funder, released, asked("country", "round")) == {
        ("AL", "12"): (True, None),
        ("BD", "12"): (False, 80),
        ("MD", "12"): (False, 60),
        ("NG", "12"): (False, 90),
    }


def test_a_slice_is_grouped_as_asked(released, funder):
    assert figures(funder, released, asked("round", country="NG")) == {("12",): (False, 90)}


def test_what_is_handed_in_later_is_not_seen_before_the_next_release(released, accepted, funder):
    before = figures(funder, released, asked("country", "round"))
    accepted("MD", 200, secure=10, from_=1000)

    assert figures(funder, released, asked("country", "round")) == before


def test_before_the_first_release_is_approved_there_is_nothing(programme, built, funder):
    assert reason(funder, programme, asked("round")) == "no_release_yet"
    assert places.countries(funder, programme) == ()


def test_no_table_is_there_that_the_catalogue_does_not_have_and_no_free_filter(released, funder):
    tables = [asked("country", "gender"), asked("gender", country="MD"), asked("country")]
    filters = [asked("country", name) for name in ("provider", "quarter", "return_route")]

    assert {reason(funder, released, each) for each in tables} == {"no_such_released_table"}
    assert {reason(funder, released, each) for each in filters} == {"not_in_shared_view"}


def test_nothing_is_added_up(released, funder):
    request = FigureRequest(("housing_secure",), ("round",), {"country": ("MD", "NG")}, view=View.SHARED)

    assert reason(funder, released, request) == "one_of_each_in_shared_view"


def test_a_funder_of_one_country_sees_a_part_of_the_same_cells(released):
    of_moldova = Actor("Frida", Role.FUNDER, frozenset({"MD"}))

    assert figures(of_moldova, released, asked("country", "round")) == {("MD", "12"): (False, 60)}
    assert reason(of_moldova, released, asked("round", country="NG")) == "not_your_country"
    assert places.countries(of_moldova, released) == ("MD",)


def test_a_manager_may_look_at_the_shared_view_and_sees_the_same(released, manager, funder):
    request = asked("country", "round")

    assert figures(manager, released, request) == figures(funder, released, request)


def test_releases_are_read_where_there_is_no_case_database_at_all(released, funder, tmp_path):
    settings = Settings(data=tmp_path / "elsewhere", key_file=tmp_path / "other", today=released.today, pinned=True)
    copytree(released.settings.releases, settings.releases)
    settings.release_key_file.write_bytes(released.settings.release_key_file.read_bytes())
    settings.release_key_file.chmod(0o600)
    alone = open_releases_alone(settings)

    assert figures(funder, alone, asked("country", "round")) == figures(funder, released, asked("country", "round"))
    assert sorted(path.name for path in settings.data.rglob("*.duckdb")) == ["release-0001.duckdb"]
    with pytest.raises(Refusal) as refusal:
        read_figures(Actor("Mina", Role.PROGRAMME_MANAGER), alone, FigureRequest(("housing_secure",), ("round",)))
    assert refusal.value.reason == "releases_only"
