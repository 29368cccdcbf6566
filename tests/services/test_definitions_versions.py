"""A figure's meaning cannot change unsaid: the record of meanings knows, and a change that is told is let through."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from monitoring.declarations.read import read_catalogue
from monitoring.services import versions
from monitoring.settings import ROOT, read_settings

SOUND = ROOT / "tests" / "declarations" / "sound"
RENTS = "housing/rents.toml"
TOLD = """
[[changes]]
version = 2
on = 2026-06-01
what = { en = "Shelters count too.", fr = "Les foyers comptent aussi." }
"""


@pytest.fixture
def settings(tmp_path: Path):
    """Declarations of one indicator, recorded."""
    copytree(SOUND, tmp_path / "indicators")
    settings = replace(read_settings(data=tmp_path / "data"), declarations=tmp_path / "indicators")
    assert versions.record(settings).new == ("rents",)
    return settings


def edit(settings, *pairs: tuple[str, str], more: str = "", file: str = RENTS) -> None:
    path = settings.declarations / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, "the test itself is broken"
        text = text.replace(old, new, 1)
    path.write_text(text + more, encoding="utf-8")


def found(settings) -> list[tuple[str, str | None]]:
    catalogue = read_catalogue(settings.declarations)
    problems = (*versions.check_changes(catalogue), *versions.compare_with_record(settings, catalogue).problems)
    return [(each.code, each.key) for each in problems]


def not_recorded(settings) -> tuple[str, ...]:
    return versions.compare_with_record(settings, read_catalogue(settings.declarations)).new


OTHER_NUMERATOR = ("home = 'rented'", "home in ('rented', 'shelter')")
SECOND = ('kind = "share"', 'kind = "share"\nversion = 2')


def test_what_is_recorded_and_unchanged_is_fine(settings):
    assert not_recorded(settings) == ()
    assert found(settings) == []


def test_words_may_change_without_a_word(settings):
    edit(settings, ('en = "Rents"', 'en = "Lives for rent"'))

    assert found(settings) == []


def test_a_meaning_that_changed_unsaid_is_reported_and_not_recorded(settings):
    edit(settings, OTHER_NUMERATOR)

    assert found(settings) == [("meaning_changed_unrecorded", "version")]
    assert [each.code for each in versions.record(settings).problems] == ["meaning_changed_unrecorded"]
    assert found(settings) == [("meaning_changed_unrecorded", "version")]


def test_a_new_version_needs_an_entry_that_tells_the_change(settings):
    edit(settings, OTHER_NUMERATOR, SECOND)

    assert found(settings) == [("change_not_told", "changes"), ("meaning_changed_unrecorded", "version")]


def test_a_change_of_meaning_cannot_pass_as_a_change_of_words(settings):
    edit(settings, OTHER_NUMERATOR, SECOND, more=TOLD + 'kind = "wording"\n')

    assert found(settings) == [("meaning_changed_unrecorded", "version")]


def test_a_change_that_is_told_is_recorded_beside_the_former_version(settings):
    edit(settings, OTHER_NUMERATOR, SECOND, more=TOLD)
    before = (found(settings), not_recorded(settings))
    recorded = versions.record(settings)
    lines = (settings.declarations / "versions.toml").read_text(encoding="utf-8").splitlines()

    assert before == ([], ("rents",))
    assert (recorded.problems, recorded.new) == ((), ("rents",))
    assert [line.split(" = ")[0] for line in lines if not line.startswith("#") and line] == ["[rents]", "1", "2"]
    assert found(settings) == []


def test_an_entry_may_not_run_ahead_of_the_version(settings):
    edit(settings, more=TOLD)

    assert found(settings) == [("not_allowed_value", "changes[1].version")]


def test_the_record_is_no_declaration(settings):
    before = read_catalogue(settings.declarations).fingerprint
    edit(settings, more="\n# a remark\n", file="versions.toml")

    assert read_catalogue(settings.declarations).fingerprint == before


def test_the_meanings_of_this_repository_are_recorded():
    settings = read_settings()
    recorded = versions.compare_with_record(settings, read_catalogue(settings.declarations))

    assert (recorded.problems, recorded.new) == ((), ())
