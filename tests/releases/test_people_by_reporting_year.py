"""How many different people in a year, and who they were: by year, gender, age, disability, and nobody in it known."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from monitoring.domain.period import Quarter
from monitoring.domain.release import Shown
from monitoring.domain.reporting_years import ReportingYears
from monitoring.domain.submission import Status
from monitoring.services import releases

RETURNS = (date(2024, 5, 1), date(2025, 5, 1))
APRIL, JANUARY, PROJECT = (ReportingYears(month, 2) for month in (4, 1, 10))


@pytest.mark.parametrize(
    ("years", "told"),
    [
        (
            APRIL,
            {"2025-26": ("2025-Q2", "2026-Q1"), "2024-25": ("2024-Q2", "2025-Q1"), "to_2023-24": (None, "2024-Q1")},
        ),
        (JANUARY, {"2026": ("2026-Q1", "2026-Q1"), "2025": ("2025-Q1", "2025-Q4"), "to_2024": (None, "2024-Q4")}),
        (
            PROJECT,
            {"2025-26": ("2025-Q4", "2026-Q1"), "2024-25": ("2024-Q4", "2025-Q3"), "to_2023-24": (None, "2024-Q3")},
        ),
    ],
)
def test_a_year_begins_when_it_is_declared_to(years, told):
    spans = years.spans(Quarter(2026, 1))

    assert {code: (first and str(first), str(last)) for code, (first, last) in spans.items()} == told


def test_years_begin_with_that_of_the_first_returns():
    spans = replace(APRIL, shown=5, first=2024).spans(Quarter(2026, 1))

    assert {code: (first and str(first), str(last)) for code, (first, last) in spans.items()} == {
        "2025-26": ("2025-Q2", "2026-Q1"),
        "2024-25": (None, "2025-Q1"),
    }


@pytest.fixture
def house(house):
    """As if the programme's first people had come home in 2024-25."""
    plan = house.catalogue.releases
    years = replace(plan, reporting_years=replace(plan.reporting_years, first=2024))
    return replace(house, catalogue=replace(house.catalogue, releases=years))


@pytest.fixture
def returned(house, hand_in, manager):
    """returned(60, 60): so many came home in 2024-25 and in 2025-26; cells of people_returned by place."""

    def do(earlier, later, **life):
        when = [RETURNS[0]] * earlier + [RETURNS[1]] * later
        survivors = [
            {
                "survivor_id": f"MD-{at:04}",
                "return_date": day,
                "gender": "woman_or_girl" if at % 2 else "man_or_boy",
                "disability": at % 3 == 0,
                **life,
            }
            for at, day in enumerate(when)
        ]
        submission = hand_in("MD", survivors=survivors)
        house.store.decide(submission, Status.ACCEPTED, by="Noor", at=datetime(2026, 6, 1, 10), reason=None)
        built = releases.build(manager, house)
        return {
            cell.group: cell.published
            for cell in releases.cells(manager, house, built.id)
            if cell.indicator == "people_returned"
        }

    return do


def counts(cells, **place):
    """Code of the first dimension to what is said of it, in a year."""
    year = ("reporting_year", place["year"])
    return {group[0][1]: said.numerator for group, said in cells.items() if len(group) == 2 and group[1] == year}


def test_each_year_and_who_they_were_is_said_rounded(returned):
    cells = returned(120, 60)

    assert {
        group[0][1]: said.numerator for group, said in cells.items() if group and group[0][0] == "reporting_year"
    } == {
        "2025-26": 60,
        "2024-25": 120,
    }
    told = counts(cells, year="2024-25")
    assert (told["woman_or_girl"], told["true"], told["false"], told["18-29"]) == (60, 40, 80, 120)


def test_of_a_year_of_few_people_nothing_is_said_at_all(returned):
    cells = returned(120, 7)

    assert cells[(("reporting_year", "2025-26"),)].shown is Shown.WITHHELD
    assert set(counts(cells, year="2025-26").values()) == {None}


def test_a_small_part_of_a_large_year_is_withheld_with_another(returned):
    cells = returned(120, 60, disability=True)
    told = counts(cells, year="2024-25")

    assert (told["true"], told["false"]) == (None, None)


def test_no_cell_is_said_twice(returned, house, manager):
    returned(120, 60)
    places = [cell.place for cell in releases.cells(manager, house, 1)]

    assert len(places) == len(set(places))


def test_years_that_could_be_subtracted_are_all_left_out(house, hand_in, manager):
    """People helped: 20 in one year and 6 in another. The total less the one would tell too much of the other."""
    survivors = [{"survivor_id": f"MD-{at:04}", "return_date": RETURNS[at < 60]} for at in range(120)]
    helped = [*range(20), *range(60, 66)]
    met = [
        {
            "survivor_id": f"MD-{at:04}",
            "round": "0",
            "status": "interviewed",
            "contact_date": RETURNS[at < 60],
            "help_received": "health",
        }
        for at in helped
    ]
    catalogue = house.catalogue
    submission = hand_in("MD", survivors=survivors, follow_ups=met)
    house.store.decide(submission, Status.ACCEPTED, by="Noor", at=datetime(2026, 6, 1, 10), reason=None)
    built = releases.build(manager, house)
    years = [
        cell.group
        for cell in releases.cells(manager, house, built.id)
        if cell.indicator == "people_supported" and ("reporting_year" in dict(cell.group))
    ]

    assert "people_supported" in catalogue.indicators
    assert years == []
