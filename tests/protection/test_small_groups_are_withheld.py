"""The shared view: what is small is withheld, what would give it away too, and a withheld figure has no numbers."""

from dataclasses import fields, replace

import pytest

from monitoring.domain.figures import Figure
from monitoring.protection.withhold import protect

NUMBERS = ("value", "numerator", "denominator", "low", "high", "due", "interviewed", "answered", "at_risk")


def figure(country, people, *, indicator="housing_secure", numerator=None):
    numerator = people // 2 if numerator is None else numerator
    return Figure(indicator, (("country", country),), 0.5, numerator, people, 0.1, 0.9, people + 5, people, people)


def hidden(figures):
    return [each.group[0][1] for each in figures if each.withheld]


@pytest.mark.parametrize(("people", "expected"), [(10, True), (11, False)])
def test_the_threshold_is_eleven(catalogue, people, expected):
    (shown,) = protect([figure("MD", people)], catalogue.indicators)

    assert shown.withheld is expected


def test_a_withheld_figure_keeps_its_place_and_loses_every_number(catalogue):
    (shown,) = protect([figure("MD", 4)], catalogue.indicators)

    assert shown.group == (("country", "MD"),)
    assert {name: getattr(shown, name) for name in NUMBERS} == dict.fromkeys(NUMBERS)
    assert {each.name for each in fields(Figure)} == {*NUMBERS, "indicator", "group", "withheld", "months"}


def test_one_withheld_country_takes_the_smallest_other_with_it(catalogue):
    shown = protect([figure("AL", 80), figure("MD", 4), figure("NG", 30)], catalogue.indicators)

    assert hidden(shown) == ["MD", "NG"]


def test_two_withheld_countries_hide_each_other(catalogue):
    shown = protect([figure("AL", 80), figure("MD", 7), figure("NG", 6)], catalogue.indicators)

    assert hidden(shown) == ["MD", "NG"]


@pytest.mark.parametrize(("told", "expected"), [(0, False), (1, True), (10, True), (11, False)])
def test_disclosed_harm_is_withheld_where_few_told_of_it(catalogue, told, expected):
    (shown,) = protect([figure("NG", 200, indicator="re_trafficked", numerator=told)], catalogue.indicators)

    assert shown.withheld is expected


def risks(country, people, *affected):
    """The risks of a group by 6, 12 and 24 months."""
    return [
        replace(figure(country, people, indicator="re_trafficked", numerator=number), months=months, at_risk=20)
        for months, number in zip((6, 12, 24), affected, strict=True)
    ]


@pytest.mark.parametrize(
    ("affected", "expected"),
    [((0, 0, 0), False), ((11, 22, 22), False), ((0, 0, 10), True), ((11, 12, 12), True), ((11, 22, 30), True)],
)
def test_risks_by_month_stand_or_fall_together(catalogue, affected, expected):
    shown = protect(risks("NG", 200, *affected), catalogue.indicators)

    assert [(each.withheld, each.months) for each in shown] == [(expected, 6), (expected, 12), (expected, 24)]


def test_withheld_risks_take_another_countrys_with_them(catalogue):
    table = [*risks("AL", 80, 12, 12, 12), *risks("MD", 90, 1, 1, 1), *risks("NG", 200, 0, 0, 0)]

    assert hidden(protect(table, catalogue.indicators)) == ["AL"] * 3 + ["MD"] * 3


def test_rounds_of_a_country_protect_each_other_as_countries_of_a_round_do(catalogue):
    def cell(country, months, people):
        return Figure("housing_secure", (("country", country), ("round", months)), 0.5, people // 2, people)

    table = [cell("AL", "0", 40), cell("AL", "12", 5), cell("NG", "0", 60), cell("NG", "12", 50)]

    shown = protect(table, catalogue.indicators)

    assert [each.withheld for each in shown] == [True, True, True, True]


def test_a_round_in_which_nobody_anywhere_was_asked_is_not_collected_rather_than_withheld(catalogue):
    def cell(country, months, people):
        group = (("country", country), ("round", months))
        return Figure("stigma_low", group, None, 0, people, due=9, interviewed=8, answered=people)

    table = [cell("AL", "3", 0), cell("NG", "3", 0), cell("AL", "6", 0), cell("NG", "6", 40)]

    shown = protect(table, catalogue.indicators)

    assert [each.withheld for each in shown] == [False, False, True, True]
    assert [(each.due, each.interviewed) for each in shown[:2]] == [(None, None), (None, None)]


@pytest.mark.parametrize(
    ("numerators", "expected"),
    [((3, 2), ["MD", "NG"]), ((6, 8), ["AL", "MD", "NG"]), ((0, 0), ["AL", "MD", "NG"])],
)
def test_what_is_withheld_together_could_be_shown_together(catalogue, numerators, expected):
    """The total is known from another table: 6 and 8 of 14 would say that all of them are."""
    few = [figure("MD", 6, numerator=numerators[0]), figure("NG", 8, numerator=numerators[1])]

    shown = protect([figure("AL", 80), *few, figure("PK", 90)], catalogue.indicators)

    assert hidden(shown) == expected


def test_two_that_together_are_fewer_than_eleven_take_a_third_with_them(catalogue):
    shown = protect([figure("AL", 80), figure("MD", 4), figure("NG", 5)], catalogue.indicators)

    assert hidden(shown) == ["AL", "MD", "NG"]
