"""A count can be followed: every named step of the statement, on every worked example, down to the count itself."""

import pytest

from monitoring.derive.codebook.steps import MOST_ROWS
from monitoring.domain.refusal import Refusal
from monitoring.services.explain import as_document, as_text, explain, step_by_step
from monitoring.settings import read_settings


@pytest.fixture(scope="module")
def secure():
    return explain(read_settings(), "housing_secure")


def steps(explained):
    return {step.name: step for step in explained.steps}


def test_the_steps_are_those_of_the_statement_in_its_order(secure):
    names = [step.name for step in secure.examples[0].steps]

    assert names == [
        "standing_survivors",
        "standing_follow_ups",
        "people",
        "rounds",
        "computed",
        "looked_at",
        "counted",
    ]


def test_a_step_shows_whose_row_it_is_its_flags_and_the_questions_used(secure):
    met = steps(secure.examples[0])["standing_follow_ups"]

    assert met.columns == ("survivor_id", "round", "contact_date", "status", "housing_type", "may_stay_six_months")
    assert met.rows[0] == ("P-01", "12", "2024-12-31", "interviewed", "rented", "yes")


def test_of_two_interviews_one_speaks_for_the_round(secure):
    rounds = steps(secure.examples[2])["rounds"]
    at = rounds.columns.index("speaks_for_round")

    assert [(row[2], row[at]) for row in rounds.rows] == [("2024-10-10", "no"), ("2025-01-02", "yes")]


def test_the_last_step_is_what_the_example_says(secure):
    for each in secure.examples:
        counted = steps(each)["counted"]
        row = dict(zip(counted.columns, counted.rows[0], strict=True))

        assert (float(row["numerator"]), int(row["denominator"])) == (each.example.numerator, each.example.denominator)


def test_every_kind_of_indicator_can_be_followed(catalogue):
    kinds = {(each.form, each.kind, each.of): each for each in catalogue.indicators.values() if each.examples}

    for indicator in kinds.values():
        followed = step_by_step(catalogue, indicator, indicator.examples[0])
        assert followed.steps[-1].name == "counted", indicator.id
        assert all(len(step.rows) <= MOST_ROWS for step in followed.steps)


def test_as_text_it_holds_definition_steps_and_statement(secure):
    text = as_text(secure)

    assert text.startswith("housing_secure: Secure home")
    assert "  looked_at · What is looked at, and what came due" in text
    assert text.endswith(secure.sql)


def test_as_a_document_every_row_names_its_columns(secure):
    document = as_document(secure)
    counted = document["examples"][0]["steps"][-1]

    assert document["indicator"] == "housing_secure"
    assert counted["rows"] == [
        {"round": "12", "due": "4", "interviewed": "4", "denominator": "4", "answered": "4", "numerator": "2"}
    ]


def test_an_indicator_that_is_not_declared_is_refused():
    with pytest.raises(Refusal, match="unknown_indicator"):
        explain(read_settings(), "nothing")
