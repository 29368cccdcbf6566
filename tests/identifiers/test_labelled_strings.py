"""The gate finds what it says it finds, in five languages, and hardly ever cries wolf. Printed by tests/identifiers."""

import pytest
from labelled import BARE, BATCHES, batch, labelled, report, share_found

from monitoring.protection.identifiers.kinds import Kind

STRINGS = labelled()
LANGUAGES = ("en", "fr", "es", "pt", "ar")
PATTERN_KINDS = sorted({each.kind for each in STRINGS if each.kind and each.kind != BARE} - {Kind.NAME})


def test_there_are_enough_strings_of_each_language():
    counts = [sum(each.language == language for each in STRINGS) for language in LANGUAGES]

    assert len(STRINGS) >= 200
    assert min(counts) >= 50
    assert len({(each.place, each.text) for each in STRINGS}) == len(STRINGS)


@pytest.mark.parametrize("kind", PATTERN_KINDS)
def test_nearly_all_that_has_a_pattern_is_found(kind):
    found, of = share_found(each for each in STRINGS if each.kind == kind)

    assert found >= 0.95 * of, report()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_found_by_its_heading(language):
    found, of = share_found(
        each for each in STRINGS if (each.language, each.place, each.kind) == (language, "heading", "name")
    )

    assert found == of >= 6, report()


def test_false_alarms_are_rare():
    alarms, of = share_found(each for each in STRINGS if not each.kind)

    assert alarms <= 0.02 * of, report()


@pytest.mark.parametrize("name", BATCHES)
def test_of_every_batch_nearly_all_is_found_and_hardly_anything_is_a_false_alarm(name):
    strings = batch(name)
    found, telling = share_found(each for each in strings if each.kind)
    alarms, harmless = share_found(each for each in strings if not each.kind)

    assert len(strings) >= 60
    assert found >= 0.95 * telling, report()
    assert alarms <= max(1, 0.02 * harmless), report()


def test_bare_names_are_found_only_as_far_as_the_list_of_names_goes():
    """The figure is printed, not promised: what no list knows passes, so free text about people is never stored."""
    found, of = share_found(each for each in STRINGS if each.kind == BARE)

    assert 0 < found < of


def test_the_printed_figures_have_every_kind_and_language():
    printed = report()

    assert all(f": {kind}" in printed for kind in (*PATTERN_KINDS, Kind.NAME, BARE))
    assert all(f" {language}" in printed.splitlines()[2] for language in LANGUAGES)
