"""A formula in words is made of the formula itself, so the two cannot disagree; what has no words stays a formula."""

import pytest

from monitoring.derive.codebook.formula import Names, formula


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("true", "everybody looked at"),
        ("housing_type = 'rented'", "“What kind of place do you live in?” is “Rented home”"),
        ("housing_type is not null", "“What kind of place do you live in?” is answered"),
        ("housing_type is null", "“What kind of place do you live in?” is not answered"),
        ("housing_type not in ('own')", "“What kind of place do you live in?” is none of “Own home”"),
        ("basics_met__toilet", "“Which of these do you have where you live?” names “A toilet”"),
        ("who5_1 >= 2", "“I have felt cheerful and in good spirits” is 2 or more"),
        ("100 * housing_standard__score", "100 × the score of “How good is the place you live in?”"),
        ("not emergency_money", "not: “If you suddenly needed money, could you get it from someone you trust?” is yes"),
        ("was_interviewed and came_due", "the person was interviewed and the round came due"),
        ("greatest(who5_1, 1) > 3", "`GREATEST(who5_1, 1)` is more than 3"),
    ],
)  # fmt: skip
def test_an_expression_is_told_in_the_labels_of_what_it_speaks_of(catalogue, expression, told):
    assert formula(expression, Names.of(catalogue, "follow_ups"), "en") == told


def test_it_is_told_in_french_as_well(catalogue):
    names = Names.of(catalogue, "follow_ups")

    assert formula("housing_type = 'rented'", names, "fr").endswith("est « Logement loué »")


def test_every_indicator_can_be_told_in_both_languages(catalogue):
    for indicator in catalogue.indicators.values():
        names = Names.of(catalogue, indicator.form)
        for language in ("en", "fr"):
            assert formula(indicator.numerator, names, language)
            assert formula(indicator.denominator, names, language)
