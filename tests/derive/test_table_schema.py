"""The schema derived from a form holds what the form declares."""

from datetime import date

import pandera.errors
import polars
import pytest

from monitoring.derive.table_schema import table_schema


@pytest.fixture
def failures(catalogue, typed):
    """failures("providers", rows): column and check of all that the schema does not allow."""

    def of(form, rows):
        try:
            table_schema(catalogue, form).validate(typed(form, rows), lazy=True)
        except pandera.errors.SchemaErrors as mistakes:
            cases = mistakes.failure_cases.select("column", "check", "index")
            return sorted(cases.rows(), key=str)
        return []

    return of


GOOD = {"provider_id": "MD-P1", "country": "MD", "services": "health legal", "capacity": 12}


def test_a_good_row_passes(failures):
    assert failures("providers", [GOOD]) == []


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"country": "XX"}, ("country", "not_on_list", 0)),
        ({"country": None}, ("country", "not_nullable", 0)),
        ({"services": "health nonsense"}, ("services", "not_on_list", 0)),
        ({"services": "healthlegal"}, ("services", "not_on_list", 0)),
        ({"capacity": -1}, ("capacity", "out_of_range", 0)),
        ({"capacity": 100_001}, ("capacity", "out_of_range", 0)),
    ],
)
def test_what_is_not_allowed_is_found(failures, answers, found):
    assert failures("providers", [{**GOOD, **answers}]) == [found]


def test_the_key_is_unique(failures):
    assert failures("providers", [GOOD, {**GOOD, "capacity": 3}]) == [
        (None, "multiple_fields_uniqueness", 0),
        (None, "multiple_fields_uniqueness", 1),
    ]


def test_every_form_has_a_schema_with_its_own_key(catalogue):
    keys = {name: table_schema(catalogue, name).unique for name in catalogue.forms}

    assert keys == {name: list(form.key) for name, form in catalogue.forms.items()}


def test_a_referral_that_found_no_provider_has_its_key_all_the_same(failures):
    referral = {"survivor_id": "MD-0001", "service_type": "legal", "referred_on": date(2025, 3, 1)}
    another = {**referral, "service_type": "health"}

    assert failures("services", [referral, another]) == []
    assert [check for _, check, _ in failures("services", [referral, dict(referral)])] == [
        "multiple_fields_uniqueness",
        "multiple_fields_uniqueness",
    ]


def test_types_are_those_of_the_questions(catalogue, typed):
    wrong = typed("providers", [GOOD]).with_columns(polars.col("capacity").cast(polars.String))

    with pytest.raises(pandera.errors.SchemaErrors):
        table_schema(catalogue, "providers").validate(wrong, lazy=True)


def test_a_schema_is_built_once_while_the_declarations_stay(catalogue):
    assert table_schema(catalogue, "providers") is table_schema(catalogue, "providers")
