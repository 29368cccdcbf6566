"""A comparison that cannot fail proves nothing: what is altered on one side only must be noticed, each time."""

from dataclasses import replace

import pytest
from comparison import Asked, compared
from generated import generated
from smallest import smallest

from monitoring.domain.indicator import Kind

BY_COUNTRY = (Asked(("country",)),)
SMALL_MISTAKES = {
    "housing_secure": {"denominator": "housing_type is not null"},
    "plan_in_30_days": {"numerator": "plan_date <= return_date + interval '31 days'"},
    "housing_unstable": {"numerator": "housing_type = 'no_fixed_place' or moves_last_three_months > 2"},
    "wellbeing_low": {"numerator": "who5 < 48"},
    "help_gap": {"denominator": "help_needed is not null"},
    "interviewed": {"denominator": "came_due"},
    "own_goal": {"denominator": "own_goal_progress is not null"},
}


@pytest.fixture(scope="module")
def cases(catalogue):
    return generated(catalogue, 80)


def altered(catalogue, changes):
    """The declarations with some indicators changed."""
    changed = {id_: replace(catalogue.indicators[id_], **changes[id_]) for id_ in changes}
    return replace(catalogue, indicators={**catalogue.indicators, **changed})


def only(catalogue, *ids):
    """The declarations with these indicators and no others."""
    return replace(catalogue, indicators={id_: catalogue.indicators[id_] for id_ in ids})


def differing(found):
    return {each.indicator for each in found.differences}


def opposite(indicator):
    """Of a number one more, of a condition its contrary."""
    numeric = indicator.kind in (Kind.MEAN, Kind.MEDIAN)
    return f"({indicator.numerator}) + 1" if numeric else f"not ({indicator.numerator})"


def test_an_altered_numerator_of_any_indicator_is_noticed(catalogue, cases):
    changes = {id_: {"numerator": opposite(each)} for id_, each in catalogue.indicators.items()}

    found = compared(catalogue, cases, BY_COUNTRY, plain=altered(catalogue, changes))

    assert differing(found) == set(catalogue.indicators)


def test_small_mistakes_are_noticed_where_they_are_and_nowhere_else(catalogue, cases):
    found = compared(catalogue, cases, BY_COUNTRY, plain=altered(catalogue, SMALL_MISTAKES))

    assert differing(found) == set(SMALL_MISTAKES)


def test_a_target_day_that_is_a_day_off_is_noticed(catalogue, cases):
    narrow = only(catalogue, "interviewed")
    first, second, *others = narrow.rounds
    moved = replace(narrow, rounds=(first, replace(second, target_day=second.target_day + 1), *others))

    found = compared(narrow, cases, [Asked(("country", "round"))], plain=moved)

    assert differing(found) == {"interviewed"}


def test_a_scale_turned_round_is_noticed(catalogue, cases):
    narrow = only(catalogue, "housing_standard", "stigma_low", "respect")
    form = narrow.forms["follow_ups"]
    turned = tuple(replace(each, flipped=not each.flipped) for each in form.questions)
    other = replace(narrow, forms={**narrow.forms, form.name: replace(form, questions=turned)})

    found = compared(narrow, cases, BY_COUNTRY, plain=other)

    assert differing(found) == {"housing_standard", "stigma_low"}


def test_what_is_shown_of_a_difference_is_as_small_as_it_gets(catalogue, cases):
    narrow = only(catalogue, "knows_help")
    wrong = altered(narrow, {"knows_help": {"numerator": "not knows_where_to_get_help"}})
    poor = sorted(cases, key=lambda each: sum(map(len, each.rows.values())))[:30]
    found = compared(narrow, poor, BY_COUNTRY, plain=wrong)

    case, _ = smallest(narrow, poor, found, plain=wrong)

    assert {form: len(rows) for form, rows in case.rows.items() if rows} == {"survivors": 1, "follow_ups": 1}
