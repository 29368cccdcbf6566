"""Scores of the RSS and the ASO are range-checked and summed up, never stored, and missing is never 0."""

from dataclasses import replace

import pytest
from instrument_files import codes, plain_sheet, told, tried

from monitoring.domain.profile import Direction, Item, Weights
from monitoring.domain.verdict import Verdict

RSS = ("economic_reintegration_score", "social_reintegration_score", "psychosocial_score", "composite_score")
FREQUENCY = ("often", "sometimes", "never")


def scores(*values):
    return dict(zip(RSS, values, strict=True))


def item(id_, domain, **more):
    return Item(id_, domain, {"en": id_.title(), "fr": id_.title()}, (f"col_{id_}",), **more)


def with_items(profile, *items):
    return replace(profile, items=items)


def summary(result, name):
    return next(each for each in result.report.summaries if each.name == name)


def test_the_four_score_columns_are_accepted_and_summed_up(catalogue):
    rows = [scores(0.5, 1, "0.25", 0.4), scores(0.7, "", None, "don't know")]
    result = tried(catalogue, "rss", plain_sheet(rows))

    assert result.checked.verdict is Verdict.READY
    assert [(each.name, each.rows, each.answered, each.mean) for each in result.report.summaries] == [
        (RSS[0], 2, 2, pytest.approx(0.6)),
        (RSS[1], 2, 1, 1.0),
        (RSS[2], 2, 1, 0.25),
        (RSS[3], 2, 1, 0.4),
    ]
    assert result.checked.tables == {}


def test_a_score_that_cannot_be_counts_as_missing_not_as_zero(catalogue):
    rows = [scores(56, -0.1, "high", "0,5"), scores(0.5, 0.5, 0.5, 0.5)]
    result = tried(catalogue, "rss", plain_sheet(rows))

    assert sorted(told(result)) == [
        ("not_a_score", "C2", RSS[2]),
        ("score_out_of_range", "A2", RSS[0]),
        ("score_out_of_range", "B2", RSS[1]),
    ]
    assert [(each.answered, each.mean) for each in result.report.summaries] == [(1, 0.5), (1, 0.5), (1, 0.5), (2, 0.5)]
    assert result.checked.sheets[0].ready == 1


def test_exactly_zero_is_looked_at_twice_for_a_known_program_writes_it_for_missing(catalogue):
    result = tried(catalogue, "rss", plain_sheet([scores(0, 0.5, 0.5, 0.5)]))

    assert result.checked.verdict is Verdict.READY
    assert told(result, "warning") == [("zero_may_be_missing", "A2", RSS[0])]


def test_nobody_scored_is_no_mean_at_all(catalogue):
    result = tried(catalogue, "rss", plain_sheet([scores(None, None, None, None)]))

    assert [(each.answered, each.mean) for each in result.report.summaries] == [(0, None)] * 4
    assert codes(result) == {"no_rows_filled_in"}


def test_no_remembered_item_counts_before_it_is_ticked(catalogue):
    rss = catalogue.profiles["rss"]

    assert len(rss.items) == 27
    assert rss.items_in_use == ()
    assert not [item for item in rss.items if item.names]
    assert tried(catalogue, "rss", plain_sheet([scores(0.5, 0.5, 0.5, 0.5)])).report.drafts_off == 27


def test_without_weights_a_dimension_is_unweighted_and_says_so(catalogue):
    rss = with_items(
        catalogue.profiles["rss"],
        item("food", "economic", steps=FREQUENCY),
        item("debt", "economic", minimum=1, maximum=5, direction=Direction.DOWN),
    )
    rows = [{"col_food": "Never", "col_debt": 1}, {"col_food": "often", "col_debt": 3}]
    economic = summary(tried(catalogue, rss, plain_sheet(rows)), "economic")

    assert (economic.answered, economic.mean) == (2, pytest.approx((1.0 + 0.25) / 2))
    assert economic.says["en"] == "Unweighted; not comparable with IOM composite scores."
    assert (economic.lowest.item, economic.lowest.mean) == ("food", 0.5)


def test_with_the_offices_weights_their_version_stands_beside(catalogue):
    rss = with_items(
        catalogue.profiles["rss"], item("food", "economic", steps=FREQUENCY), item("debt", "economic", steps=FREQUENCY)
    )
    weights = Weights("2019, typed by A and checked by B", "Annex 4", {"food": 3, "debt": 1})
    rows = [{"col_food": "never", "col_debt": "often"}]
    result = tried(catalogue, rss, plain_sheet(rows), weights=weights)

    assert summary(result, "economic").mean == pytest.approx(0.75)
    assert summary(result, "economic").says["en"] == (
        "Weighted with the office's own weights, version 2019, typed by A and checked by B."
    )
    assert result.report.weights == "2019, typed by A and checked by B"


@pytest.fixture
def aso(catalogue):
    parts = (
        item("abuse", "safety"),
        item("threats", "safety"),
        item("managing", "safety"),
        item("health", "physical_wellbeing"),
    )
    return with_items(catalogue.profiles["aso"], *parts)


def test_a_good_mean_never_hides_the_lowest_sub_domain(catalogue, aso):
    rows = [
        {"col_abuse": 4, "col_threats": 1, "col_managing": 4, "col_health": 4},
        {"col_abuse": 4, "col_threats": 2, "col_managing": "not applicable", "col_health": "NA"},
        {"col_abuse": 4, "col_threats": None, "col_managing": 4, "col_health": None},
    ]
    result = tried(catalogue, aso, plain_sheet(rows))
    safety, health = summary(result, "safety"), summary(result, "physical_wellbeing")

    assert result.checked.verdict is Verdict.READY
    assert (safety.rows, safety.answered, safety.mean) == (3, 2, 3.0)  # the third answered two of three: below 80 %
    assert (safety.lowest.item, safety.lowest.mean, safety.lowest.answered) == ("threats", 1.5, 2)
    assert safety.lowest_of_people == {"1": 1, "2": 1, "4": 1}
    assert (health.answered, health.mean, health.small) == (1, 4.0, True)


def test_only_whole_numbers_from_one_to_four_are_answers(catalogue, aso):
    rows = [{"col_abuse": 2.5, "col_threats": 0, "col_managing": "good", "col_health": 5}]

    assert sorted(told(tried(catalogue, aso, plain_sheet(rows)))) == [
        ("not_a_whole_score", "A2", "col_abuse"),
        ("not_a_whole_score", "C2", "col_managing"),
        ("score_out_of_range", "B2", "col_threats"),
        ("score_out_of_range", "D2", "col_health"),
    ]


def test_a_domain_without_most_of_its_columns_has_no_mean(catalogue, aso):
    safety = summary(tried(catalogue, aso, plain_sheet([{"col_abuse": 4, "col_health": 4}])), "safety")

    assert (safety.answered, safety.mean) == (0, None)


def test_nothing_of_a_cell_is_ever_said(catalogue, aso):
    marker = "Zqxmarker"
    result = tried(
        catalogue, aso, plain_sheet([dict.fromkeys(["col_abuse", "col_threats", "col_health", "Zqxheading"], marker)])
    )

    assert len(told(result)) == 3
    assert "zqx" not in str((result.checked.problems, result.report)).casefold()
