"""The worked examples in the declarations are tests: each comes out as it says, through the real store and SQL."""

import pytest

from monitoring.domain.figures import DIMENSIONS
from monitoring.services.worked_examples import run_examples

ISSUE_TWO = {"attempted", "reached", "interviewed", "people_supported", "re_trafficked"}


@pytest.fixture(scope="session")
def outcomes(catalogue):
    return run_examples(catalogue)


def test_every_worked_example_holds(outcomes):
    broken = [
        (one.indicator.id, one.place, one.numerator, one.denominator, one.column) for one in outcomes if not one.holds
    ]

    assert broken == []


def test_every_indicator_has_two_worked_examples(catalogue):
    assert [each.id for each in catalogue.indicators.values() if len(each.examples) < 2] == []


def test_there_are_three_indicators_in_each_of_the_four_domains_and_those_of_follow_up(catalogue):
    for domain in ("housing", "income", "stigma", "wellbeing"):
        assert len(catalogue.indicators_of(domain)) >= 3
    assert set(catalogue.indicators) >= ISSUE_TWO


def test_a_wrong_example_is_caught(catalogue):
    from dataclasses import replace

    indicator = catalogue.indicators["housing_secure"]
    example = replace(indicator.examples[0], numerator=99)
    wrong = replace(catalogue, indicators={indicator.id: replace(indicator, examples=(example,))})

    assert [one.holds for one in run_examples(wrong)] == [False]


def test_breakdowns_that_are_declared_exist(catalogue):
    for indicator in catalogue.indicators.values():
        assert set(indicator.break_down_by or ()) <= set(DIMENSIONS)
