"""No mutant of a workbook takes the process down that has it read. `make fuzz` reads tens of thousands."""

import pytest
from originals import originals
from readers import Reader

MUTANTS = 300


@pytest.fixture
def reader(catalogue):
    made = Reader(catalogue, originals(catalogue), checks=4)
    yield made
    made.close()


def test_mutants_are_refused_or_read_and_nothing_is_raised(reader):
    for number in range(MUTANTS):
        reader.read(number)

    counts = reader.counts
    assert (counts.parent_deaths, counts.read + counts.refused.total()) == ([], MUTANTS)
    assert counts.read > 50
    assert counts.refused["unreadable_workbook"] > 50
    assert counts.checked > 10
    assert counts.most_megabytes < 1_000
