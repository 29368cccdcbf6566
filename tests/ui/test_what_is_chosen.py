"""Filters as codes and in words, and which of them a number follows."""

from dataclasses import replace
from datetime import date

from invented_points import HOME

from monitoring.domain.figures import View
from monitoring.ui.chosen import Chosen, in_words, left_out_in_words

CHOSEN = Chosen(
    countries=("AL", "MD"),
    today=date(2026, 6, 1),
    view=View.PROGRAMME,
    where={"country": ("MD",), "gender": ("woman_or_girl",), "quarter_from": ("2025-Q1",), "provider": ("MD-1",)},
    providers={"MD-1": "**Oak**"},
)
HARM = replace(HOME, break_down_by=("country", "round"), filter_by=("country", "round", "quarter_from"))


def test_the_choice_is_written_out_in_words(catalogue):
    said = in_words(CHOSEN, catalogue)

    assert said == (
        "Showing **Moldova** · woman or girl · \\*\\*Oak\\*\\* · from January to March 2025 on "
        "· as reported on **1 June 2026**"
    )


def test_no_choice_is_everyone_everywhere(catalogue):
    said = in_words(replace(CHOSEN, where={}), catalogue)

    assert said == "Showing **All countries** · everyone · as reported on **1 June 2026**"


def test_a_number_on_harm_follows_place_and_time_only():
    assert CHOSEN.for_indicator(HARM) == {"country": ("MD",), "quarter_from": ("2025-Q1",)}
    assert CHOSEN.left_out(HARM) == ("gender", "provider")
    assert left_out_in_words(("gender", "provider")) == (
        "Shown for **everyone** instead: this number is never narrowed to gender and service provider."
    )


def test_every_other_number_follows_every_filter():
    assert CHOSEN.left_out(HOME) == ()


def test_the_shared_view_follows_the_country_only():
    assert replace(CHOSEN, view=View.SHARED).for_indicator(HOME) == {"country": ("MD",)}


def test_naming_the_only_country_narrows_nothing():
    one = replace(CHOSEN, countries=("MD",), where={"country": ("MD",)})

    assert [one.is_narrowed, replace(one, countries=("AL", "MD")).is_narrowed] == [False, True]
