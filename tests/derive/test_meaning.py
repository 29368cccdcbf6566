"""What gives a figure its meaning: the fingerprint changes with it, and with nothing else."""

from dataclasses import replace

import pytest

from monitoring.derive.meaning import fingerprint, questions_used


def with_indicator(catalogue, name, **changes):
    changed = replace(catalogue.indicators[name], **changes)
    return replace(catalogue, indicators={**catalogue.indicators, name: changed})


def print_of(catalogue, name):
    return fingerprint(catalogue, catalogue.indicators[name])


@pytest.mark.parametrize(
    "changes",
    [
        {"label": {"en": "Other words", "fr": "D'autres mots"}},
        {"caution": {"en": "Careful", "fr": "Attention"}},
        {"version": 9},
        {"order": 3},
        {"long_list": None},
        {"examples": ()},
        {"numerator": "housing_type in ('own', 'rented', 'host_family')   and\n may_stay_six_months"},
    ],
)
def test_words_and_white_space_are_not_the_meaning(catalogue, changes):
    assert print_of(with_indicator(catalogue, "housing_secure", **changes), "housing_secure") == print_of(
        catalogue, "housing_secure"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"numerator": "housing_type in ('own', 'rented') and may_stay_six_months"},
        {"denominator": "housing_type is not null"},
        {"answered": "housing_type is not null"},
        {"kind": "mean"},
        {"of": "survivor"},
        {"unit": "points"},
        {"at_least": 5},
    ],
)
def test_whatever_the_figure_is_counted_with_is_the_meaning(catalogue, changes):
    assert print_of(with_indicator(catalogue, "housing_secure", **changes), "housing_secure") != print_of(
        catalogue, "housing_secure"
    )


def test_the_scale_behind_a_score_is_part_of_the_meaning(catalogue):
    question = catalogue.question("follow_ups", "housing_standard")
    form = catalogue.forms["follow_ups"]
    flipped = tuple(replace(each, flipped=True) if each == question else each for each in form.questions)
    other = replace(catalogue, forms={**catalogue.forms, "follow_ups": replace(form, questions=flipped)})

    assert print_of(other, "housing_standard") != print_of(catalogue, "housing_standard")
    assert print_of(other, "housing_secure") == print_of(catalogue, "housing_secure")


def test_a_computed_column_is_part_of_the_meaning_of_what_is_made_of_it(catalogue):
    form = catalogue.forms["follow_ups"]
    changed = tuple(replace(each, answered_share=0.5) if each.name == "stigma_items" else each for each in form.derived)
    other = replace(catalogue, forms={**catalogue.forms, "follow_ups": replace(form, derived=changed)})

    assert print_of(other, "stigma_low") != print_of(catalogue, "stigma_low")
    assert print_of(other, "discrimination") == print_of(catalogue, "discrimination")


def test_the_questions_behind_a_figure_are_found_through_its_computed_columns(catalogue):
    used = questions_used(catalogue, catalogue.indicators["wellbeing_who5"])

    assert [(form.name, question.name) for form, question in used if form.name == "follow_ups"] == [
        ("follow_ups", f"who5_{item}") for item in range(1, 6)
    ]


def test_a_code_that_is_spelt_like_a_question_is_no_question(catalogue):
    changed = with_indicator(catalogue, "housing_secure", numerator="housing_type = 'private'", denominator="true")

    assert [each.name for _, each in questions_used(changed, changed.indicators["housing_secure"])] == ["housing_type"]
